import type { KeychainAnswers, KeychainOp, KeychainRequest, KeychainResponse } from '@shared/domain/keychain-messages';
import { kindOfError } from './errors';
import { readSecret, removeSecret, writeSecret } from './parts';
import type { ItemStore } from './parts';

const ops: ReadonlySet<string> = new Set<KeychainOp>([
  'get',
  'set',
  'delete',
  'canary',
  'write-canary',
  'probe',
  'write-probe',
  'ping',
]);

/** The canary says whose it is, so that an item of somebody else is not taken for it. */
const canaryValue = (account: string): string => `chorale canary ${account}`;

function isRequest(message: unknown): message is KeychainRequest {
  if (typeof message !== 'object' || message === null) return false;
  if (!('id' in message && 'op' in message && 'account' in message)) return false;
  if (typeof message.id !== 'number' || typeof message.op !== 'string' || !ops.has(message.op)) return false;
  if (typeof message.account !== 'string' || message.account === '' || message.account.includes('\0')) return false;
  return message.op !== 'set' || ('value' in message && typeof message.value === 'string' && isStorable(message.value));
}

/** keytar throws on an empty value and cuts at a NUL in silence. */
const isStorable = (value: string): boolean => value !== '' && !value.includes('\0');

async function run(store: ItemStore, request: KeychainRequest): Promise<KeychainAnswers[KeychainOp]> {
  const { account } = request;
  switch (request.op) {
    case 'get':
      return readSecret(store, account);
    case 'set':
      await writeSecret(store, account, request.value);
      return 'stored';
    case 'delete':
      return removeSecret(store, account);
    case 'canary': {
      const value = await store.get(account);
      if (value === null) return 'absent';
      return value === canaryValue(account) ? 'present' : 'foreign';
    }
    case 'write-canary':
      await store.set(account, canaryValue(account));
      return 'stored';
    case 'probe':
      // Deleting touches only what is unlocked and never prompts; reading and writing do.
      if (!(await store.delete(account))) return 'unknown';
      await store.set(account, 'open');
      return 'unlocked';
    case 'write-probe':
      await store.set(account, 'open');
      return 'stored';
    case 'ping':
      await store.get(account);
      return 'alive';
  }
}

/**
 * Answers calls one after the other: concurrent calls into the keychain library have ended processes. `openStore` is called once per
 * call until it succeeds. Nothing is logged, and an error leaves as its kind only.
 */
export function createOperations(
  openStore: () => Promise<ItemStore>,
): (message: unknown) => Promise<KeychainResponse | null> {
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (message: unknown): Promise<KeychainResponse | null> => {
    if (!isRequest(message)) {
      const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : null;
      return typeof id === 'number' ? { id, ok: false, error: 'invalid' } : null;
    }
    try {
      return { id: message.id, ok: true, value: await run(await openStore(), message) };
    } catch (error) {
      return { id: message.id, ok: false, error: kindOfError(error) };
    }
  };
  return (message) => {
    const result = last.then(() => answer(message));
    last = result;
    return result;
  };
}
