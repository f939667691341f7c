import type { ThreadEntry, Workspace } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { IconDots, IconEyeOff, IconHeartFilled } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageText } from '@renderer/components/MessageText';
import { PersonName } from '@renderer/components/PersonName';
import { useFormat } from '@renderer/lib/use-format';
import type { ThreadItem } from '../model/thread-items';
import { AttachmentView } from './AttachmentView';
import { OutboxLine } from './OutboxLine';
import { Revisions } from './Revisions';
import classes from './Entry.module.css';

export interface EntryProps {
  readonly item: ThreadItem;
  readonly workspace: Workspace;
  readonly index: number;
  readonly setSize: number;
  /** A search hit led here. */
  readonly isWanted: boolean;
  readonly onMenu: (entry: ThreadEntry, button: HTMLElement) => void;
}

/** Length from which a text takes the whole width, so that nobody has to ask how wide it would like to be. UTF-16. */
const longText = 1500;

/** One message or note of a thread. */
export const Entry = memo(({ item, workspace, index, setSize, isWanted, onMenu }: EntryProps) => {
  const { t } = useTranslation();
  const format = useFormat(workspace.timezone);
  const { entry } = item;
  const time = format.time(entry.createdAt);
  const author = authorOf(entry, workspace);
  const onItsWay = entry.outboxState !== null && entry.outboxState !== 'sent' ? entry.outboxItemId : null;
  return (
    <article
      className={classes.entry}
      data-type={entry.type}
      data-continues={item.continues || undefined}
      data-wanted={isWanted || undefined}
      data-hidden={entry.isHidden || undefined}
      data-deleted={entry.deletedAt !== null || undefined}
      aria-label={t('thread.entryLabel', { kind: t(`thread.types.${entry.type}`), name: displayLine(author), time })}
      aria-posinset={index + 1}
      aria-setsize={setSize}
    >
      {!item.continues && <Meta entry={entry} author={author} zone={workspace.timezone} />}
      <div className={classes.line}>
        <div className={classes.bubble} data-long={entry.text.length > longText || undefined}>
          {entry.text !== '' && <MessageText text={entry.text} />}
          {entry.text === '' && entry.deletedAt !== null && <em>{t('thread.noText')}</em>}
          {entry.attachments.map((attachment) => (
            <AttachmentView key={attachment.id} attachment={attachment} workspaceId={workspace.id} />
          ))}
        </div>
        <button
          type="button"
          className={classes.menu}
          aria-label={t('thread.entryMenu', { time })}
          aria-haspopup="menu"
          onClick={(event) => onMenu(entry, event.currentTarget)}
        >
          <IconDots size={15} aria-hidden="true" />
        </button>
      </div>
      <State entry={entry} workspace={workspace} />
      {onItsWay !== null && <OutboxLine workspaceId={workspace.id} itemId={onItsWay} />}
    </article>
  );
});
Entry.displayName = 'Entry';

const authorOf = (entry: ThreadEntry, workspace: Workspace): string =>
  entry.type === 'outbound' ? entry.authorName || workspace.name : entry.authorName || entry.authorHandle;

interface MetaProps {
  readonly entry: ThreadEntry;
  readonly author: string;
  readonly zone: string;
}

const Meta = ({ entry, author, zone }: MetaProps) => {
  const { t } = useTranslation();
  const format = useFormat(zone);
  return (
    <p className={classes.meta}>
      {entry.type === 'note' ? (
        <span className={classes.author}>
          {t('thread.types.note')} · <bdi>{displayLine(author)}</bdi>
        </span>
      ) : (
        <span className={classes.author}>
          <PersonName name={author} handle={entry.authorHandle} />
        </span>
      )}
      <time dateTime={new Date(entry.createdAt).toISOString()} title={format.full(entry.createdAt)}>
        {format.time(entry.createdAt)}
      </time>
      {entry.isFromElsewhere && <span>· {t('thread.elsewhere')}</span>}
    </p>
  );
};

/** What happened to an entry: edited, deleted, hidden, liked. */
const State = ({ entry, workspace }: { readonly entry: ThreadEntry; readonly workspace: Workspace }) => {
  const { t } = useTranslation();
  const format = useFormat(workspace.timezone);
  const [showsRevisions, setShowsRevisions] = useState(false);
  const { editedAt, deletedAt, revisionCount, isHidden, isLiked } = entry;
  if (editedAt === null && deletedAt === null && revisionCount === 0 && !isHidden && !isLiked) return null;
  return (
    <>
      <p className={classes.state}>
        {deletedAt !== null && (
          <span className={classes.gone}>{t('thread.deletedAt', { time: format.full(deletedAt) })}</span>
        )}
        {isHidden && (
          <span>
            <IconEyeOff size={12} aria-hidden="true" /> {t('thread.hidden')}
          </span>
        )}
        {isLiked && (
          <span>
            <IconHeartFilled size={12} aria-hidden="true" /> {t('thread.liked')}
          </span>
        )}
        {editedAt !== null && revisionCount === 0 && <span>{t('thread.edited')}</span>}
        {revisionCount > 0 && (
          <button
            type="button"
            className={classes.link}
            aria-expanded={showsRevisions}
            onClick={() => setShowsRevisions(!showsRevisions)}
          >
            {t('thread.editedShow', { count: revisionCount })}
          </button>
        )}
      </p>
      {showsRevisions && <Revisions workspaceId={workspace.id} messageId={entry.id} zone={workspace.timezone} />}
    </>
  );
};
