import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useTranslation } from 'react-i18next';
import { RailTile, type RailTileProps } from './RailTile';
import type { TilesProps } from './RailList';

/** Pointer travel that turns a click into a drag, px. */
const dragFrom = 6;

/** dnd-kit speaks of every step; the rail says the result once, see RailList. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** Tiles that can be dragged into another order. */
export const SortableTiles = ({ ids, tiles, moveTo }: TilesProps) => {
  const { t } = useTranslation();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: dragFrom } }));
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    if (over) moveTo(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        screenReaderInstructions: { draggable: t('rail.dragHint') },
        announcements: silent,
        container: document.body,
      }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {tiles.map((tile) => (
          <SortableTile key={tile.workspace.id} {...tile} />
        ))}
      </SortableContext>
    </DndContext>
  );
};

const SortableTile = (tile: RailTileProps) => {
  const { listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id: tile.workspace.id });
  const style = { transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition };
  return <RailTile {...tile} drag={{ setNodeRef, listeners, style, isDragging }} />;
};
