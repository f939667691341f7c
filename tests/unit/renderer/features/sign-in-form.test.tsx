import { MantineProvider } from '@mantine/core';
import type { Network } from '@shared/contract/views';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { createI18n } from '@renderer/app/i18n/create-i18n';
import { SignInForm } from '@renderer/features/channels/components/SignInForm';
import { readServiceUrl } from '../../../../electron/core/connectors/core/hosts';
import { createRegistry } from '../../../../electron/core/connectors/core/registry';
import { readServer } from '../../../../electron/core/connectors/mastodon/server-address';

const registry = createRegistry();

interface Input {
  readonly type: string;
  readonly inputMode: string;
  readonly spellCheck: string;
  /** What stands under the label. */
  readonly help: string;
}

/** Every field of a network's first way to sign in, as the page is given it. */
async function fieldsOf(network: string, language: 'en' | 'tr'): Promise<readonly Input[]> {
  const manifest = registry.manifest(network);
  if (manifest === null) throw new Error(`no network ${network}`);
  const form = (
    <I18nextProvider i18n={await createI18n(language)}>
      <MantineProvider>
        <SignInForm
          network={manifest as unknown as Network}
          isBusy={false}
          isOffline={false}
          error={null}
          known={{}}
          onSubmit={() => {}}
        />
      </MantineProvider>
    </I18nextProvider>
  );
  const page = renderToStaticMarkup(form);
  const valueOf = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '';
  return [...page.matchAll(/<input\b(?![^>]*type="radio")[^>]*>/g)].map(([tag]) => {
    const helpId = valueOf(tag, 'aria-describedby')
      .split(' ')
      .find((id) => id.endsWith('-description'));
    return {
      type: valueOf(tag, 'type') || 'text',
      inputMode: valueOf(tag, 'inputmode'),
      spellCheck: valueOf(tag, 'spellcheck'),
      help: new RegExp(`id="${helpId}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? '',
    };
  });
}

/** How each network reads what was typed. */
const readers: Readonly<Record<string, (typed: string) => URL | null>> = {
  mastodon: readServer,
  bluesky: readServiceUrl,
};

const networksWithServer = registry.manifests
  .filter(({ signIn }) => signIn[0]?.fields[0]?.kind === 'url')
  .map(({ id }) => id);

describe('the address of a server in a sign-in form', () => {
  it.each(networksWithServer)(
    'may be a bare name or a handle on %s: the page refuses neither by its type',
    async (id) => {
      const [server] = await fieldsOf(id, 'en');
      expect(server).toMatchObject({ type: 'text', inputMode: 'url', spellCheck: 'false' });
    },
  );

  it.each(['en', 'tr'] as const)(
    'says under it what may be typed, and each example is taken (%s)',
    async (language) => {
      expect(networksWithServer).toContain('mastodon');
      for (const id of networksWithServer) {
        const [server] = await fieldsOf(id, language);
        const examples = server?.help.match(/\S*example\.social/g) ?? [];
        const wanted = id === 'mastodon' ? 3 : 2;
        expect(examples).toHaveLength(wanted);
        for (const example of examples) expect(readers[id]?.(example)?.origin).toBe('https://example.social');
      }
    },
  );
});
