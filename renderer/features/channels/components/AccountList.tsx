import type { ChannelAccount } from '@shared/contract/views';
import { byNeed } from '../model/health';
import { AccountRow } from './AccountRow';
import classes from '../Channels.module.css';

export interface AccountListProps {
  /** Name of the list for screen readers: the brand. */
  readonly label: string;
  readonly accounts: readonly ChannelAccount[];
}

/** Accounts of one brand; what needs a person stands first. */
export const AccountList = ({ label, accounts }: AccountListProps) => (
  <ul className={classes.list} aria-label={label}>
    {[...accounts].sort(byNeed).map((account) => (
      <AccountRow key={account.id} account={account} />
    ))}
  </ul>
);
