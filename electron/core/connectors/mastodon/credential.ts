import { z } from 'zod';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { singleFlight } from '../core/single-flight';
import type { CredentialStore } from '../core/types';

const credential = z.object({
  v: z.literal(1),
  /** Origin of the server. */
  server: z.url(),
  token: z.string().min(1),
  /** The app that was registered for this account; null where a token was typed by hand. */
  clientId: z.string().min(1).nullable(),
  clientSecret: z.string().min(1).nullable(),
  /** What the server is known to do, so that it is known before it can be asked. */
  traits: z.object({ keepsKeys: z.boolean(), blursDirect: z.boolean(), hasQuotes: z.boolean() }),
});

/** What stands in the keychain for one account. Tokens of this network do not expire; they are revoked. */
export type Credential = Readonly<z.output<typeof credential>>;

/** Null for a text that is no credential of this connector. */
export function parseCredential(text: string): Credential | null {
  try {
    const parsed = credential.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Reads the credential from the keychain once; an error is not kept, so that an unlocked keychain helps at once. */
export function credentialReader(store: CredentialStore): () => Promise<ConnectorResult<Credential>> {
  let held: Credential | null = null;
  return singleFlight(async () => {
    if (held !== null) return connectorOk(held);
    const text = await store.get();
    if (!text.ok) return text;
    held = parseCredential(text.value);
    return held === null ? connectorErr('auth_revoked', { networkCode: 'credential_damaged' }) : connectorOk(held);
  });
}
