import type { AccountRow } from '../network/accounts';
import type { Repertoire } from '../network/live';
import { brands } from './brands';
import { anybody } from './anybody';
import { readLiveScript } from './script';

const known = new Map<string, Repertoire>();

const read = (account: AccountRow): Repertoire => {
  const brand = brands.find((one) => one.key === account.brand);
  if (!brand) return readLiveScript(anybody, account.handle);
  const script = readLiveScript(brand.live, brand.accounts[0]?.handle ?? '');
  return { people: script.people, openers: script.openers.filter((opener) => opener.account === account.handle) };
};

/** What customers of an account may write by themselves: the brand's own words in the sample agency, plain ones elsewhere. */
export const repertoireOf = (account: AccountRow): Repertoire => {
  const key = `${account.brand ?? ''} ${account.handle}`;
  const found = known.get(key) ?? read(account);
  known.set(key, found);
  return found;
};
