import type { PublicIdentity, Workspace } from '@shared/contract/views';
import type { BrandIdentities } from '@shared/domain/brand-check';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { inAgencyTransaction } from '../../db/agency/agency-db';
import {
  addIdentity,
  findWorkspace,
  insertWorkspace,
  listIdentities,
  listWorkspaces,
  nextPosition,
  replaceIdentities,
  updateWorkspace,
  type WorkspaceRecord,
} from '../../db/agency/repositories/workspace-repository';
import { writeContext, type Caller, type ServiceDeps } from '../deps';

export interface WorkspaceEdit {
  readonly name?: string | undefined;
  readonly colour?: string | undefined;
  readonly monogram?: string | undefined;
  readonly logo?: string | null | undefined;
  readonly timezone?: string | undefined;
  readonly language?: string | undefined;
  readonly recallMs?: number | undefined;
  readonly identities?: readonly PublicIdentity[] | undefined;
}

/** Client brands' rooms: their file, their place on the rail, their public names. */
export interface WorkspaceService {
  list(caller: Caller, includeArchived: boolean): Promise<Result<Workspace[]>>;
  get(caller: Caller, id: string): Promise<Result<Workspace>>;
  create(
    caller: Caller,
    edit: WorkspaceEdit & { readonly name: string },
    isSample?: boolean,
  ): Promise<Result<Workspace>>;
  update(caller: Caller, id: string, edit: WorkspaceEdit): Promise<Result<Workspace>>;
  reorder(caller: Caller, ids: readonly string[]): Result<null>;
  setArchived(caller: Caller, id: string, isArchived: boolean): Promise<Result<Workspace>>;
  total(caller: Caller): Promise<Result<{ open: number; unread: number; held: number; queued: number }>>;
  /** Names that a sign-in brought. */
  addNetworkIdentities(id: string, identities: readonly PublicIdentity[]): void;
  /** Public names of all clients, for the wrong-brand check. */
  brands(): readonly BrandIdentities[];
  /** Records of workspaces whose accounts are synced. */
  active(): readonly WorkspaceRecord[];
}

const palette = [
  '#8a4b2a',
  '#1f6f5c',
  '#3b4bb8',
  '#a3264f',
  '#4a5568',
  '#b4751f',
  '#5b3a8c',
  '#2f6b2f',
  '#8c3a3a',
  '#1d6a8a',
];
const defaultRecallMs = 10_000;

const monogramOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? '') : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
};

export function createWorkspaceService(deps: ServiceDeps): WorkspaceService {
  const { agency } = deps;

  async function view(caller: Caller, records: readonly WorkspaceRecord[]): Promise<Result<Workspace[]>> {
    const counts = await deps.reader.read('desk.counts', {
      workspaceIds: records.map((record) => record.id),
      staffId: caller.staff.id,
      allowed: null,
    });
    if (!counts.ok) return counts;
    const identities = listIdentities(agency);
    return ok(
      records.map((record) => {
        const count = counts.value[record.id];
        return {
          id: record.id,
          name: record.name,
          colour: record.colour,
          monogram: record.monogram,
          logo: record.logo,
          position: record.position,
          timezone: record.timezone,
          language: record.language,
          recallMs: record.recallMs,
          archivedAt: record.archivedAt,
          identities: identities
            .filter((identity) => identity.workspaceId === record.id)
            .map(({ kind, value }) => ({ kind, value })),
          counts: { open: count?.open ?? 0, unread: count?.unread ?? 0, held: count?.held ?? 0 },
        };
      }),
    );
  }
  async function viewOne(caller: Caller, id: string): Promise<Result<Workspace>> {
    const record = findWorkspace(agency, id);
    if (!record) return err(appError('not_found', 'There is no such workspace.'));
    const viewed = await view(caller, [record]);
    if (!viewed.ok) return viewed;
    const [workspace] = viewed.value;
    return workspace ? ok(workspace) : err(appError('not_found', 'There is no such workspace.'));
  }
  const maySee = (caller: Caller, id: string): boolean =>
    caller.staff.workspaceIds === null || caller.staff.workspaceIds.includes(id);

  return {
    list: (caller, includeArchived) =>
      view(
        caller,
        listWorkspaces(agency).filter(
          (record) => (includeArchived || record.archivedAt === null) && maySee(caller, record.id),
        ),
      ),
    get: viewOne,
    async create(caller, edit, isSample = false) {
      if (edit.timezone !== undefined && !isTimezone(edit.timezone)) return badTimezone();
      const context = writeContext(deps, caller);
      const id = deps.newId();
      const position = nextPosition(agency);
      const created = deps.files.create(id);
      if (!created.ok) return created;
      inAgencyTransaction(agency, () => {
        insertWorkspace(agency, context, {
          id,
          name: edit.name,
          colour: edit.colour ?? palette[(position - 1) % palette.length] ?? '#4a5568',
          monogram: edit.monogram ?? monogramOf(edit.name),
          logo: edit.logo ?? null,
          position,
          timezone: edit.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
          language: edit.language ?? 'en',
          recallMs: edit.recallMs ?? defaultRecallMs,
          isSample,
          archivedAt: null,
          createdAt: context.at,
          updatedAt: context.at,
          deletedAt: null,
        });
        const identities = edit.identities ?? [];
        replaceIdentities(agency, context, id, [{ kind: 'name', value: edit.name }, ...identities]);
      });
      deps.emit('workspaces:changed', { workspaceId: id });
      return viewOne(caller, id);
    },
    async update(caller, id, { identities, ...edit }) {
      if (edit.timezone !== undefined && !isTimezone(edit.timezone)) return badTimezone();
      if (!findWorkspace(agency, id)) return err(appError('not_found', 'There is no such workspace.'));
      const context = writeContext(deps, caller);
      const columns = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
      inAgencyTransaction(agency, () => {
        updateWorkspace(agency, context, id, columns);
        if (identities) replaceIdentities(agency, context, id, identities);
        else if (edit.name !== undefined) addIdentity(agency, context, id, { kind: 'name', value: edit.name }, false);
      });
      deps.emit('workspaces:changed', { workspaceId: id });
      return viewOne(caller, id);
    },
    reorder(caller, ids) {
      const context = writeContext(deps, caller);
      inAgencyTransaction(agency, () => {
        const rest = listWorkspaces(agency)
          .map((record) => record.id)
          .filter((id) => !ids.includes(id));
        [...ids, ...rest].forEach((id, index) => updateWorkspace(agency, context, id, { position: index + 1 }));
      });
      deps.emit('workspaces:changed', { workspaceId: null });
      return ok(null);
    },
    async setArchived(caller, id, isArchived) {
      if (!findWorkspace(agency, id)) return err(appError('not_found', 'There is no such workspace.'));
      const context = writeContext(deps, caller);
      inAgencyTransaction(agency, () =>
        updateWorkspace(agency, context, id, { archivedAt: isArchived ? context.at : null }),
      );
      deps.emit('workspaces:changed', { workspaceId: id });
      return viewOne(caller, id);
    },
    async total(caller) {
      const counts = await deps.reader.read('desk.counts', {
        workspaceIds: null,
        staffId: caller.staff.id,
        allowed: caller.staff.workspaceIds,
      });
      if (!counts.ok) return counts;
      const sum = { open: 0, unread: 0, held: 0, queued: 0 };
      for (const count of Object.values(counts.value)) {
        sum.open += count.open;
        sum.unread += count.unread;
        sum.held += count.held;
        sum.queued += count.queued;
      }
      return ok(sum);
    },
    addNetworkIdentities(id, identities) {
      const context = writeContext(deps, null);
      inAgencyTransaction(agency, () => {
        for (const identity of identities) addIdentity(agency, context, id, identity, true);
      });
    },
    brands() {
      const identities = listIdentities(agency);
      return listWorkspaces(agency).map((record) => ({
        workspaceId: record.id,
        workspaceName: record.name,
        identities: identities.filter((identity) => identity.workspaceId === record.id),
      }));
    },
    active: () => listWorkspaces(agency).filter((record) => record.archivedAt === null),
  };
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const badTimezone = (): Result<never> =>
  err(
    appError('validation_failed', 'This time zone is not known.', {
      reason: 'timezone',
      details: { field: 'timezone' },
    }),
  );
