import type { ConnectorResult } from '../core/errors';
import { connectorErr, connectorOk } from '../core/errors';
import { parseEach } from '../core/read-json';
import { authorOf } from './at-uri';
import { postsPerCall, threadDepth } from './figures';
import { quotedRef, rootUriOf, type FoundPost } from './inbound';
import { postList, postView, threadAnswer, type PostView } from './schemas';
import { readThreadNode, type ThreadNode } from './thread-tree';
import type { Xrpc } from './xrpc';

/** Posts by address, as many calls as it takes; posts that are gone are not in the answer. */
export async function readPosts(
  xrpc: Xrpc,
  uris: readonly string[],
  signal: AbortSignal,
): Promise<ConnectorResult<ReadonlyMap<string, PostView>>> {
  const wanted = [...new Set(uris)];
  const found = new Map<string, PostView>();
  for (let start = 0; start < wanted.length; start += postsPerCall) {
    const answer = await xrpc.get(
      'app.bsky.feed.getPosts',
      { uris: wanted.slice(start, start + postsPerCall) },
      postList,
      { signal },
    );
    if (!answer.ok) return answer;
    for (const post of parseEach(postView, answer.value.posts).items) found.set(post.uri, post);
  }
  return connectorOk(found);
}

/** A thread around a post; a deleted one answers with an error of its own on some servers, which is no error here. */
export async function readThreadAt(
  xrpc: Xrpc,
  uri: string,
  signal: AbortSignal,
  reach: { readonly depth: number; readonly parentHeight: number } = { depth: threadDepth, parentHeight: 80 },
): Promise<ConnectorResult<ThreadNode>> {
  const answer = await xrpc.get('app.bsky.feed.getPostThread', { uri, ...reach }, threadAnswer, { signal });
  if (answer.ok) return connectorOk(readThreadNode(answer.value.thread));
  if (answer.error.kind === 'target_gone') return connectorOk({ kind: 'gone' });
  const { kind, ...more } = answer.error;
  return connectorErr(kind, more);
}

/** Adds what a conversation shows above its messages: first posts that are not known yet, and what they quote. */
export async function withContext(
  xrpc: Xrpc,
  found: readonly FoundPost[],
  ownDid: string,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly FoundPost[]>> {
  const known = new Map<string, PostView>();
  for (const { post, root } of found) {
    known.set(post.uri, post);
    if (root !== null) known.set(root.uri, root);
  }
  const missing = found.map(({ post }) => rootUriOf(post)).filter((uri) => !known.has(uri));
  const roots = await readPosts(xrpc, missing, signal);
  if (!roots.ok) return roots;
  for (const [uri, post] of roots.value) known.set(uri, post);
  const quotedUri = (post: PostView): string | null => {
    const first = known.get(rootUriOf(post));
    const quoted = first === undefined ? null : quotedRef(first.record);
    return quoted !== null && authorOf(quoted.uri) === ownDid ? quoted.uri : null;
  };
  const wanted = found.flatMap(({ post }) => quotedUri(post) ?? []).filter((uri) => !known.has(uri));
  const quotes = await readPosts(xrpc, wanted, signal);
  if (!quotes.ok) return quotes;
  for (const [uri, post] of quotes.value) known.set(uri, post);
  return connectorOk(
    found.map((one) => {
      const uri = quotedUri(one.post);
      return {
        ...one,
        root: known.get(rootUriOf(one.post)) ?? null,
        quoted: uri === null ? null : (known.get(uri) ?? null),
      };
    }),
  );
}
