import { webcrypto } from 'node:crypto';
import type { OAuthCredential } from './credential';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/** A new key for an account's proofs, and the form in which it is kept. */
export async function makeProofKey(): Promise<{ keys: webcrypto.CryptoKeyPair; stored: OAuthCredential['proofKey'] }> {
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
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
