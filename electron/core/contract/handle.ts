import { contract, type OperationName } from '@shared/contract';
import type { Access } from '@shared/contract/operation';
import type { StaffRole } from '@shared/domain/conversation';
import { appError, type AppError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { StaffService } from '../services/agency/staff-service';
import type { Caller } from '../services/deps';
import type { StorageWatch } from '../services/storage/storage-watch';
import type { Handlers } from './handler';

/** Operations that a connector brought, already wrapped. */
export interface ContributedHandler {
  readonly access: Access;
  run(input: unknown, caller: Caller): Promise<Result<unknown>>;
}

export interface HandleOptions {
  readonly handlers: Handlers;
  readonly contributed: (operation: string) => Promise<ContributedHandler | null>;
  readonly staff: StaffService;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly newId: () => string;
  /** In development and tests the output is held against its schema too. */
  readonly checksOutput: boolean;
  readonly storage: StorageWatch;
}

/** Answers any operation for anybody: window, driver, test. */
export type Handle = (operation: string, input: unknown, as: string | undefined) => Promise<Result<unknown>>;

const slowMs = 40;
const leastRole: Readonly<Record<Access, StaffRole>> = {
  read: 'observer',
  work: 'agent',
  lead: 'lead',
  owner: 'owner',
};
const rank: Readonly<Record<StaffRole, number>> = { observer: 0, agent: 1, lead: 2, owner: 3 };

/**
 * The one way in: who acts, may they, is the input right, how long did it take, and every thrown error turned into a
 * value. Roles and bindings to workspaces are checked here, for windows and driver alike.
 */
export function createHandle(options: HandleOptions): Handle {
  const { handlers, staff, clock, logger } = options;
  const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);

  function refuse(caller: Caller, access: Access, input: unknown): AppError | null {
    const { role, workspaceIds } = caller.staff;
    if (rank[role] < rank[leastRole[access]]) {
      return appError('permission_denied', 'Your role does not allow this.', {
        reason: 'role',
        details: { needs: leastRole[access] },
      });
    }
    const workspaceId = workspaceOf(input);
    if (workspaceIds !== null && workspaceId !== null && !workspaceIds.includes(workspaceId)) {
      return appError('permission_denied', 'You are not on this workspace.', { reason: 'workspace' });
    }
    return null;
  }

  async function run(operation: string, input: unknown, caller: Caller): Promise<Result<unknown>> {
    if (!isOperation(operation)) {
      const contributed = await options.contributed(operation);
      if (!contributed)
        return err(appError('not_found', `There is no operation ${operation}.`, { reason: 'no_such_operation' }));
      const refused = refuse(caller, contributed.access, input);
      return refused ? err(refused) : contributed.run(input, caller);
    }
    const spec = contract[operation];
    const parsed = spec.input.safeParse(input ?? {});
    if (!parsed.success) return err(invalidInput(parsed.error.issues));
    const refused = refuse(caller, spec.access, parsed.data);
    if (refused) return err(refused);
    const handler = handlers[operation] as (
      input: unknown,
      caller: Caller,
    ) => Promise<Result<unknown>> | Result<unknown>;
    const result = await handler(parsed.data, caller);
    if (result.ok && options.checksOutput) {
      const checked = spec.output.safeParse(result.value);
      if (!checked.success) throw new Error(`output of ${operation}: ${checked.error.issues[0]?.path.join('.')}`);
    }
    return result;
  }

  return async (operation, input, as) => {
    const begun = clock.monotonic();
    try {
      const who = staff.resolve(as);
      if (!who.ok) return who;
      const result = await run(operation, input, { staff: who.value });
      const durationMs = Math.round(clock.monotonic() - begun);
      if (durationMs > slowMs) logger.info('operation.slow', { op: operation, durationMs });
      if (!result.ok && result.error.reason === 'disk_full') options.storage.note('full', workspaceOf(input));
      if (!result.ok)
        logger.info('operation.refused', {
          op: operation,
          code: result.error.code,
          reason: result.error.reason ?? null,
        });
      return result.ok ? ok(result.value) : result;
    } catch (error) {
      return err(thrown(error, operation, workspaceOf(input)));
    }
  };

  function thrown(error: unknown, operation: string, workspaceId: string | null): AppError {
    const incidentId = options.newId();
    const errorName = error instanceof Error ? error.name : 'unknown';
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const where =
      error instanceof Error
        ? (error.stack
            ?.split('\n')[1]
            ?.trim()
            .replace(/.*[/\\]/, '') ?? '')
        : '';
    logger.error('operation.failed', { op: operation, incidentId, errorName, code, where });
    const trouble = options.storage.explain(error, workspaceId, incidentId);
    return trouble ?? appError('internal', 'Something went wrong inside Chorale.', { incidentId });
  }
}

const workspaceOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'workspaceId' in input && typeof input.workspaceId === 'string'
    ? input.workspaceId
    : null;

function invalidInput(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): AppError {
  const first = issues[0];
  return appError(
    'validation_failed',
    first ? `${first.path.map(String).join('.') || 'input'}: ${first.message}` : 'The input is wrong.',
    {
      reason: 'input',
      details: { field: first?.path.map(String).join('.') ?? '', problems: issues.length },
    },
  );
}
