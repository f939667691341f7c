import type { ReadInput } from '../reader/reads';
import type { Caller } from '../services/deps';

/** A read's input with who asks and what that person may see. */
export const asReader = <T extends object>(input: T, caller: Caller): ReadInput<T> => ({
  ...input,
  staffId: caller.staff.id,
  allowed: caller.staff.workspaceIds,
});
