import type { z } from 'zod';
import type { Clock } from '../../ports/clock';
import type { ConnectorResult } from '../core/errors';
import { HttpFailure, connectorErrorOf } from '../core/http-failure';
import { parseAs, readAs } from '../core/read-json';
import type { Credential } from './credential';
import { errorOf, type ApiError, type ApiResult } from './errors';
import { readPaging } from './paging';

type Parameter = string | number | boolean | readonly string[] | undefined;
export type Query = Readonly<Record<string, Parameter>>;

interface CallOptions {
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls of one server by their paths, with the account's token. Nothing here throws. */
export interface Api {
  get<S extends z.ZodType>(path: string, query: Query, schema: S, signal: AbortSignal): Promise<ApiResult<z.output<S>>>;
  /** `body`: JSON, a form with files, or nothing. */
  post<S extends z.ZodType>(
    path: string,
    body: object | FormData | null,
    schema: S,
    options: CallOptions,
  ): Promise<ApiResult<z.output<S>>>;
  remove<S extends z.ZodType>(path: string, schema: S, signal: AbortSignal): Promise<ApiResult<z.output<S>>>;
}

export interface ApiOptions {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly credential: () => Promise<ConnectorResult<Credential>>;
  /** Origin of the server; the token goes nowhere else. */
  readonly server: string;
}

/** The address of a call. Ids are put into paths by `encodeURIComponent`. */
export function apiUrl(server: string, path: string, query: Query = {}): URL {
  const url = new URL(path, server);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (typeof value === 'object') for (const one of value) url.searchParams.append(`${name}[]`, one);
    else url.searchParams.set(name, String(value));
  }
  return url;
}

export const pathId = (id: string): string => encodeURIComponent(id);

const failureOf = (error: unknown): ApiError => ({
  ...connectorErrorOf(error),
  isAmbiguous: !(error instanceof HttpFailure) || error.mayHaveBeenSent,
  status: 0,
  words: '',
});

/** Reads an answer: a refusal as an error, an empty body as undefined, the rest by its schema. */
export async function readAnswer<S extends z.ZodType>(
  response: Response,
  schema: S,
  clock: Clock,
): Promise<ApiResult<z.output<S>>> {
  const { status } = response;
  if (!response.ok) return { ok: false, error: await errorOf(response, clock.now()) };
  const paging = readPaging(response.headers.get('link'));
  const isEmpty = (await response.clone().text()) === '';
  const read = isEmpty ? parseAs(schema, undefined) : await readAs(schema, response);
  if (read.ok) return { ok: true, value: read.value, paging, status };
  return { ok: false, error: { ...read.error, isAmbiguous: true, status, words: '' } };
}

/** The client of one account. */
export function createApi({ fetch: send, clock, credential, server }: ApiOptions): Api {
  const call = async <S extends z.ZodType>(
    method: 'GET' | 'POST' | 'DELETE',
    url: URL,
    body: object | FormData | null,
    schema: S,
    { signal, headers = {} }: CallOptions,
  ): Promise<ApiResult<z.output<S>>> => {
    try {
      const held = await credential();
      // The credential could not be read: the call itself never left.
      if (!held.ok) return { ok: false, error: { ...held.error, isAmbiguous: false, status: 0, words: '' } };
      const isForm = body instanceof FormData;
      const response = await send(url, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${held.value.token}`,
          ...(body === null || isForm ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        signal,
        ...(body === null ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      return await readAnswer(response, schema, clock);
    } catch (error) {
      return { ok: false, error: failureOf(error) };
    }
  };
  return {
    get: (path, query, schema, signal) => call('GET', apiUrl(server, path, query), null, schema, { signal }),
    post: (path, body, schema, options) => call('POST', apiUrl(server, path), body, schema, options),
    remove: (path, schema, signal) => call('DELETE', apiUrl(server, path), null, schema, { signal }),
  };
}
