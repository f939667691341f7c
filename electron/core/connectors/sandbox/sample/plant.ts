import { accountByHandle, ensureAccount, type PublicName } from '../network/accounts';
import { addConversation, type ConversationRow, type Reactions } from '../network/conversations';
import { addMessage } from '../network/messages';
import { ensureCustomer } from '../network/people';
import { addPost } from '../network/posts';
import { seedOf } from '../network/random';
import type { Store } from '../network/store';
import type { BrandContent } from './content';
import { readLiveScript, readScript, type ScriptConversation } from './script';
import { momentOf, turnMoments } from './timeline';

/** Every public name of a brand, its handles among them. */
export const namesOf = (brand: BrandContent): readonly PublicName[] => [
  { kind: 'name', value: brand.name },
  ...brand.accounts.map(({ handle }) => ({ kind: 'handle', value: handle }) as const),
  ...brand.identities,
];

interface Step {
  readonly at: number;
  readonly apply: () => void;
}

const stepsOf = (
  store: Store,
  brand: BrandContent,
  conversation: ScriptConversation,
  postIds: ReadonlyMap<string, string>,
  reactions: Reactions,
  now: number,
): readonly Step[] => {
  const account = accountByHandle(store, conversation.account);
  if (!account) throw new Error(`sample script: no account ${conversation.account}`);
  const postId = conversation.post === null ? null : postIds.get(conversation.post);
  if (postId === undefined) throw new Error(`sample script: no post ${conversation.post ?? ''}`);
  const moments = turnMoments(conversation, now, brand.timezone);
  let made: ConversationRow | undefined;
  return conversation.turns.map((turn, index) => {
    const at = moments[index] ?? now;
    return {
      at,
      apply: () => {
        made ??= addConversation(store, {
          accountId: account.id,
          kind: conversation.kind,
          customerId: ensureCustomer(store, conversation.handle, conversation.name).id,
          postId,
          at,
          reactions,
        });
        addMessage(store, made, {
          authorAccountId: turn.isBrand ? account.id : null,
          text: turn.text,
          at,
          via: turn.isBrand ? 'native' : 'customer',
        });
      },
    };
  });
};

/** Writes the accounts and posts of a brand as of the last four weeks, and answers the steps that write its conversations. */
export const plantBrand = (store: Store, brand: BrandContent, now: number): readonly Step[] => {
  for (const { handle, name } of brand.accounts) {
    ensureAccount(store, { handle, name, brand: brand.key, identities: namesOf(brand) });
  }
  const scripts = brand.scripts.map((script) => readScript(script, brand.accounts[0]?.handle ?? ''));
  const postIds = new Map<string, string>();
  for (const post of scripts.flatMap((script) => script.posts)) {
    const account = accountByHandle(store, post.account);
    if (!account) throw new Error(`sample script: no account ${post.account}`);
    const at = momentOf(post.when, seedOf(post.text), now, brand.timezone);
    postIds.set(post.key, addPost(store, { accountId: account.id, text: post.text, at }).id);
  }
  const { thanks, questions } = readLiveScript(brand.live, brand.accounts[0]?.handle ?? '');
  return scripts
    .flatMap((script) => script.conversations)
    .flatMap((conversation) => stepsOf(store, brand, conversation, postIds, { thanks, questions }, now));
};
