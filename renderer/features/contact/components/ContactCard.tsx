import type { Contact, Workspace } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import { PersonName } from '@renderer/components/PersonName';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useNow } from '@renderer/hooks/use-now';
import { shell } from '@renderer/lib/shell';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { MergeDialog } from './MergeDialog';
import { Part } from './Part';
import classes from './Part.module.css';

export interface ContactCardProps {
  readonly contact: Contact;
  readonly workspace: Workspace;
}

/** Who writes: name, accounts on the networks, since when, how often, in which language. */
export const ContactCard = ({ contact, workspace }: ContactCardProps) => {
  const { t } = useTranslation();
  const format = useFormat(workspace.timezone);
  const now = useNow();
  const [isMerging, setMerging] = useState(false);
  const mayWork = useMayWork();
  return (
    <Part
      title={t('contact.title')}
      action={
        mayWork && (
          <button type="button" className={classes.link} onClick={() => setMerging(true)}>
            {t('contact.merge')}
          </button>
        )
      }
    >
      <dl className={classes.facts}>
        <dt>{t('contact.name')}</dt>
        <dd data-selectable>
          <PersonName name={contact.name} handle={contact.identities[0]?.handle ?? ''} />
        </dd>
        <dt>{t('contact.accounts')}</dt>
        <dd>
          {contact.identities.map((identity) => (
            <Identity key={`${identity.network} ${identity.remoteId}`} identity={identity} />
          ))}
        </dd>
        <dt>{t('contact.since')}</dt>
        <dd>
          {format.day(contact.firstSeenAt, now)} · {t('contact.conversations', { count: contact.conversationCount })}
        </dd>
        <dt>{t('contact.language')}</dt>
        <dd>
          <LanguageChoice contact={contact} isOff={!mayWork} />
        </dd>
      </dl>
      {isMerging && <MergeDialog contact={contact} onClose={() => setMerging(false)} />}
    </Part>
  );
};

const Identity = ({ identity }: { readonly identity: Contact['identities'][number] }) => {
  const { url, network, handle, displayName } = identity;
  const shown = displayLine(handle === '' ? displayName : `@${handle.replace(/^@/, '')}`);
  return (
    <span className={classes.identity}>
      <NetworkIcon networkId={network} size={12} isNamed />
      {url === null ? (
        <bdi data-selectable>{shown}</bdi>
      ) : (
        <button type="button" className={classes.link} onClick={() => void shell().openLink(url)}>
          <bdi>{shown}</bdi>
        </button>
      )}
    </span>
  );
};

/** Languages that agencies answer in most; a code that is already set is offered as well. */
const languages = ['tr', 'en', 'de', 'fr', 'es', 'it', 'nl', 'ar', 'ru', 'fi', 'sv', 'el', 'pl', 'pt'] as const;

const LanguageChoice = ({ contact, isOff }: { readonly contact: Contact; readonly isOff: boolean }) => {
  const { t, i18n } = useTranslation();
  const update = useCoreMutation('contacts.update');
  const showError = useErrorToast();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  const codes = [...new Set([...languages, ...(contact.language === null ? [] : [contact.language])])];
  const nameOf = (code: string): string => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
  return (
    <select
      className={classes.select}
      aria-label={t('contact.language')}
      disabled={isOff}
      value={contact.language ?? ''}
      onChange={(event) =>
        update.mutate(
          {
            workspaceId: contact.workspaceId,
            contactId: contact.id,
            language: event.currentTarget.value === '' ? null : event.currentTarget.value,
          },
          { onError: showError },
        )
      }
    >
      <option value="">{t('contact.unknownLanguage')}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </select>
  );
};
