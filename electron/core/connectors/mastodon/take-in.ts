import { connectorOk, type ConnectorResult } from '../core/errors';
import type { InboundEvent } from '../core/types';
import { threadsPerPull } from './figures';
import { eventsOf } from './inbound';
import { readAround } from './reading';
import type { Status } from './schemas';
import { foundInThread, statusesOf, type Thread } from './thread';
import type { Told } from './told';
import type { LinkTools } from './tools';

/** The status alone tells all: nothing is above it and nobody has answered, or it is private and goes by its people. */
const standsAlone = (status: Status): boolean =>
  status.visibility === 'direct' || (status.in_reply_to_id === null && status.replies_count === 0);

export interface Taken {
  readonly events: readonly InboundEvent[];
  /** How many entries, from the first, are in the events. */
  readonly count: number;
}

/** Messages of a page with the threads around them; stops where one pull has read enough threads. */
export async function takeIn(
  tools: LinkTools,
  wanted: readonly Told[],
  signal: AbortSignal,
): Promise<ConnectorResult<Taken>> {
  const notificationIds = new Map(
    wanted.flatMap(({ id, status }) => (status === null ? [] : [[status.id, id] as const])),
  );
  const told = new Set(notificationIds.keys());
  const events: InboundEvent[] = [];
  const done = new Set<string>();
  let threads = 0;
  let count = 0;
  for (const { status } of wanted) {
    if (status !== null && !done.has(status.id)) {
      let thread: Thread | null = { ancestors: [], status, descendants: [] };
      if (!standsAlone(status)) {
        if (threads === threadsPerPull) break;
        threads += 1;
        const read = await readAround(tools, status, signal);
        if (!read.ok) return read;
        thread = read.value;
      }
      // Deleted in the meantime: there is nothing to show.
      if (thread !== null) {
        for (const found of foundInThread(thread, tools.reader, told))
          if (!done.has(found.status.id)) events.push(...eventsOf(found, tools.reader, notificationIds));
        for (const one of statusesOf(thread)) done.add(one.id);
      }
    }
    count += 1;
  }
  return connectorOk({ events, count });
}
