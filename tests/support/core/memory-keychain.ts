import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { KeychainAnswers, KeychainOp, KeychainRequest } from '@shared/domain/keychain-messages';
import type { KeychainTransport } from '../../../electron/core/ports/keychain-transport';

/** A keychain that is open; what it holds can be looked at. */
export interface MemoryKeychain extends KeychainTransport {
  readonly items: ReadonlyMap<string, string>;
}

/** Items that are written to a file at every change, whole or not at all. */
class FiledItems extends Map<string, string> {
  readonly #path: string;
  constructor(path: string) {
    super();
    this.#path = path;
    const stored = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
    for (const [account, value] of Object.entries(stored)) super.set(account, value);
  }
  override set(account: string, value: string): this {
    super.set(account, value);
    this.#write();
    return this;
  }
  override delete(account: string): boolean {
    const isThere = super.delete(account);
    this.#write();
    return isThere;
  }
  #write(): void {
    writeFileSync(`${this.#path}.part`, JSON.stringify(Object.fromEntries(this)), { mode: 0o600 });
    renameSync(`${this.#path}.part`, this.#path);
  }
}

/** For a core that is killed and started again: what the one before it stored is there. Secrets of test servers only. */
export const filedKeychain = (path: string): MemoryKeychain => memoryKeychain(new FiledItems(path));

/** Forgets everything with the test, unless its items are kept elsewhere. */
export function memoryKeychain(items: Map<string, string> = new Map()): MemoryKeychain {
  const answerTo = (request: KeychainRequest): KeychainAnswers[KeychainOp] => {
    const { op, account } = request;
    switch (op) {
      case 'get': {
        const value = items.get(account);
        return value === undefined ? { status: 'absent' } : { status: 'found', value };
      }
      case 'set':
        items.set(account, request.value);
        return 'stored';
      case 'delete':
        return items.delete(account) ? 'deleted' : 'absent';
      case 'canary':
        return items.has(account) ? 'present' : 'absent';
      case 'write-canary':
      case 'write-probe':
        items.set(account, op);
        return 'stored';
      case 'probe':
        return 'unlocked';
      case 'ping':
        return 'alive';
    }
  };
  return {
    items,
    open() {
      let listener: (message: unknown) => void = () => {};
      let isKilled = false;
      const tell = (message: unknown): void =>
        queueMicrotask(() => {
          if (!isKilled) listener(message);
        });
      tell({ ready: true });
      return {
        send: (request) => tell({ id: request.id, ok: true, value: answerTo(request) }),
        onMessage(next) {
          listener = next;
        },
        onExit: () => {},
        kill() {
          isKilled = true;
        },
      };
    },
  };
}
