/** Where a list goes on, as the answer's `Link` header says; null where it says nothing. */
export interface Paging {
  /** `max_id` of the next, older page. */
  readonly older: string | null;
  /** `min_id` of the page above. */
  readonly newer: string | null;
}

export const noPaging: Paging = { older: null, newer: null };

const longestHeader = 8_192;

/** Relative addresses are allowed; only their parameters matter. */
const base = 'https://server.invalid';

const parameterOf = (address: string, names: readonly string[]): string | null => {
  if (!URL.canParse(address, base)) return null;
  const { searchParams } = new URL(address, base);
  for (const name of names) {
    const value = searchParams.get(name);
    if (value !== null && value !== '' && value.length <= 200) return value;
  }
  return null;
};

/** Reads only ids out of the header: the address itself is never followed, whatever host it names. */
export function readPaging(header: string | null): Paging {
  if (header === null || header.length > longestHeader) return noPaging;
  let { older, newer } = noPaging;
  for (const [, address = '', attributes = ''] of header.matchAll(/<([^<>]*)>((?:\s*;[^,<]*)*)/g)) {
    const relation = /;\s*rel="?([a-z ]+)"?/i.exec(attributes)?.[1]?.toLowerCase().trim();
    if (relation === 'next') older ??= parameterOf(address, ['max_id']);
    if (relation === 'prev') newer ??= parameterOf(address, ['min_id', 'since_id']);
  }
  return { older, newer };
}
