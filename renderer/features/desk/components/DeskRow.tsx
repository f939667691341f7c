import type { ConversationRow, Workspace } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { IconAlertTriangle, IconClockPause, IconPencil, IconSend } from '@tabler/icons-react';
import { memo, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar, initialsOf } from '@renderer/components/Avatar';
import { brandStyle, type ColourScheme } from '@renderer/lib/brand-colour';
import { useFormat } from '@renderer/lib/use-format';
import classes from './DeskRow.module.css';

export interface DeskRowProps {
  readonly row: ConversationRow;
  readonly brand: Workspace | undefined;
  readonly networkLabel: string;
  readonly assigneeName: string | null;
  readonly scheme: ColourScheme;
  /** Screen clock, ms. */
  readonly now: number;
  readonly id: string;
  readonly index: number;
  /** Rows in the whole list; -1 where the end is not known. */
  readonly setSize: number;
  readonly isCompact: boolean;
  readonly isOpen: boolean;
  readonly isCursor: boolean;
  readonly isMarked: boolean;
  readonly style: CSSProperties;
  readonly onPress: (row: ConversationRow, event: MouseEvent) => void;
}

const brandless = {};

/** One conversation in the list. Plain elements only: a list of these is what a click waits for. */
export const DeskRow = memo((props: DeskRowProps) => {
  const { row, brand, isCompact, isOpen, isCursor, isMarked, now } = props;
  const { t } = useTranslation();
  const format = useFormat(brand?.timezone);
  const name = displayLine(row.contactName) || displayLine(row.contactHandle) || t('desk.row.nobody');
  const preview = displayLine(row.preview);
  const isUnread = row.unreadCount > 0;
  return (
    <div
      role="option"
      id={props.id}
      aria-selected={isOpen || isMarked}
      aria-setsize={props.setSize}
      aria-posinset={props.index + 1}
      className={classes.row}
      data-compact={isCompact || undefined}
      data-open={isOpen || undefined}
      data-cursor={isCursor || undefined}
      data-marked={isMarked || undefined}
      data-unread={isUnread || undefined}
      style={{ ...(brand ? brandStyle(brand.colour, props.scheme) : brandless), ...props.style }}
      onClick={(event) => props.onPress(row, event)}
    >
      <span className={classes.edge} aria-hidden="true" />
      {isCompact ? null : <Avatar name={name} size={32} />}
      <span className={classes.name}>
        {isUnread && (
          <span className={classes.dot} role="img" aria-label={t('desk.row.unread', { count: row.unreadCount })} />
        )}
        <bdi>{name}</bdi>
      </span>
      <time
        className={classes.age}
        dateTime={new Date(row.lastMessageAt).toISOString()}
        title={format.full(row.lastMessageAt)}
      >
        {format.age(row.lastMessageAt, now)}
      </time>
      <span className={classes.preview} data-quiet={row.isTargetDeleted || preview === '' || undefined}>
        {row.isPreviewOutbound && <span className={classes.you}>{t('desk.row.you')} </span>}
        <bdi>{preview === '' ? t(row.isTargetDeleted ? 'desk.row.deleted' : 'desk.row.noText') : preview}</bdi>
      </span>
      <span className={classes.foot}>
        <span className={classes.brand}>{brand?.name}</span>
        <span className={classes.where}>
          {props.networkLabel} · {t(`common.kinds.${row.kind}`)}
        </span>
      </span>
      <span className={classes.marks}>
        <RowMarks row={row} assigneeName={props.assigneeName} snoozeTitle={snoozeTitle(row, format.full)} />
      </span>
    </div>
  );
});
DeskRow.displayName = 'DeskRow';

const snoozeTitle = (row: ConversationRow, full: (at: number) => string): string =>
  row.snoozedUntil === null ? '' : full(row.snoozedUntil);

interface RowMarksProps {
  readonly row: ConversationRow;
  readonly assigneeName: string | null;
  readonly snoozeTitle: string;
}

/** State of a row at its right: what needs a person first. */
const RowMarks = ({ row, assigneeName, snoozeTitle: until }: RowMarksProps) => {
  const { t } = useTranslation();
  const outbox = row.outbox === 'sent' || row.outbox === 'cancelled' ? null : row.outbox;
  const isStuck = outbox === 'held' || outbox === 'failed' || outbox === 'unknown';
  return (
    <>
      {outbox !== null && (
        <span
          className={isStuck ? classes.stuck : classes.mark}
          role="img"
          aria-label={t(`common.outbox.${outbox}`)}
          title={t(`common.outbox.${outbox}`)}
        >
          {isStuck ? <IconAlertTriangle size={13} /> : <IconSend size={13} />}
        </span>
      )}
      {row.hasDraft && (
        <span className={classes.mark} role="img" aria-label={t('desk.row.draft')} title={t('desk.row.draft')}>
          <IconPencil size={13} />
        </span>
      )}
      {row.status === 'snoozed' && (
        <span
          className={classes.mark}
          role="img"
          aria-label={t('desk.row.snoozed', { until })}
          title={t('desk.row.snoozed', { until })}
        >
          <IconClockPause size={13} />
        </span>
      )}
      {(row.status === 'pending' || row.status === 'resolved') && (
        <span className={classes.status}>{t(`common.statuses.${row.status}`)}</span>
      )}
      {assigneeName !== null && (
        <span
          className={classes.assignee}
          role="img"
          aria-label={t('desk.row.assignee', { name: assigneeName })}
          title={t('desk.row.assignee', { name: assigneeName })}
        >
          {initialsOf(assigneeName)}
        </span>
      )}
    </>
  );
};
