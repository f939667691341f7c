import type { AccountCapabilities } from '@shared/domain/manifest';
import { describe, expect, it } from 'vitest';
import { readCapabilities } from '../../../../electron/core/connectors/bluesky/capabilities';
import { manifest } from '../../../../electron/core/connectors/bluesky/manifest';
import { createXrpc } from '../../../../electron/core/connectors/bluesky/xrpc';
import { manualClock } from '../../../support/core/manual-clock';

const signal = new AbortController().signal;
const without = { ...manifest.capabilities, unavailable: [{ kind: 'direct' as const, reason: 'no_chat_service' }] };

const reasonFor = async (
  status: number,
  body: unknown,
  before: AccountCapabilities | null = null,
): Promise<string | null> => {
  const session = {
    request: async () => ({ ok: true as const, value: Response.json(body, { status }) }),
    end: async () => {},
  };
  const xrpc = createXrpc(session, 'https://pds.example', manualClock());
  return (await readCapabilities(xrpc, signal, before)).unavailable[0]?.reason ?? null;
};

describe('whether an account has direct messages', () => {
  it('is asked of the chat service', async () => {
    expect(await reasonFor(200, { convos: [] })).toBeNull();
    expect(await reasonFor(400, { error: 'InvalidToken', message: 'Bad token method' })).toBe('direct_not_permitted');
    expect(await reasonFor(501, { error: 'MethodNotImplemented', message: '' })).toBe('no_chat_service');
  });

  it('is "not available here" where the server cannot find a chat service', async () => {
    expect(await reasonFor(500, { error: 'InternalServerError', message: '' })).toBe('no_chat_service');
  });

  it('is not decided by trouble that passes', async () => {
    const busy = { error: 'UpstreamFailure', message: '' };
    expect(await reasonFor(502, busy)).toBeNull();
    expect(await reasonFor(500, { error: 'InternalServerError', message: '' }, manifest.capabilities)).toBeNull();
    expect(await reasonFor(502, busy, without)).toBe('no_chat_service');
    expect(await reasonFor(200, { convos: [] }, without)).toBeNull();
  });
});
