import type { z } from 'zod';
import { HttpFailure, connectorErrorOf } from '../core/http-failure';
import { parseAs, readAs } from '../core/read-json';
import type { Clock } from '../../ports/clock';
import { chatService } from './addresses';
import { errorOf, type XrpcError, type XrpcResult } from './errors';
import type { Session } from './session';

type Parameter = string | number | boolean | readonly string[] | undefined;

interface CallOptions {
  readonly signal: AbortSignal;
  /** Sent on by the account's server to the chat service. */
  readonly toChat?: boolean;
}

/** Calls of the account's server by their lexicon names. Nothing here throws. */
export interface Xrpc {
  get<S extends z.ZodType>(
    nsid: string,
    parameters: Readonly<Record<string, Parameter>>,
    schema: S,
    options: CallOptions,
  ): Promise<XrpcResult<z.output<S>>>;
  /** `body` is JSON, or bytes with their own type. */
  post<S extends z.ZodType>(
    nsid: string,
    body: object | { readonly bytes: Uint8Array; readonly mime: string },
    schema: S,
    options: CallOptions,
  ): Promise<XrpcResult<z.output<S>>>;
}

const xrpcUrl = (serviceUrl: string, nsid: string, parameters: Readonly<Record<string, Parameter>> = {}): URL => {
  const url = new URL(`/xrpc/${nsid}`, serviceUrl);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value])
      url.searchParams.append(name, String(one));
  }
  return url;
};

const isBytes = (body: object): body is { readonly bytes: Uint8Array; readonly mime: string } =>
  'bytes' in body && body.bytes instanceof Uint8Array;

const ambiguous = (error: unknown): XrpcError => ({
  ...connectorErrorOf(error),
  isAmbiguous: !(error instanceof HttpFailure) || error.mayHaveBeenSent,
});

/** The client of one account. `serviceUrl` is the account's own server. */
export function createXrpc(session: Session, serviceUrl: string, clock: Clock): Xrpc {
  const call = async <S extends z.ZodType>(
    method: 'GET' | 'POST',
    url: URL,
    body: { readonly content: string | Uint8Array<ArrayBuffer>; readonly type: string } | null,
    schema: S,
    { signal, toChat = false }: CallOptions,
  ): Promise<XrpcResult<z.output<S>>> => {
    try {
      const headers = {
        accept: 'application/json',
        ...(body === null ? {} : { 'content-type': body.type }),
        ...(toChat ? { 'atproto-proxy': chatService } : {}),
      };
      const answer = await session.request({
        url,
        method,
        headers,
        body: body?.content ?? null,
        signal,
        isProxied: toChat,
      });
      // The credential could not be read, renewed or stored: the call itself never left.
      if (!answer.ok) return { ok: false, error: { ...answer.error, isAmbiguous: false } };
      if (!answer.value.ok) {
        const error = await errorOf(answer.value, clock.now());
        // Of the chat service this speaks of the other person, not of the account.
        if (toChat && error.kind === 'account_blocked')
          return { ok: false, error: { ...error, kind: 'recipient_unreachable' } };
        return { ok: false, error };
      }
      // Some procedures answer with nothing at all.
      const isEmpty = (await answer.value.clone().text()) === '';
      const read = isEmpty ? parseAs(schema, undefined) : await readAs(schema, answer.value);
      return read.ok ? read : { ok: false, error: { ...read.error, isAmbiguous: true } };
    } catch (error) {
      return { ok: false, error: ambiguous(error) };
    }
  };
  return {
    get: (nsid, parameters, schema, options) =>
      call('GET', xrpcUrl(serviceUrl, nsid, parameters), null, schema, options),
    post: (nsid, body, schema, options) =>
      call(
        'POST',
        xrpcUrl(serviceUrl, nsid),
        isBytes(body)
          ? { content: new Uint8Array(body.bytes), type: body.mime }
          : { content: JSON.stringify(body), type: 'application/json' },
        schema,
        options,
      ),
  };
}
