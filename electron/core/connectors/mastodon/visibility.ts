import type { Visibility } from '../core/types';

const known: Readonly<Record<string, Visibility>> = {
  public: 'public',
  unlisted: 'unlisted',
  private: 'followers',
  direct: 'direct',
};

/** The app's word for a visibility. Some servers have more of them; those reach fewer people than everybody. */
export const visibilityOf = (raw: string): Visibility => known[raw] ?? 'followers';

const rawOf: Readonly<Record<Visibility, string>> = {
  public: 'public',
  unlisted: 'unlisted',
  followers: 'private',
  direct: 'direct',
};

const widest = ['direct', 'followers', 'unlisted', 'public'] as const satisfies readonly Visibility[];

/**
 * The visibility of an answer: that of the post answered, never wider than the conversation's. A server's own word is
 * handed back as it came. Where a server shows private messages as followers-only, such a post is answered privately.
 */
export function answerVisibility(raw: string | null, conversation: Visibility, blursDirect: boolean): string {
  const answered = raw === null ? conversation : visibilityOf(raw);
  if (blursDirect && (answered === 'followers' || conversation === 'followers')) return 'direct';
  if (widest.indexOf(answered) > widest.indexOf(conversation)) return rawOf[conversation];
  return raw ?? rawOf[answered];
}
