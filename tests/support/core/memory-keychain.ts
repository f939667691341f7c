import type { KeychainAnswers, KeychainOp, KeychainRequest } from '@shared/domain/keychain-messages';
import type { KeychainTransport } from '../../../electron/core/ports/keychain-transport';

/** A keychain that is open and forgets everything with the test; what it holds can be looked at. */
export interface MemoryKeychain extends KeychainTransport {
  readonly items: ReadonlyMap<string, string>;
}

export function memoryKeychain(): MemoryKeychain {
  const items = new Map<string, string>();
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
