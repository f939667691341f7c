import { timingSafeEqual } from 'node:crypto';

export interface CallbackExpectation {
  /** Made for this sign-in alone, at least 128 random bits. */
  readonly state: string;
  /** The server that was asked; compared with `iss` (RFC 9207). */
  readonly issuer: string | null;
  /** True where the server announced that it always sends `iss`. */
  readonly mustNameIssuer: boolean;
}

/** `foreign`: not an answer to our question, to be ignored. `refused`: an answer to it, and it ends the sign-in. */
export type CallbackCheck =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'foreign'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

const isSame = (left: string, right: string): boolean => {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
};

const errorCode = /^[\x21\x23-\x5b\x5d-\x7e]{1,64}$/;

/** Judges the parameters of a callback: one state and ours, one issuer and the one asked, one code and no error. */
export function checkCallback(parameters: URLSearchParams, expect: CallbackExpectation): CallbackCheck {
  const states = parameters.getAll('state');
  if (states.length !== 1 || !isSame(states[0] ?? '', expect.state)) return { kind: 'foreign', reason: 'state' };
  const issuers = parameters.getAll('iss');
  if (issuers.length > 1) return { kind: 'foreign', reason: 'issuer' };
  if (issuers.length === 1 && expect.issuer !== null && issuers[0] !== expect.issuer)
    return { kind: 'foreign', reason: 'issuer' };
  if (issuers.length === 0 && expect.mustNameIssuer) return { kind: 'foreign', reason: 'issuer' };
  if (parameters.has('response') || parameters.has('id_token') || parameters.has('access_token'))
    return { kind: 'refused', reason: 'unexpected_response' };
  const errors = parameters.getAll('error');
  if (errors.length > 0) {
    const [first = ''] = errors;
    return { kind: 'refused', reason: errorCode.test(first) ? first : 'error' };
  }
  const codes = parameters.getAll('code');
  const [code = ''] = codes;
  if (codes.length !== 1 || code === '' || code.length > 4_096) return { kind: 'refused', reason: 'code' };
  return { kind: 'code', code };
}
