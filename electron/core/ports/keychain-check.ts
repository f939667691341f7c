import { canaryAccount, probeAccount } from '@shared/domain/keychain-messages';
import { isKeychainUsable } from '@shared/domain/keychain-state';
import type { KeychainCaller } from './keychain-caller';
import type { KeychainStatusStore } from './keychain-status';

/** Whether this profile ever stored anything; kept in the agency's database, so it outlives the keychain. */
export interface CanaryMemory {
  wasWritten(): boolean;
  /** Called after the canary stands in the keychain and before the first secret follows. */
  remember(): void;
}

export interface KeychainCheck {
  /** Finds out the state; may open one unlock window. With `mayCreate`, a profile that never stored anything gets its canary. */
  full(mayCreate: boolean): Promise<void>;
  /** Finds out as much of the state as can be known without an unlock window. */
  silent(): Promise<void>;
  /** As `silent`, after a call that hung and then found nothing: the person closed the window, or the keychain was only slow. */
  afterPrompt(): Promise<void>;
  /** Writes canary and probe, and takes the keychain as usable. False when it could not be written; the state then says why. */
  writeCanary(): Promise<boolean>;
  /** Whether the canary stands there, before something is written; may open one unlock window. */
  confirm(): Promise<boolean>;
}

/** The canary's questions. The reading of every answer stands in electron/keychain/README.md. */
export function createKeychainCheck(
  profileId: string,
  caller: KeychainCaller,
  status: KeychainStatusStore,
  memory: CanaryMemory,
): KeychainCheck {
  const canary = canaryAccount(profileId);
  const probe = probeAccount(profileId);

  const writeProbe = async (): Promise<boolean> => {
    const written = await caller.call({ op: 'write-probe', account: probe });
    if (!written.ok) status.setFromFailure(written.failure, memory.wasWritten());
    return written.ok;
  };

  const writeCanary = async (): Promise<boolean> => {
    const written = await caller.call({ op: 'write-canary', account: canary });
    if (!written.ok) {
      status.setFromFailure(written.failure, memory.wasWritten());
      return false;
    }
    memory.remember();
    if (!(await writeProbe())) return false;
    status.set('ready');
    return true;
  };

  /** Reads the canary; `absent` is left to the caller, who knows what it proves. */
  const readCanary = async (): Promise<'present' | 'absent' | 'dismissed' | 'failed'> => {
    const read = await caller.call({ op: 'canary', account: canary });
    if (!read.ok) {
      status.setFromFailure(read.failure, memory.wasWritten());
      return 'failed';
    }
    if (read.value === 'foreign') {
      status.set('damaged', 'canary');
      return 'failed';
    }
    if (read.value === 'present') {
      if (!memory.wasWritten()) memory.remember();
      status.set('ready');
      return 'present';
    }
    // Only an item that exists can make the system ask.
    return read.wasPrompted && memory.wasWritten() ? 'dismissed' : 'absent';
  };

  const silent = async (): Promise<void> => {
    const asked = await caller.call({ op: 'probe', account: probe });
    if (!asked.ok) {
      status.setFromFailure(asked.failure, memory.wasWritten());
      return;
    }
    if (asked.value === 'unlocked') {
      const read = await readCanary();
      if (read === 'absent' || read === 'dismissed') status.set(memory.wasWritten() ? 'lost' : 'ready');
      return;
    }
    const { state, reason } = status.base();
    if (memory.wasWritten()) {
      // The service answers but shows nothing of ours: most likely locked. Only asking, with a window, can tell more.
      if (state === 'ready' || state === 'none' || state === 'frozen' || reason === 'item') status.set('locked');
    } else if (state === 'frozen' || (state === 'none' && reason !== 'no_collection')) {
      status.set('ready');
    }
  };

  const afterPrompt = async (): Promise<void> => {
    await silent();
    if (status.base().state === 'locked') status.set('locked', 'dismissed');
  };

  const full = async (mayCreate: boolean): Promise<void> => {
    const read = await readCanary();
    if (read === 'present') await writeProbe();
    if (read === 'dismissed') await afterPrompt();
    if (read !== 'absent') return;
    if (memory.wasWritten()) {
      // Locked refuses to be written to. A keychain that takes a new item and has no canary is not the one we wrote to.
      if (await writeProbe()) status.set('lost');
    } else if (mayCreate) {
      await writeCanary();
    } else {
      status.set('ready');
    }
  };

  const confirm = async (): Promise<boolean> => {
    const read = await readCanary();
    if (read === 'present') return true;
    if (read === 'failed') return false;
    await (read === 'dismissed' ? afterPrompt() : silent());
    return isKeychainUsable(status.base());
  };

  return { full, silent, afterPrompt, writeCanary, confirm };
}
