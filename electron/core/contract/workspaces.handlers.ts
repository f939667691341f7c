import { ok } from '@shared/domain/result';
import type { WorkspaceService } from '../services/workspaces/workspace-service';
import { doneValue, type HandlersOf } from './handler';

export const workspacesHandlers = (
  workspaces: WorkspaceService,
  railChanged: () => void,
): HandlersOf<'workspaces'> => ({
  'workspaces.list': (input, caller) => workspaces.list(caller, input.includeArchived),
  'workspaces.get': (input, caller) => workspaces.get(caller, input.workspaceId),
  'workspaces.create': (input, caller) => workspaces.create(caller, input),
  'workspaces.update': ({ workspaceId, ...edit }, caller) => workspaces.update(caller, workspaceId, edit),
  'workspaces.reorder': (input, caller) => {
    const sorted = workspaces.reorder(caller, input.workspaceIds);
    return sorted.ok ? ok(doneValue) : sorted;
  },
  'workspaces.archive': async (input, caller) => {
    const archived = await workspaces.setArchived(caller, input.workspaceId, true);
    railChanged();
    return archived;
  },
  'workspaces.restore': async (input, caller) => {
    const restored = await workspaces.setArchived(caller, input.workspaceId, false);
    railChanged();
    return restored;
  },
  'workspaces.total': (_input, caller) => workspaces.total(caller),
});
