import { describe, expect, it } from 'vitest';
import { parseCommandLine, parseTarget, wholeDesk } from '../../../electron/main/app/command-line';

const read = (...argv: string[]) => parseCommandLine(argv, '/home/ada');

describe('the command line', () => {
  it('opens the default profile where none is named', () => {
    expect(read('.')).toEqual({ profileDir: null, language: null, target: wholeDesk });
  });

  it('takes a profile in both spellings, from the folder it was typed in', () => {
    expect(read('--profile=/srv/agency').profileDir).toBe('/srv/agency');
    expect(read('.', '--profile', 'demo').profileDir).toBe('/home/ada/demo');
    expect(read('--profile').profileDir).toBeNull();
    expect(read('--profile', '--lang=tr').profileDir).toBeNull();
  });

  it('takes a language, and nothing that is none', () => {
    expect(read('--lang=tr').language).toBe('tr');
    expect(read('--lang=pt-BR').language).toBe('pt-BR');
    expect(read('--lang=../../x').language).toBeNull();
  });

  it('opens a workspace or a conversation by ids, never an address or a path', () => {
    expect(read('--open=w1').target).toEqual({ workspaceId: 'w1', conversationId: null });
    expect(read('--open=w1/c-2').target).toEqual({ workspaceId: 'w1', conversationId: 'c-2' });
    for (const hostile of ['https://evil.test', '../../etc', 'w1/c2/x', 'w1/', '/c2', 'w 1', 'w1/c2?x', '%2e', '']) {
      expect(read(`--open=${hostile}`).target).toEqual(wholeDesk);
    }
  });
});

describe('a target from another start', () => {
  it('is taken when it is made of ids', () => {
    expect(parseTarget({ workspaceId: 'w', conversationId: 'c' })).toEqual({ workspaceId: 'w', conversationId: 'c' });
    expect(parseTarget({ workspaceId: null, conversationId: null })).toEqual(wholeDesk);
  });

  it.each([
    null,
    'w1',
    [],
    {},
    { workspaceId: 'w' },
    { workspaceId: null, conversationId: 'c' },
    { workspaceId: 'app://x', conversationId: null },
    { workspaceId: 'w'.repeat(65), conversationId: null },
    { workspaceId: 'w', conversationId: { toString: () => 'c' } },
  ])('is refused otherwise: %j', (value) => {
    expect(parseTarget(value)).toBeNull();
  });
});
