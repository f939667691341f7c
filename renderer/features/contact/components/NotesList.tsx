import type { Conversation, Workspace } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { useTranslation } from 'react-i18next';
import { MessageText } from '@renderer/components/MessageText';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useNow } from '@renderer/hooks/use-now';
import { runCommand } from '@renderer/lib/commands';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { Part } from './Part';
import classes from './Part.module.css';

export interface NotesListProps {
  readonly conversation: Conversation;
  readonly workspace: Workspace;
}

/** Entries in which notes are looked for: the newest of the thread. */
const newest = 200;

/** Internal notes of this conversation, newest first. */
export const NotesList = ({ conversation, workspace }: NotesListProps) => {
  const { t } = useTranslation();
  const format = useFormat(workspace.timezone);
  const now = useNow();
  const mayWork = useMayWork();
  const place = { workspaceId: workspace.id, conversationId: conversation.id };
  const notes =
    useCoreQuery(
      'messages.list',
      { ...place, limit: newest },
      {
        select: (page) => page.items.filter((entry) => entry.type === 'note' && entry.deletedAt === null).toReversed(),
      },
    ).data ?? [];
  return (
    <Part
      title={t('contact.notes')}
      action={
        mayWork && (
          <button type="button" className={classes.link} onClick={() => runCommand('thread.note')}>
            {t('contact.addNote')}
          </button>
        )
      }
    >
      {notes.length === 0 && <p className={classes.muted}>{t('contact.noNotes')}</p>}
      {notes.map((note) => (
        <div key={note.id} className={classes.note}>
          <p className={classes.muted}>
            <span className={classes.line}>
              <bdi>{displayLine(note.authorName)}</bdi> · {format.dayName(note.createdAt, now)}{' '}
              {format.time(note.createdAt)}
            </span>
          </p>
          <MessageText text={note.text} />
        </div>
      ))}
    </Part>
  );
};
