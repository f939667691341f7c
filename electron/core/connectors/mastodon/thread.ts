import type { RemoteContact } from '../core/types';
import { isAddressedTo, isOwn, type FoundStatus } from './inbound';
import { contactOf, fullHandle, sameHandle, webAddress } from './people';
import type { Status } from './schemas';
import { mentionsOf, type Reader } from './status-text';

/** A status with everything above and below it that the account may see. */
export interface Thread {
  readonly ancestors: readonly Status[];
  readonly status: Status;
  readonly descendants: readonly Status[];
}

export const statusesOf = ({ ancestors, status, descendants }: Thread): readonly Status[] => [
  ...ancestors,
  status,
  ...descendants,
];

/** Longest way up that is followed; also ends one that goes in circles. */
const maxLevels = 5_000;

/** What stands above a status, nearest first, as far as the thread shows it. */
function* above(status: Status, byId: ReadonlyMap<string, Status>): Generator<Status> {
  let parentId = status.in_reply_to_id;
  for (let level = 0; parentId !== null && level < maxLevels; level += 1) {
    const parent = byId.get(parentId);
    if (parent === undefined) return;
    yield parent;
    parentId = parent.in_reply_to_id;
  }
}

/** Whom an own status speaks to: the nearest person above it, else whom it names. */
const addressee = (status: Status, ancestors: readonly Status[], reader: Reader): RemoteContact | null => {
  const person = ancestors.find((one) => !isOwn(one, reader));
  const named = mentionsOf(status).find(({ acct }) => !sameHandle(fullHandle(acct, reader.domain), reader.handle));
  if (status.visibility !== 'direct') return person === undefined ? null : contactOf(person.account, reader.domain);
  // A private answer under a public thread speaks to those whom it names, who need not stand above it.
  const isNamed = (one: Status): boolean =>
    mentionsOf(status).some(({ acct }) =>
      sameHandle(fullHandle(acct, reader.domain), fullHandle(one.account.acct, reader.domain)),
    );
  const near = ancestors.find((one) => !isOwn(one, reader) && isNamed(one));
  if (near !== undefined) return contactOf(near.account, reader.domain);
  if (named === undefined) return null;
  const handle = fullHandle(named.acct, reader.domain);
  const remoteId = named.id === undefined || named.id === '0' ? handle : named.id;
  return { remoteId, handle, displayName: handle, url: webAddress(named.url) };
};

/**
 * The messages of a thread that belong to the brand's conversations: what others wrote under an own first post, in answer
 * to an own post, or to the brand by name; private messages; and the brand's own answers to them. `told`: ids that the
 * server told the account about, whatever their text says.
 */
export function foundInThread(
  thread: Thread,
  reader: Reader,
  told: ReadonlySet<string> = new Set(),
): readonly FoundStatus[] {
  const all = statusesOf(thread);
  const byId = new Map(all.map((status) => [status.id, status]));
  const found: FoundStatus[] = [];
  for (const status of new Map(all.map((one) => [one.id, one])).values()) {
    const ancestors = [...above(status, byId)];
    const root = ancestors.at(-1) ?? status;
    const own = isOwn(status, reader);
    const contact = own ? addressee(status, ancestors, reader) : contactOf(status.account, reader.domain);
    const belongs =
      own ||
      told.has(status.id) ||
      status.visibility === 'direct' ||
      isAddressedTo(status, reader) ||
      (ancestors[0] !== undefined && isOwn(ancestors[0], reader)) ||
      (root !== status && isOwn(root, reader));
    // An own first post, or one that continues the brand's own thread, is context and no message.
    if (contact !== null && belongs) found.push({ status, root, contact });
  }
  return found;
}
