import type { ContributedOperation } from '../core/types';
import { customerOperations } from './steering/customers';
import { readingOperations } from './steering/reading';
import { troubleOperations } from './steering/trouble';

/** Operations of the driver that steer this network; they act on its file, so a running app sees them at once. */
export const operations: Readonly<Record<string, ContributedOperation>> = {
  ...customerOperations,
  ...troubleOperations,
  ...readingOperations,
};
