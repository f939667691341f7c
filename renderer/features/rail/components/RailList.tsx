import type { Workspace } from '@shared/contract/views';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCore } from '@renderer/lib/core-context';
import { coreKey } from '@renderer/lib/use-core';
import { RailTile, type RailTileProps } from './RailTile';
import classes from './RailList.module.css';

const SortableTiles = lazy(() => import('./SortableTiles').then((part) => ({ default: part.SortableTiles })));
const RailMenu = lazy(() => import('./RailMenu').then((part) => ({ default: part.RailMenu })));

export interface TilesProps {
  readonly ids: readonly string[];
  readonly tiles: readonly RailTileProps[];
  readonly moveTo: (from: number, to: number) => void;
}

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

const moved = <Item,>(items: readonly Item[], from: number, to: number): readonly Item[] => {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
};

/** The brands of the rail. A new order is shown at once and kept by the core. Dragging comes a moment after the first paint. */
export const RailList = ({ workspaces, selectedId, onSelect }: RailListProps) => {
  const { t } = useTranslation();
  const core = useCore();
  const cache = useQueryClient();
  const showError = useErrorToast();
  const [menu, setMenu] = useState<MenuState | null>(null);
  const [told, setTold] = useState('');
  const ids = useMemo(() => workspaces.map((workspace) => workspace.id), [workspaces]);

  const moveTo = (from: number, to: number): void => {
    const workspace = workspaces[from];
    if (!workspace || to < 0 || to >= workspaces.length || from === to) return;
    const key = coreKey('workspaces.list', {});
    const before = cache.getQueryData<readonly Workspace[]>(key);
    const next = moved(workspaces, from, to);
    cache.setQueryData(key, next);
    setTold(t('rail.moved', { name: workspace.name, place: to + 1, total: next.length }));
    core.call('workspaces.reorder', { workspaceIds: next.map((one) => one.id) }).catch((error: unknown) => {
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
  const inMenu = workspaces.find((workspace) => workspace.id === menu?.workspaceId);
  const tiles = workspaces.map((workspace): RailTileProps => ({
    workspace,
    isSelected: workspace.id === selectedId,
    onSelect: select,
    onMove: move,
    onMenu: openMenu,
  }));

  return (
    <>
      <ul className={classes.list} aria-label={t('rail.brands')}>
        <Suspense
          fallback={tiles.map((tile) => (
            <RailTile key={tile.workspace.id} {...tile} />
          ))}
        >
          <SortableTiles ids={ids} tiles={tiles} moveTo={moveTo} />
        </Suspense>
      </ul>
      <span role="status" className={classes.told}>
        {told}
      </span>
      {menu && inMenu && (
        <Suspense fallback={null}>
          <RailMenu
            workspace={inMenu}
            at={menu}
            isFirst={ids[0] === inMenu.id}
            isLast={ids.at(-1) === inMenu.id}
            onMove={(step) => move(inMenu.id, step)}
            onClose={() => setMenu(null)}
          />
        </Suspense>
      )}
    </>
  );
};
