import type { Workspace } from '@shared/contract/views';
import { memo, type CSSProperties, type DOMAttributes, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { CountBadge } from './CountBadge';
import classes from './RailTile.module.css';

/** What dragging adds to a tile; absent until the part that drags has arrived. */
export interface TileDrag {
  readonly setNodeRef: (node: HTMLElement | null) => void;
  readonly listeners: DOMAttributes<HTMLButtonElement> | undefined;
  readonly style: CSSProperties;
  readonly isDragging: boolean;
}

export interface RailTileProps {
  readonly workspace: Workspace;
  readonly isSelected: boolean;
  readonly onSelect: (workspaceId: string) => void;
  /** Moves by so many places; keyboard twin of dragging. */
  readonly onMove: (workspaceId: string, step: -1 | 1) => void;
  readonly drag?: TileDrag;
  readonly onMenu: (workspaceId: string, at: { readonly x: number; readonly y: number }) => void;
}

/** One brand of the rail: click turns to it, drag or Alt+arrow moves it, the context menu does the rest. */
export const RailTile = memo(({ workspace, isSelected, onSelect, onMove, onMenu, drag }: RailTileProps) => {
  const { t } = useTranslation();
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
      ref={drag?.setNodeRef}
      className={classes.item}
      data-selected={isSelected || undefined}
      data-dragging={drag?.isDragging || undefined}
      style={drag?.style}
    >
      <button
        type="button"
        className={classes.button}
        aria-label={name}
        aria-current={isSelected ? 'true' : undefined}
        aria-haspopup="menu"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={workspace.name}
        {...drag?.listeners}
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
