/** Digits of three by five dots, row by row; `+` for more than 99. */
const glyphs: Readonly<Record<string, readonly string[]>> = {
  '0': ['###', '#.#', '#.#', '#.#', '###'],
  '1': ['.#.', '##.', '.#.', '.#.', '###'],
  '2': ['###', '..#', '###', '#..', '###'],
  '3': ['###', '..#', '###', '..#', '###'],
  '4': ['#.#', '#.#', '###', '..#', '..#'],
  '5': ['###', '#..', '###', '..#', '###'],
  '6': ['###', '#..', '###', '#.#', '###'],
  '7': ['###', '..#', '..#', '.#.', '.#.'],
  '8': ['###', '#.#', '###', '#.#', '###'],
  '9': ['###', '#.#', '###', '..#', '###'],
  '+': ['...', '.#.', '###', '.#.', '...'],
};

/** Red of the design, as the bytes of a bitmap: blue, green, red, opacity. */
const ground = [0x18, 0x23, 0xb4, 0xff] as const;
const ink = [0xff, 0xff, 0xff, 0xff] as const;

/** What stands in the badge: the number, or `9+` where two digits would not fit a small icon. */
export const badgeLabel = (count: number): string => (count > 99 ? '9+' : String(count));

/**
 * Draws a badge with the count over the lower right of a square bitmap (4 bytes a pixel: blue, green, red, opacity) and answers the
 * new one; with 0, the bitmap as it is.
 */
export function drawBadge(bitmap: Uint8Array, size: number, count: number): Uint8Array {
  const drawn = Uint8Array.from(bitmap);
  if (count <= 0) return drawn;
  const label = badgeLabel(count);
  const dot = Math.max(1, Math.floor(size / 14));
  const textWidth = (label.length * 4 - 1) * dot;
  const width = Math.min(size, Math.max(textWidth + 3 * dot, 8 * dot));
  const height = Math.min(size, 8 * dot);
  const left = size - width;
  const top = size - height;
  const paint = (x: number, y: number, colour: readonly number[]): void => {
    if (x >= 0 && y >= 0 && x < size && y < size) drawn.set(colour, (y * size + x) * 4);
  };
  const radius = height / 2;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const nearX = Math.max(radius - x - 0.5, x + 0.5 - (width - radius), 0);
      if (nearX ** 2 + (y + 0.5 - radius) ** 2 <= radius ** 2) paint(left + x, top + y, ground);
    }
  }
  const textLeft = left + Math.floor((width - textWidth) / 2);
  const textTop = top + Math.floor((height - 5 * dot) / 2);
  for (const [index, sign] of [...label].entries()) {
    for (const [row, line] of (glyphs[sign] ?? []).entries()) {
      for (const [column, mark] of [...line].entries()) {
        if (mark !== '#') continue;
        for (let y = 0; y < dot; y += 1) {
          for (let x = 0; x < dot; x += 1) {
            paint(textLeft + (index * 4 + column) * dot + x, textTop + row * dot + y, ink);
          }
        }
      }
    }
  }
  return drawn;
}
