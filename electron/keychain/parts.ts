import { maxPartBytes } from '@shared/domain/keychain-messages';
import type { StoredSecret } from '@shared/domain/keychain-messages';

/** The three calls of keytar that are used, bound to our service. `findCredentials` is not among them: it ends the process. */
export interface ItemStore {
  get(account: string): Promise<string | null>;
  set(account: string, value: string): Promise<void>;
  delete(account: string): Promise<boolean>;
}

/** Thrown when an item that was just read cannot be deleted: the keychain was closed in between. */
export class KeychainClosedError extends Error {}

/** Index of one secret; the value itself stands in the parts. Two generations take turns, so the old value stays whole. */
interface Header {
  readonly v: 1;
  readonly generation: 0 | 1;
  readonly count: number;
  readonly bytes: number;
  readonly sha256: string;
}

const partAccount = (account: string, generation: 0 | 1, n: number): string => `${account}#${generation}.${n}`;

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Cuts a text into pieces of at most `limit` bytes of UTF-8, never inside a character. */
export function splitByBytes(value: string, limit: number = maxPartBytes): readonly string[] {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of value) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > limit) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += bytes;
  }
  return part === '' ? parts : [...parts, part];
}

function parseHeader(text: string): Header | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  if (!('v' in parsed && 'generation' in parsed && 'count' in parsed && 'bytes' in parsed && 'sha256' in parsed))
    return null;
  const { v, generation, count, bytes, sha256 } = parsed;
  if (v !== 1 || (generation !== 0 && generation !== 1)) return null;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return null;
  if (typeof bytes !== 'number' || typeof sha256 !== 'string') return null;
  return { v, generation, count, bytes, sha256 };
}

/** Reads one secret. A missing part, a wrong length or checksum, or a header of somebody else is `damaged`, never a value. */
export async function readSecret(store: ItemStore, account: string): Promise<StoredSecret> {
  const text = await store.get(account);
  if (text === null) return { status: 'absent' };
  const header = parseHeader(text);
  if (header === null) return { status: 'damaged' };
  const parts: string[] = [];
  for (let n = 0; n < header.count; n += 1) {
    const part = await store.get(partAccount(account, header.generation, n));
    if (part === null) return { status: 'damaged' };
    parts.push(part);
  }
  const value = parts.join('');
  const bytes = new TextEncoder().encode(value);
  if (bytes.length !== header.bytes || (await sha256Of(bytes)) !== header.sha256) return { status: 'damaged' };
  return { status: 'found', value };
}

/**
 * Deletes every part of one generation. Parts are written upwards and deleted downwards, so whatever a crash leaves is an unbroken
 * run from 0 that can be counted without an index.
 */
async function sweep(store: ItemStore, account: string, generation: 0 | 1): Promise<void> {
  let count = 0;
  while ((await store.get(partAccount(account, generation, count))) !== null) count += 1;
  for (let n = count - 1; n >= 0; n -= 1) {
    if (!(await store.delete(partAccount(account, generation, n)))) throw new KeychainClosedError();
  }
}

/**
 * Stores one secret: parts of the other generation, then the header, then the old parts go. The header is one item, so a crash at any
 * point leaves the old or the new value whole.
 */
export async function writeSecret(store: ItemStore, account: string, value: string): Promise<void> {
  const before = await store.get(account);
  const old = before === null ? null : parseHeader(before);
  const generation = old?.generation === 0 ? 1 : 0;
  await sweep(store, account, generation);
  const parts = splitByBytes(value);
  for (const [n, part] of parts.entries()) await store.set(partAccount(account, generation, n), part);
  const bytes = new TextEncoder().encode(value);
  const header = {
    v: 1,
    generation,
    count: parts.length,
    bytes: bytes.length,
    sha256: await sha256Of(bytes),
  } satisfies Header;
  await store.set(account, JSON.stringify(header));
  try {
    await sweep(store, account, generation === 0 ? 1 : 0);
  } catch {
    // The new value stands. What is left of the old one is swept by the next write or delete.
  }
}

/** Deletes one secret: parts first, the header last, so that a delete that was cut short can be found and finished. */
export async function removeSecret(store: ItemStore, account: string): Promise<'deleted' | 'absent'> {
  const header = await store.get(account);
  await sweep(store, account, 0);
  await sweep(store, account, 1);
  if (header === null) return 'absent';
  if (!(await store.delete(account))) throw new KeychainClosedError();
  return 'deleted';
}
