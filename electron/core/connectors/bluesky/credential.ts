import { z } from 'zod';

const passwordCredential = z.object({
  v: z.literal(1),
  kind: z.literal('password'),
  did: z.string().startsWith('did:'),
  /** Server that renews the session; where the person signed in. */
  authUrl: z.url(),
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
});

const oauthCredential = z.object({
  v: z.literal(1),
  kind: z.literal('oauth'),
  did: z.string().startsWith('did:'),
  issuer: z.url(),
  tokenEndpoint: z.url(),
  revocationEndpoint: z.url().nullable(),
  clientId: z.string().min(1),
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** Private key of the proofs, P-256. */
  proofKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() }),
});

/** What stands in the keychain for one account. Never an app password itself. */
const credential = z.discriminatedUnion('kind', [passwordCredential, oauthCredential]);

export type PasswordCredential = Readonly<z.output<typeof passwordCredential>>;
export type OAuthCredential = Readonly<z.output<typeof oauthCredential>>;
export type Credential = PasswordCredential | OAuthCredential;

/** Null for a text that is no credential of this connector. */
export function parseCredential(text: string): Credential | null {
  try {
    const parsed = credential.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
