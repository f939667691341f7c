import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';

/** A picture that has not changed for so long counts as finished. */
const stillForMs = 2000;

/**
 * Waits until the virtual display shows something and stands still, then writes it as a PNG; false when it stayed empty
 * for `timeoutMs` or `signal` ended the wait.
 */
export async function writeScreenshot(framebuffer, file, { timeoutMs = 60_000, signal } = {}) {
  const giveUpAt = performance.now() + timeoutMs;
  const isOver = () => performance.now() >= giveUpAt || signal?.aborted === true;
  let last;
  let stillSince = 0;
  for (; !isOver(); await wait(250)) {
    const picture = readPicture(framebuffer);
    if (!picture) continue;
    if (!last?.pixels.equals(picture.pixels)) [last, stillSince] = [picture, performance.now()];
    else if (performance.now() - stillSince > stillForMs && hasContent(picture)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, encodePng(picture));
      return true;
    }
  }
  return false;
}

/** Reads an X window dump (format version 7: big-endian header, colour map, then rows of blue, green, red, unused). */
function readPicture(file) {
  const dump = readFileSync(file);
  if (dump.length < 100) return undefined;
  const [headerBytes, width, height, rowBytes, colours] = [0, 16, 20, 48, 76].map((at) => dump.readUInt32BE(at));
  const start = headerBytes + colours * 12;
  return { width, height, rowBytes, pixels: Buffer.from(dump.subarray(start, start + rowBytes * height)) };
}

/** An empty screen is one colour; a window has many. */
function hasContent({ pixels }) {
  const first = pixels.readUInt32LE(0);
  for (let at = 0; at + 4 <= pixels.length; at += 4) if (pixels.readUInt32LE(at) !== first) return true;
  return false;
}

function encodePng({ width, height, rowBytes, pixels }) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0, out = 0; y < height; y++) {
    raw[out++] = 0;
    for (let x = 0, at = y * rowBytes; x < width; x++, at += 4) {
      raw[out++] = pixels[at + 2];
      raw[out++] = pixels[at + 1];
      raw[out++] = pixels[at];
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
