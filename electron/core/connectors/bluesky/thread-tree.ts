import { z } from 'zod';
import type { RemoteContact } from '../core/types';
import { authorOf } from './at-uri';
import { isAddressedTo, rootUriOf, type FoundPost } from './inbound';
import { contactOf } from './people';
import { postView, type PostView } from './schemas';

/** One node of getPostThread, as far as it could be read. */
export type ThreadNode =
  | {
      readonly kind: 'post';
      readonly post: PostView;
      readonly parent: ThreadNode | null;
      readonly replies: readonly ThreadNode[];
    }
  | { readonly kind: 'gone' | 'blocked' | 'unreadable' };

const node = z.object({
  $type: z.string().catch(''),
  post: z.unknown().optional(),
  parent: z.unknown().optional(),
  replies: z.array(z.unknown()).optional().catch(undefined),
  notFound: z.boolean().optional().catch(undefined),
  blocked: z.boolean().optional().catch(undefined),
});

/** Deepest nesting that is followed; servers stop far earlier. */
const maxLevels = 120;

/** Reads a thread leniently: a node of the wrong shape is `unreadable` and hides no other. */
export function readThreadNode(value: unknown, levels = 0): ThreadNode {
  const parsed = node.safeParse(value);
  if (!parsed.success || levels > maxLevels) return { kind: 'unreadable' };
  const { $type, notFound, blocked } = parsed.data;
  if (notFound === true || $type.endsWith('#notFoundPost')) return { kind: 'gone' };
  if (blocked === true || $type.endsWith('#blockedPost')) return { kind: 'blocked' };
  const post = postView.safeParse(parsed.data.post);
  if (!post.success) return { kind: 'unreadable' };
  const { parent, replies } = parsed.data;
  return {
    kind: 'post',
    post: post.data,
    parent: parent === undefined ? null : readThreadNode(parent, levels + 1),
    replies: (replies ?? []).map((reply) => readThreadNode(reply, levels + 1)),
  };
}

/** The posts above a node, from its parent upwards, as far as they are known. */
const ancestorsOf = (start: ThreadNode): readonly PostView[] => {
  const above: PostView[] = [];
  let at = start.kind === 'post' ? start.parent : null;
  while (at !== null && at.kind === 'post') {
    above.push(at.post);
    at = at.parent;
  }
  return above;
};

/** Whom an own answer speaks to: the nearest person above it who is not the brand. */
const addressee = (above: readonly PostView[], ownDid: string): RemoteContact | null => {
  const person = above.find((post) => post.author.did !== ownDid);
  return person === undefined ? null : contactOf(person.author);
};

/**
 * The messages of a thread that belong to the brand's conversations, oldest first in each branch: what others wrote under
 * an own first post, in answer to an own post, or to the brand by name; and the brand's own answers to them.
 */
export function foundInThread(start: ThreadNode, ownDid: string): readonly FoundPost[] {
  if (start.kind !== 'post') return [];
  const above = ancestorsOf(start);
  const top = above.at(-1) ?? start.post;
  const rootUri = rootUriOf(start.post);
  const root = top.uri === rootUri ? top : null;
  const found: FoundPost[] = [];
  const visit = (post: PostView, ancestors: readonly PostView[]): void => {
    const isOwn = post.author.did === ownDid;
    const [parent] = ancestors;
    const isFirst = post.record.reply === undefined;
    const contact = isOwn ? addressee(ancestors, ownDid) : contactOf(post.author);
    const belongs =
      isOwn ||
      isAddressedTo(ownDid, post) ||
      parent?.author.did === ownDid ||
      (!isFirst && authorOf(rootUri) === ownDid);
    // An own first post, or one that continues the brand's own thread, is context and no message.
    if (contact !== null && belongs) found.push({ post, root, quoted: null, contact });
  };
  for (let index = above.length - 1; index >= 0; index -= 1) {
    const post = above[index];
    if (post !== undefined) visit(post, above.slice(index + 1));
  }
  const descend = (at: ThreadNode, ancestors: readonly PostView[]): void => {
    if (at.kind !== 'post') return;
    visit(at.post, ancestors);
    for (const reply of at.replies) descend(reply, [at.post, ...ancestors]);
  };
  descend(start, above);
  return found;
}
