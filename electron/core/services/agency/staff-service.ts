import type { StaffMember } from '@shared/contract/views';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { inAgencyTransaction } from '../../db/agency/agency-db';
import { readMeta, writeMeta } from '../../db/agency/repositories/settings-repository';
import { findStaff, listStaff, saveStaff, type StaffRecord } from '../../db/agency/repositories/staff-repository';
import { writeContext, type Caller, type ServiceDeps } from '../deps';

export interface StaffEdit {
  readonly id?: string | undefined;
  readonly name: string;
  readonly role: StaffMember['role'];
  readonly workspaceIds: readonly string[] | null;
  readonly isActive: boolean;
}

/** Staff of the installation. Trust on one machine: it says who acts, it is not a login. */
export interface StaffService {
  list(): readonly StaffMember[];
  /** The person named by id or name; without a name the one who sits here. Errors: not_found, permission_denied (inactive). */
  resolve(as: string | undefined): Result<StaffMember>;
  save(caller: Caller, edit: StaffEdit): Result<StaffMember>;
  actAs(caller: Caller, staffId: string): Result<StaffMember>;
}

const actingKey = 'acting_staff';
const firstName = 'Owner';

const toMember = (record: StaffRecord): StaffMember => ({
  id: record.id,
  name: record.name,
  role: record.role,
  workspaceIds: record.workspaceIds === null ? null : [...record.workspaceIds],
  isActive: record.isActive,
});

export function createStaffService(deps: ServiceDeps): StaffService {
  const { agency } = deps;
  const write = (caller: Caller | null, record: StaffRecord): void =>
    saveStaff(agency, writeContext(deps, caller), record);
  const ensureFirst = (): void => {
    if (listStaff(agency).length > 0) return;
    const at = deps.clock.now();
    const id = deps.newId();
    inAgencyTransaction(agency, () => {
      write(null, {
        id,
        name: firstName,
        role: 'owner',
        workspaceIds: null,
        isActive: true,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      });
      writeMeta(agency, actingKey, id);
    });
  };
  ensureFirst();
  const hasOtherOwner = (id: string): boolean =>
    listStaff(agency).some((member) => member.id !== id && member.role === 'owner' && member.isActive);

  return {
    list: () => listStaff(agency).map(toMember),
    resolve(as) {
      const wanted = as ?? readMeta(agency, actingKey);
      const member = listStaff(agency).find((one) => one.id === wanted || one.name === wanted);
      if (!member) return err(appError('not_found', 'There is no such member of staff.', { reason: 'no_such_staff' }));
      if (!member.isActive) {
        return err(appError('permission_denied', 'This member of staff is not active.', { reason: 'staff_inactive' }));
      }
      return ok(toMember(member));
    },
    save(caller, edit) {
      const at = deps.clock.now();
      const known = edit.id === undefined ? undefined : findStaff(agency, edit.id);
      if (edit.id !== undefined && !known) return err(appError('not_found', 'There is no such member of staff.'));
      const losesOwner = known?.role === 'owner' && (edit.role !== 'owner' || !edit.isActive);
      if (losesOwner && !hasOtherOwner(known.id)) {
        return err(appError('conflict', 'Somebody must stay owner.', { reason: 'last_owner' }));
      }
      const record: StaffRecord = {
        id: known?.id ?? deps.newId(),
        name: edit.name,
        role: edit.role,
        workspaceIds: edit.workspaceIds,
        isActive: edit.isActive,
        createdAt: known?.createdAt ?? at,
        updatedAt: at,
        deletedAt: null,
      };
      inAgencyTransaction(agency, () => write(caller, record));
      deps.emit('agency:changed', {});
      return ok(toMember(record));
    },
    actAs(_caller, staffId) {
      const member = findStaff(agency, staffId);
      if (!member?.isActive) return err(appError('not_found', 'There is no such member of staff.'));
      writeMeta(agency, actingKey, staffId);
      deps.emit('agency:changed', {});
      return ok(toMember(member));
    },
  };
}
