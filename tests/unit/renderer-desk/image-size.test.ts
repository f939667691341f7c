import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, isShowable, readImageSize, toBase64 } from '@renderer/lib/image-size';

const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(40);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'ascii');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const jpeg = (width: number, height: number): Uint8Array => {
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3];
  return Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xdb,
    0,
    4,
    1,
    2,
    ...frame,
    ...Array.from({ length: 30 }, () => 0),
  ]);
};

describe('looking at an image before it is decoded', () => {
  it('knows type and size by the bytes', () => {
    expect(readImageSize(png(640, 480))).toEqual({ type: 'image/png', width: 640, height: 480 });
    expect(readImageSize(jpeg(1200, 800))).toEqual({ type: 'image/jpeg', width: 1200, height: 800 });
    const gif = Buffer.alloc(30);
    gif.write('GIF89a', 0, 'ascii');
    gif.writeUInt16LE(20, 6);
    gif.writeUInt16LE(10, 8);
    expect(readImageSize(gif)).toEqual({ type: 'image/gif', width: 20, height: 10 });
  });

  it('shows nothing that claims more pixels than memory holds, or that is no image', () => {
    expect(isShowable(readImageSize(png(60_000, 60_000)))).toBe(false);
    expect(isShowable(readImageSize(png(0, 10)))).toBe(false);
    expect(isShowable(readImageSize(Buffer.from('<svg onload="alert(1)">'.padEnd(60))))).toBe(false);
    expect(isShowable(readImageSize(png(4000, 3000)))).toBe(true);
  });

  it('reads any bytes without a crash or an endless walk', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom([], [0xff, 0xd8], [0x52, 0x49, 0x46, 0x46]),
        (bytes, head) => {
          expect(() => readImageSize(Uint8Array.from([...head, ...bytes]))).not.toThrow();
        },
      ),
    );
  });

  it('brings bytes to base64 and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
      }),
    );
  });
});
