import { connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { InboundEvent, PullPage } from '../core/types';
import { authorOf, parseAtUri } from './at-uri';
import { authorFeedPages, firstReachMs, pageSize, threadsPerPull } from './figures';
import { eventsOf, rootUriOf, writtenAt } from './inbound';
import { readThreadAt, withContext } from './reading';
import { feedItem, feedList, recordAnswer } from './schemas';
import { foundInThread } from './thread-tree';
import { readThreadsState, sinceOf, threadsToRead, type OwnPost, type ThreadsState } from './threads-run';
import type { LinkTools } from './tools';

/** Own posts and answers since a time, newest first. `oldest`: down to where the list was read. */
const listOwnPosts = async (
  { xrpc, did, logger }: LinkTools,
  since: number,
  signal: AbortSignal,
): Promise<ConnectorResult<{ readonly posts: readonly OwnPost[]; readonly oldest: number }>> => {
  const posts: OwnPost[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < authorFeedPages; page += 1) {
    const answer = await xrpc.get(
      'app.bsky.feed.getAuthorFeed',
      { actor: did, filter: 'posts_with_replies', limit: pageSize, cursor },
      feedList,
      { signal },
    );
    if (!answer.ok) return answer;
    const { items, skipped } = parseEach(feedItem, answer.value.feed);
    if (skipped > 0)
      logger.warn('entries of the wrong shape left out', { network: 'bluesky', stream: 'threads', count: skipped });
    const own = items.filter((item) => item.reason === undefined && item.post.author.did === did);
    for (const { post } of own) {
      const rootUri = rootUriOf(post);
      posts.push({
        uri: post.uri,
        rootUri,
        isRootOwn: authorOf(rootUri) === did,
        replies: post.replyCount ?? 0,
        writtenAt: writtenAt(post),
      });
    }
    cursor = answer.value.cursor;
    const oldest = Math.min(...own.map(({ post }) => writtenAt(post)));
    if (cursor === undefined || items.length === 0 || oldest < since) return connectorOk({ posts, oldest: since });
  }
  return connectorOk({ posts, oldest: Math.max(since, ...posts.slice(-1).map((post) => post.writtenAt)) });
};

/** Own posts that were listed before, should be listed still, and are gone from the account's own server. */
const deletedPosts = async (
  { xrpc }: LinkTools,
  before: ThreadsState,
  listed: ThreadsState['own'],
  oldest: number,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const candidates = Object.entries(before.own).filter(([uri, { t }]) => t > oldest && listed[uri] === undefined);
  const deleted: string[] = [];
  for (const [uri] of candidates.slice(0, pageSize)) {
    const parts = parseAtUri(uri);
    if (parts === null) continue;
    const record = await xrpc.get(
      'com.atproto.repo.getRecord',
      { repo: parts.repo, collection: parts.collection, rkey: parts.key },
      recordAnswer,
      { signal },
    );
    if (!record.ok && record.error.kind === 'target_gone') deleted.push(uri);
  }
  return deleted;
};

/**
 * Own recent threads, read again: finds answers that came without a notification and those that the brand gave outside
 * the app. A few threads at each pull.
 */
export async function pullThreads(
  tools: LinkTools,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const { xrpc, did, clock } = tools;
  const now = clock.now();
  let state = readThreadsState(cursor);
  const events: InboundEvent[] = [];
  if (state.run === null) {
    const since = sinceOf(state, now);
    const listed = await listOwnPosts(tools, Math.min(since, now - firstReachMs), signal);
    if (!listed.ok) return listed;
    const { left, own } = threadsToRead(state, listed.value.posts, now);
    const deleted = await deletedPosts(tools, state, own, listed.value.oldest, signal);
    for (const uri of deleted) events.push({ type: 'post_delete', remotePostId: uri, at: now });
    state = {
      ...state,
      own,
      run: { startedAt: now, since: Math.max(since, listed.value.oldest), left: [...left] },
    };
  }
  const run = state.run ?? { startedAt: now, since: now, left: [] };
  for (const uri of run.left.slice(0, threadsPerPull)) {
    const thread = await readThreadAt(xrpc, uri, signal);
    if (!thread.ok) return thread;
    if (thread.value.kind === 'gone' && authorOf(uri) === did)
      events.push({ type: 'post_delete', remotePostId: uri, at: now });
    const found = await withContext(xrpc, foundInThread(thread.value, did), did, signal);
    if (!found.ok) return found;
    for (const one of found.value) events.push(...eventsOf(one, did));
  }
  const left = run.left.slice(threadsPerPull);
  const isDone = left.length === 0;
  const next: ThreadsState = isDone
    ? { ...state, lastRunAt: run.startedAt, run: null }
    : { ...state, run: { ...run, left } };
  return connectorOk({
    events,
    cursor: JSON.stringify(next),
    hasMore: !isDone,
    covered: isDone ? { fromAt: run.since, toAt: run.startedAt } : null,
    gaps: [],
  });
}
