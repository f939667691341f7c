const maxLength = 160;

/** First line of a message for the desk: one line, short, cut between code points. */
export function previewOf(text: string): string {
  const line = text.slice(0, 2000).replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : line;
}
