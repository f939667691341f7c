import { useTranslation } from 'react-i18next';
import { useCoreQuery } from '@renderer/lib/use-core';
import { CountBadge } from './CountBadge';
import classes from './RailTile.module.css';

export interface AllBrandsTileProps {
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** The tile of the desk over all brands, with what is unread in all of them. */
export const AllBrandsTile = ({ isSelected, onSelect }: AllBrandsTileProps) => {
  const { t } = useTranslation();
  const total = useCoreQuery('workspaces.total', {}).data;
  const unread = total?.unread ?? 0;
  const held = total?.held ?? 0;
  const parts = [
    t('rail.all'),
    ...(unread > 0 ? [t('rail.unread', { count: unread })] : []),
    ...(held > 0 ? [t('rail.held', { count: held })] : []),
  ];
  return (
    <div className={classes.item} data-selected={isSelected || undefined}>
      <button
        type="button"
        className={classes.button}
        aria-label={parts.join(', ')}
        aria-current={isSelected ? 'true' : undefined}
        title={t('rail.all')}
        onClick={onSelect}
      >
        <span aria-hidden="true" className={classes.all}>
          {t('rail.allShort')}
        </span>
        <CountBadge unread={unread} held={0} />
      </button>
    </div>
  );
};
