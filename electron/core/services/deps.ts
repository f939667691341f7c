import type { EventMap, EventName } from '@shared/contract/events';
import type { StaffMember } from '@shared/contract/views';
import type { AgencyDb } from '../db/agency/agency-db';
import type { WorkspaceFiles } from '../db/workspace/workspace-files';
import type { WriteContext } from '../db/write-context';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Reader } from '../reader/reader';
import type { StorageWatch } from './storage/storage-watch';

/** Tells every window and driver that something changed; called after the commit. */
export type Emit = <Name extends EventName>(event: Name, payload: EventMap[Name]) => void;

/** What every service is made of. */
export interface ServiceDeps {
  readonly clock: Clock;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly agency: AgencyDb;
  readonly files: WorkspaceFiles;
  readonly reader: Reader;
  readonly emit: Emit;
  readonly logger: Logger;
  readonly storage: StorageWatch;
}

/** Who calls. Roles and bindings are checked before a service is reached; services use it for authorship. */
export interface Caller {
  readonly staff: StaffMember;
}

/** The context of one use case, for the change log. */
export const writeContext = (deps: ServiceDeps, caller: Caller | null): WriteContext => ({
  staffId: caller?.staff.id ?? null,
  at: deps.clock.now(),
  opId: deps.newId(),
});
