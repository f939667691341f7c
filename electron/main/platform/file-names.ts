const imageKinds: readonly { readonly mime: string; readonly matches: (head: Buffer) => boolean }[] = [
  { mime: 'image/png', matches: (head) => head.subarray(0, 8).toString('latin1') === '\u0089PNG\r\n\u001a\n' },
  { mime: 'image/jpeg', matches: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff },
  { mime: 'image/gif', matches: (head) => /^GIF8[79]a/.test(head.subarray(0, 6).toString('latin1')) },
  {
    mime: 'image/webp',
    matches: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
];

/** Kind of an image by its first bytes, whatever its name says; null where it is none that we take. */
export const imageMime = (head: Buffer): string | null => imageKinds.find((kind) => kind.matches(head))?.mime ?? null;

/** A name for a file that cannot leave the chosen folder, hide its ending or be refused by a system. */
export function safeFileName(suggested: string): string {
  const cleaned = suggested
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
    .slice(0, 120);
  return cleaned === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(cleaned) ? `chorale-${cleaned}` : cleaned;
}
