import type { RemoteContact } from '../core/types';
import type { Account } from './schemas';

/** `name@domain`: the server leaves the domain out of people who live on it. */
export const fullHandle = (acct: string, domain: string): string => (acct.includes('@') ? acct : `${acct}@${domain}`);

/** Domain of a full handle. */
export const domainOf = (handle: string): string => handle.slice(handle.lastIndexOf('@') + 1);

/** Handles are compared without case, as servers do. */
export const sameHandle = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** The name by which the server knows a person: without the domain where it is the server's own. */
export const acctOf = (handle: string, ownDomain: string): string => {
  const at = handle.lastIndexOf('@');
  return at > 0 && sameHandle(handle.slice(at + 1), ownDomain) ? handle.slice(0, at) : handle;
};

const webAddress = (url: string | null): string | null => (url !== null && /^https?:\/\//i.test(url) ? url : null);

export function contactOf(person: Account, ownDomain: string): RemoteContact {
  const handle = fullHandle(person.acct, ownDomain);
  const name = person.display_name.trim();
  return {
    remoteId: person.id,
    handle,
    displayName: name === '' ? handle : name,
    url: webAddress(person.url),
  };
}

export { webAddress };
