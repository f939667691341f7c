import type { OperationName, OutputOf, ParsedInputOf } from '@shared/contract';
import type { Result } from '@shared/domain/result';
import type { Caller } from '../services/deps';

/** One operation: parsed input and caller in, a Result out. */
export type Handler<Name extends OperationName> = (
  input: ParsedInputOf<Name>,
  caller: Caller,
) => Result<OutputOf<Name>> | Promise<Result<OutputOf<Name>>>;

/** All operations of a feature; one that is missing does not compile. */
export type HandlersOf<Prefix extends string> = {
  readonly [Name in Extract<OperationName, `${Prefix}.${string}`>]: Handler<Name>;
};

export type Handlers = { readonly [Name in OperationName]: Handler<Name> };

/** Value of an operation that has nothing to tell. */
export const doneValue = { done: true } as const;
