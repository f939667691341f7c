import { ok } from '@shared/domain/result';
import type { ChannelService } from '../services/channels/channel-service';
import type { WorkspaceService } from '../services/workspaces/workspace-service';
import { doneValue, type HandlersOf } from './handler';

export const channelsHandlers = (channels: ChannelService, workspaces: WorkspaceService): HandlersOf<'channels'> => ({
  'channels.listNetworks': () => ok(channels.networks()),
  'channels.list': (input, caller) => {
    const allowed = caller.staff.workspaceIds;
    const ids = input.workspaceId === null ? workspaces.active().map((record) => record.id) : [input.workspaceId];
    return channels.list(allowed === null ? ids : ids.filter((id) => allowed.includes(id)));
  },
  'channels.beginSignIn': (input, caller) => channels.beginSignIn(caller, input),
  'channels.signInStatus': (input) => channels.signInStatus(input.signInId),
  'channels.cancelSignIn': (input) => {
    channels.cancelSignIn(input.signInId);
    return ok(doneValue);
  },
  'channels.disconnect': async (input, caller) => {
    const gone = await channels.disconnect(caller, input.workspaceId, input.accountId);
    return gone.ok ? ok(doneValue) : gone;
  },
});
