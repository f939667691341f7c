import type { KeychainErrorKind } from '@shared/domain/keychain-messages';
import { KeychainClosedError } from './parts';

/**
 * What the system's texts say, which is all that keytar passes on. Seen with gnome-keyring 42.1 and libsecret 0.20 on Debian 12;
 * the last two of `locked` and `dismissed` are errSecInteractionNotAllowed and errSecUserCanceled of macOS (not run here). The process
 * runs with LC_ALL=C, so they are English.
 */
const evidence = [
  ['no_library', /Failed to load keytar|libsecret|cannot open shared object/],
  ['no_service', /not provided by any \.service files|org\.freedesktop\.secrets exited|ServiceUnknown/],
  ['gone', /connection is closed|Message recipient disconnected|NoReply|Broken pipe/],
  ['no_bus', /autolaunch D-Bus|Could not connect|dbus-launch|Error spawning command line/],
  ['no_collection', /Object does not exist at path|No such object path|No such interface/],
  ['locked', /locked collection|item is locked|interaction is not allowed/i],
  ['dismissed', /dismissed|cancell?ed/i],
] as const satisfies readonly (readonly [KeychainErrorKind, RegExp])[];

/** Kind of a failure. An unknown text is `other`: the state then says that no keychain can be used, and nothing is concluded. */
export function kindOfError(error: unknown): KeychainErrorKind {
  if (error instanceof KeychainClosedError) return 'locked';
  const text = error instanceof Error ? error.message : '';
  return evidence.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
