import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { arrayMove, SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { Workspace } from '@shared/contract/views';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCore } from '@renderer/lib/core-context';
import { coreKey } from '@renderer/lib/use-core';
import { RailMenu } from './RailMenu';
import { RailTile } from './RailTile';
import classes from './RailList.module.css';

export interface RailListProps {
  readonly workspaces: readonly Workspace[];
  readonly selectedId: string | null;
  readonly onSelect: (workspaceId: string) => void;
}

interface MenuState {
  readonly workspaceId: string;
  readonly x: number;
  readonly y: number;
}

/** Pointer travel that turns a click into a drag, px. */
const dragFrom = 6;

/** The brands of the rail. A new order is shown at once and kept by the core. */
export const RailList = ({ workspaces, selectedId, onSelect }: RailListProps) => {
  const { t } = useTranslation();
  const core = useCore();
  const cache = useQueryClient();
  const showError = useErrorToast();
  const [menu, setMenu] = useState<MenuState | null>(null);
  const [told, setTold] = useState('');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: dragFrom } }));
  const ids = useMemo(() => workspaces.map((workspace) => workspace.id), [workspaces]);

  const moveTo = (from: number, to: number): void => {
    const moved = workspaces[from];
    if (!moved || to < 0 || to >= workspaces.length || from === to) return;
    const key = coreKey('workspaces.list', {});
    const before = cache.getQueryData<readonly Workspace[]>(key);
    const next = arrayMove([...workspaces], from, to);
    cache.setQueryData(key, next);
    setTold(t('rail.moved', { name: moved.name, place: to + 1, total: next.length }));
    core.call('workspaces.reorder', { workspaceIds: next.map((workspace) => workspace.id) }).catch((error: unknown) => {
      cache.setQueryData(key, before);
      showError(error);
    });
  };

  // The tiles are memoised, so what they call stays the same function.
  const latest = useRef({ ids, moveTo, onSelect });
  latest.current = { ids, moveTo, onSelect };
  const move = useCallback((workspaceId: string, step: -1 | 1) => {
    const from = latest.current.ids.indexOf(workspaceId);
    latest.current.moveTo(from, from + step);
  }, []);
  const select = useCallback((workspaceId: string) => latest.current.onSelect(workspaceId), []);
  const openMenu = useCallback(
    (workspaceId: string, at: { readonly x: number; readonly y: number }) => setMenu({ workspaceId, ...at }),
    [],
  );
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    if (over) moveTo(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  const inMenu = workspaces.find((workspace) => workspace.id === menu?.workspaceId);

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        screenReaderInstructions: { draggable: t('rail.dragHint') },
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul className={classes.list} aria-label={t('rail.brands')}>
          {workspaces.map((workspace) => (
            <RailTile
              key={workspace.id}
              workspace={workspace}
              isSelected={workspace.id === selectedId}
              onSelect={select}
              onMove={move}
              onMenu={openMenu}
            />
          ))}
        </ul>
      </SortableContext>
      <span role="status" className={classes.told}>
        {told}
      </span>
      {menu && inMenu && (
        <RailMenu
          workspace={inMenu}
          at={menu}
          isFirst={ids[0] === inMenu.id}
          isLast={ids.at(-1) === inMenu.id}
          onMove={(step) => move(inMenu.id, step)}
          onClose={() => setMenu(null)}
        />
      )}
    </DndContext>
  );
};
