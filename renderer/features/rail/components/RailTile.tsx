import { useSortable } from '@dnd-kit/sortable';
import type { Workspace } from '@shared/contract/views';
import { memo, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { CountBadge } from './CountBadge';
import classes from './RailTile.module.css';

export interface RailTileProps {
  readonly workspace: Workspace;
  readonly isSelected: boolean;
  readonly onSelect: (workspaceId: string) => void;
  /** Moves by so many places; keyboard twin of dragging. */
  readonly onMove: (workspaceId: string, step: -1 | 1) => void;
  readonly onMenu: (workspaceId: string, at: { readonly x: number; readonly y: number }) => void;
}

/** One brand of the rail: click turns to it, drag or Alt+arrow moves it, the context menu does the rest. */
export const RailTile = memo(({ workspace, isSelected, onSelect, onMove, onMenu }: RailTileProps) => {
  const { t } = useTranslation();
  const { listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id: workspace.id });
  const { unread, held } = workspace.counts;
  const name = [
    workspace.name,
    ...(unread > 0 ? [t('rail.unread', { count: unread })] : []),
    ...(held > 0 ? [t('rail.held', { count: held })] : []),
  ].join(', ');

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove(workspace.id, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      onMenu(workspace.id, { x: box.right, y: box.top });
    }
  };
  const onContextMenu = (event: MouseEvent<HTMLButtonElement>): void => {
    event.preventDefault();
    onMenu(workspace.id, { x: event.clientX, y: event.clientY });
  };

  return (
    <li
      ref={setNodeRef}
      className={classes.item}
      data-selected={isSelected || undefined}
      data-dragging={isDragging || undefined}
      style={{ transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition }}
    >
      <button
        type="button"
        className={classes.button}
        aria-label={name}
        aria-current={isSelected ? 'true' : undefined}
        aria-haspopup="menu"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={workspace.name}
        {...listeners}
        onClick={() => onSelect(workspace.id)}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <BrandTile workspace={workspace} />
        <CountBadge unread={unread} held={held} />
      </button>
    </li>
  );
});
RailTile.displayName = 'RailTile';
