// Pages by id, as the server gives them: newest first inside a page, with a Link header to the next and previous one.
import { compareIds } from './world.mjs';

/**
 * @param {object[]} items in any order
 * @param {{ get: (name: string) => string | undefined }} query max_id, since_id, min_id, limit
 * @param {{ url: string, standard: number, most: number, idOf?: (item: object) => string }} options `url` is the whole
 *   address without paging parameters
 */
export const pageById = (items, query, { url, standard, most, idOf = (item) => item.id }) => {
  const limit = Math.min(most, Math.max(1, Number(query.get('limit') ?? standard) || standard));
  const below = query.get('max_id');
  const above = query.get('since_id');
  const justAbove = query.get('min_id');
  const inRange = items
    .filter((item) => below === undefined || compareIds(idOf(item), below) < 0)
    .filter((item) => above === undefined || compareIds(idOf(item), above) > 0)
    .filter((item) => justAbove === undefined || compareIds(idOf(item), justAbove) > 0)
    .toSorted((left, right) => compareIds(idOf(right), idOf(left)));
  // min_id walks forward: the oldest items above it; since_id skips to the newest.
  const page = justAbove === undefined ? inRange.slice(0, limit) : inRange.slice(-limit);
  if (page.length === 0) return { page, headers: {} };
  const address = (name, value) => {
    const next = new URL(url);
    if (query.get('limit') !== undefined) next.searchParams.set('limit', query.get('limit'));
    next.searchParams.set(name, value);
    return next.href;
  };
  const links = [`<${address('min_id', idOf(page[0]))}>; rel="prev"`];
  if (page.length === limit) links.unshift(`<${address('max_id', idOf(page.at(-1)))}>; rel="next"`);
  return { page, headers: { link: links.join(', ') } };
};
