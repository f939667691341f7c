import type { RemoteContact } from '../core/types';
import { webProfile } from './addresses';
import type { Actor } from './schemas';

/** Handles that point to nobody are shown as the DID. */
export const handleOf = ({ handle, did }: { handle: string; did: string }): string =>
  handle === '' || handle === 'handle.invalid' ? did : handle;

export const contactOf = (person: Actor): RemoteContact => {
  const handle = handleOf(person);
  const name = person.displayName?.trim() ?? '';
  return {
    remoteId: person.did,
    handle,
    displayName: name === '' ? handle : name,
    url: webProfile(handle),
  };
};
