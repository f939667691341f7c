import type { z } from 'zod';
import { agencyContract } from './agency';
import { channelsContract } from './channels';
import { contactsContract } from './contacts';
import { conversationsContract } from './conversations';
import { draftsContract } from './drafts';
import { messagesContract } from './messages';
import { outboxContract } from './outbox';
import { searchContract } from './search';
import { syncContract } from './sync';
import { transferContract } from './transfer';
import { workspacesContract } from './workspaces';

/** Every operation of the core, with its schemas. The renderer imports its type only. */
export const contract = {
  ...agencyContract,
  ...workspacesContract,
  ...channelsContract,
  ...syncContract,
  ...conversationsContract,
  ...messagesContract,
  ...contactsContract,
  ...draftsContract,
  ...outboxContract,
  ...searchContract,
  ...transferContract,
};

export type Contract = typeof contract;
export type OperationName = keyof Contract;
/** What a caller may pass: fields with defaults may be left out. */
export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>;
/** What a handler gets: defaults filled in. */
export type ParsedInputOf<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]['output']>;
