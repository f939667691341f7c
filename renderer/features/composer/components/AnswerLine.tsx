import { displayLine } from '@shared/domain/display-text';
import { IconCornerDownRight, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCoreQuery } from '@renderer/lib/use-core';
import type { OpenConversation } from '@renderer/lib/ui-state';
import { useDraftValue } from '../hooks/use-draft';
import type { DraftSession } from '../model/draft-session';
import classes from './AnswerLine.module.css';

export interface AnswerLineProps {
  readonly session: DraftSession;
  readonly place: OpenConversation;
}

/** Which message is answered, where the person chose one. */
export const AnswerLine = ({ session, place }: AnswerLineProps) => {
  const messageId = useDraftValue(session, (snapshot) => snapshot.replyToMessageId);
  return messageId === null ? null : <Chosen session={session} place={place} messageId={messageId} />;
};

/** Entries in which the answered message is looked for. */
const newest = 200;

const Chosen = ({ session, place, messageId }: AnswerLineProps & { readonly messageId: string }) => {
  const { t } = useTranslation();
  const items = useCoreQuery('messages.list', { ...place, limit: newest }).data?.items;
  const latest = items?.findLast((entry) => entry.type === 'inbound' && entry.deletedAt === null);
  // A reply answers the latest message unless a person chose another one, or a newer one came meanwhile.
  if (items === undefined || latest?.id === messageId) return null;
  const text = items.find((entry) => entry.id === messageId)?.text;
  return (
    <p className={classes.line}>
      <IconCornerDownRight size={13} aria-hidden="true" />
      <span className={classes.text}>
        {t('composer.answers')} <bdi>{displayLine((text ?? '').slice(0, 300))}</bdi>
      </span>
      <button
        type="button"
        className={classes.off}
        aria-label={t('composer.answersLatest')}
        title={t('composer.answersLatest')}
        onClick={() => session.answerTo(null)}
      >
        <IconX size={13} aria-hidden="true" />
      </button>
    </p>
  );
};
