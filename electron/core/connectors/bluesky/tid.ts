import { createHash } from 'node:crypto';

const alphabet = '234567abcdefghijklmnopqrstuvwxyz';
const length = 13;

/** Writes a 53-bit time in µs and a 10-bit clock number as a record key. Source: atproto.com/specs/tid, read 2025-11. */
export function encodeTid(micros: bigint, clockNumber: number): string {
  let value = ((micros & ((1n << 53n) - 1n)) << 10n) | BigInt(clockNumber & 1023);
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = (alphabet[Number(value & 31n)] ?? '') + text;
    value >>= 5n;
  }
  return text;
}

export const isTid = (text: string): boolean => /^[2-7a-j][2-7a-z]{12}$/.test(text);

/** Ms since 1970 UTC of a record key. */
export function tidTime(tid: string): number | null {
  if (!isTid(tid)) return null;
  let value = 0n;
  for (const letter of tid) value = (value << 5n) | BigInt(alphabet.indexOf(letter));
  return Number((value >> 10n) / 1_000n);
}

const digest = (seed: string): Buffer => createHash('sha256').update(seed).digest();

/** Record keys that an item may use: the next one only where a foreign record stands under the one before. */
export const itemSlots = 3;

/**
 * The record key of an outbox item: the same for every attempt. The item's key decides the µs within the ms of
 * `createdAtMs` and the clock number, so two items of one millisecond share a key once in a million; `slot` gives others.
 */
export function tidForItem(key: string, createdAtMs: number, slot = 0): string {
  const hash = digest(slot === 0 ? `outbox:${key}` : `outbox:${key}:${slot}`);
  const ms = BigInt(Math.max(0, Math.trunc(createdAtMs)));
  return encodeTid(ms * 1_000n + BigInt(hash.readUInt16BE(0) % 1_000), hash.readUInt16BE(2));
}

const firstMicros = 1_672_531_200_000_000n; // 2023-01-01
const spanMicros = 31_536_000_000_000n; // a year

/** The record key of a state (a like, a block) that exists at most once per subject, so that setting it twice is one. */
export function tidForSubject(collection: string, subject: string): string {
  const hash = digest(`${collection}:${subject}`);
  return encodeTid(firstMicros + (hash.readBigUInt64BE(0) % spanMicros), hash.readUInt16BE(8));
}
