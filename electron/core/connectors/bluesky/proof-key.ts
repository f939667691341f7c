import { randomUUID, webcrypto } from 'node:crypto';
import type { OAuthCredential } from './credential';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/** A new key for an account's proofs, and the form in which it is kept. */
export async function makeProofKey(): Promise<{ keys: webcrypto.CryptoKeyPair; stored: OAuthCredential['proofKey'] }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { x = '', y = '', d = '' } = await webcrypto.subtle.exportKey('jwk', keys.privateKey);
  return { keys, stored: { kty: 'EC', crv: 'P-256', x, y, d } };
}

/** The key as it was kept. The public half must be extractable, since each proof carries it. */
export async function importProofKey(stored: OAuthCredential['proofKey']): Promise<webcrypto.CryptoKeyPair> {
  const { d: _, ...open } = stored;
  return {
    privateKey: await webcrypto.subtle.importKey('jwk', { ...stored }, algorithm, false, ['sign']),
    publicKey: await webcrypto.subtle.importKey('jwk', { ...open }, algorithm, true, ['verify']),
  };
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** One proof for a request without an access token (RFC 9449 section 4.2); `nonce` as the server asked for it. */
export async function proofFor(
  stored: OAuthCredential['proofKey'],
  request: { readonly method: string; readonly url: string; readonly atSeconds: number; readonly nonce: string | null },
): Promise<string> {
  const { privateKey } = await importProofKey(stored);
  const { d: _, ...jwk } = stored;
  const head = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk });
  const claims = encode({
    jti: randomUUID(),
    htm: request.method,
    htu: request.url,
    iat: request.atSeconds,
    ...(request.nonce === null ? {} : { nonce: request.nonce }),
  });
  const signature = await webcrypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey,
    Buffer.from(`${head}.${claims}`),
  );
  return `${head}.${claims}.${Buffer.from(signature).toString('base64url')}`;
}
