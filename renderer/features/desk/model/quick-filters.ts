import type { OutputOf } from '@shared/contract/index';
import type { ViewFilter } from '@shared/contract/views';

export type Counts = OutputOf<'conversations.counts'>;

/** Filters of one click, in the order of the desk's head. Each has its count, its text `desk.filters.<id>`. */
export const quickFilters = [
  { id: 'open', filter: { statuses: ['open'] } },
  { id: 'unread', filter: { isUnread: true } },
  { id: 'mine', filter: { statuses: ['open', 'pending'], assignee: 'me' } },
  { id: 'mention', filter: { statuses: ['open'], kinds: ['mention'] } },
  { id: 'comment', filter: { statuses: ['open'], kinds: ['comment'] } },
  { id: 'direct', filter: { statuses: ['open'], kinds: ['direct'] } },
  { id: 'review', filter: { statuses: ['open'], kinds: ['review'] } },
  { id: 'drafts', filter: { hasDraft: true } },
  { id: 'snoozed', filter: { statuses: ['snoozed'] } },
] as const satisfies readonly { readonly id: keyof Counts; readonly filter: ViewFilter }[];

export type QuickFilterId = (typeof quickFilters)[number]['id'];

const canonical = (filter: ViewFilter): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
      .map(([key, value]) => [key, Array.isArray(value) ? [...value].toSorted() : value])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  );

/** Whether two filters ask for the same rows, whatever the order in which they were put together. */
export const isSameFilter = (one: ViewFilter, other: ViewFilter): boolean => canonical(one) === canonical(other);

/** The quick filter that is on; null for a view put together by hand. */
export const activeQuickFilter = (filter: ViewFilter): QuickFilterId | null =>
  quickFilters.find((quick) => isSameFilter(quick.filter, filter))?.id ?? null;

/** Takes a value into a list of the filter, or out of it; an empty list leaves. */
export const toggleIn = <Value>(list: readonly Value[] | undefined, value: Value): Value[] | undefined => {
  const next = list?.includes(value) ? list.filter((each) => each !== value) : [...(list ?? []), value];
  return next.length > 0 ? next : undefined;
};
