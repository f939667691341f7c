import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { ActionRequest } from '../core/types';
import { pathId } from './client';
import { plainError, type ApiResult } from './errors';
import { maxReportLength } from './figures';
import { nothing } from './schemas';
import type { LinkTools } from './tools';

type Acting = (tools: LinkTools, request: ActionRequest, signal: AbortSignal) => Promise<ConnectorResult<null>>;

const done = (result: ApiResult<unknown>): ConnectorResult<null> =>
  result.ok ? connectorOk(null) : { ok: false, error: plainError(result.error) };

const noMessage = connectorErr('invalid', { networkCode: 'message' });

const onStatus =
  (verb: string): Acting =>
  async ({ api }, { message }, signal) =>
    message === null
      ? noMessage
      : done(await api.post(`/api/v1/statuses/${pathId(message.remoteId)}/${verb}`, null, nothing, { signal }));

const onPerson =
  (verb: string): Acting =>
  async ({ api }, { contact }, signal) =>
    done(await api.post(`/api/v1/accounts/${pathId(contact.remoteId)}/${verb}`, null, nothing, { signal }));

/** To the account's own server; it is not handed on to the person's, which is for the server's moderators to decide. */
const report: Acting = async ({ api }, { message, contact, reason }, signal) => {
  const comment = [...(reason ?? '')].slice(0, maxReportLength).join('');
  const body = {
    account_id: contact.remoteId,
    ...(message === null || message.isOwn ? {} : { status_ids: [message.remoteId] }),
    ...(comment === '' ? {} : { comment }),
    category: 'other',
  };
  return done(await api.post('/api/v1/reports', body, nothing, { signal }));
};

const deleteOwn: Acting = async ({ api }, { message }, signal) => {
  if (message === null) return noMessage;
  if (!message.isOwn) return connectorErr('permission', { networkCode: 'not_own' });
  const answer = await api.remove(`/api/v1/statuses/${pathId(message.remoteId)}`, nothing, signal);
  return !answer.ok && answer.error.kind === 'target_gone' ? connectorOk(null) : done(answer);
};

const notOffered: Acting = async () => connectorErr('unsupported', { networkCode: 'action' });

/** Actions are states, so doing one twice changes nothing. An answer of somebody else cannot be hidden on this network. */
const actions: Readonly<Record<ActionRequest['action'], Acting>> = {
  like: onStatus('favourite'),
  unlike: onStatus('unfavourite'),
  hide: notOffered,
  unhide: notOffered,
  mute: onPerson('mute'),
  unmute: onPerson('unmute'),
  block: onPerson('block'),
  unblock: onPerson('unblock'),
  report,
  delete_own: deleteOwn,
};

export const act: Acting = (tools, request, signal) => actions[request.action](tools, request, signal);
