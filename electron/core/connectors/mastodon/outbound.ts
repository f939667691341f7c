import { tokenise } from '@shared/domain/links';
import type { ReplyTarget } from '../core/types';
import { maxRecipients } from './figures';
import type { MessageData } from './inbound';
import { acctOf, fullHandle, sameHandle } from './people';

/** What was kept with the message answered, as far as it is what we wrote. */
export function messageData(target: Pick<ReplyTarget, 'message'>): MessageData | null {
  const data = target.message?.data;
  if (data === undefined) return null;
  const { visibility, to, notificationId } = data;
  if (typeof visibility !== 'string' || !Array.isArray(to)) return null;
  const names = to.filter((name): name is string => typeof name === 'string').slice(0, maxRecipients);
  return { visibility, to: names, notificationId: typeof notificationId === 'string' ? notificationId : null };
}

/** Whom an answer must name: as taken in with the message, else the person of the conversation. */
export function recipientsFor(target: ReplyTarget, ownDomain: string): readonly string[] {
  const named = messageData(target)?.to ?? [];
  return named.length === 0 ? [acctOf(target.contact.handle, ownDomain)] : named;
}

/**
 * The text as it goes out: whoever is not named gets nothing, so everybody whom the text does not name already stands
 * before it.
 */
export function addressed(text: string, recipients: readonly string[], ownDomain: string): string {
  const named = tokenise(text)
    .filter(({ kind }) => kind === 'mention')
    .map((token) => fullHandle(token.text.slice(1), ownDomain));
  const missing = recipients.filter((acct) => !named.some((handle) => sameHandle(handle, fullHandle(acct, ownDomain))));
  return [...missing.map((acct) => `@${acct}`), text].join(' ').trimEnd();
}
