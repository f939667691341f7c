import { z } from 'zod';
import { connectorErr, type ConnectorError, type ConnectorResult } from '../core/errors';
import { connectorErrorOf, HttpFailure } from '../core/http-failure';
import { readAs } from '../core/read-json';
import type { ConnectorContext } from '../core/types';
import { errorOf } from './errors';

/** Only what we use; unknown fields pass, and entries of the wrong shape are left out one by one by the reader. */
export const person = z.object({ id: z.string(), name: z.string() });
export const comment = z.object({
  id: z.string(),
  text: z.string(),
  created_at: z.string(),
  author: person,
  post: z.object({ id: z.string(), text: z.string(), created_at: z.string() }),
  reply_to: z.string().nullable().catch(null),
});
export type Comment = z.output<typeof comment>;
export const commentList = z.object({ comments: z.array(z.unknown()) });

/** A failed call. `isAmbiguous`: the server may have carried it out all the same. */
export interface CallError extends ConnectorError {
  readonly isAmbiguous: boolean;
}
export type CallResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CallError };

/** The only place with addresses. Nothing here throws. */
export interface Client {
  get<S extends z.ZodType>(path: string, schema: S, signal: AbortSignal): Promise<CallResult<z.output<S>>>;
  send<S extends z.ZodType>(
    method: 'POST' | 'DELETE',
    path: string,
    body: object | null,
    schema: S,
    signal: AbortSignal,
  ): Promise<CallResult<z.output<S>>>;
}

export function createClient(
  { fetch, clock }: ConnectorContext,
  serviceUrl: string,
  token: () => Promise<ConnectorResult<string>>,
): Client {
  const call = async <S extends z.ZodType>(
    method: string,
    path: string,
    body: object | null,
    schema: S,
    signal: AbortSignal,
  ): Promise<CallResult<z.output<S>>> => {
    try {
      const held = await token();
      if (!held.ok) return { ok: false, error: { ...held.error, isAmbiguous: false } };
      const response = await fetch(new URL(path, serviceUrl), {
        method,
        headers: { authorization: `Bearer ${held.value}`, 'content-type': 'application/json' },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
        signal,
      });
      if (!response.ok)
        return {
          ok: false,
          error: { ...(await errorOf(response, clock.now())), isAmbiguous: response.status >= 500 },
        };
      const read = await readAs(schema, response);
      return read.ok ? read : { ok: false, error: { ...connectorErr('garbage').error, isAmbiguous: true } };
    } catch (error) {
      const isAmbiguous = !(error instanceof HttpFailure) || error.mayHaveBeenSent;
      return { ok: false, error: { ...connectorErrorOf(error), isAmbiguous } };
    }
  };
  return {
    get: (path, schema, signal) => call('GET', path, null, schema, signal),
    send: (method, path, body, schema, signal) => call(method, path, body, schema, signal),
  };
}
