import { useTranslation } from 'react-i18next';
import classes from './Skeleton.module.css';

export interface SkeletonProps {
  readonly rows?: number;
  /** Height of one row in px. */
  readonly rowHeight?: number;
}

/** Grey bars where nothing is there yet. Never shown over data that is already here. */
export const Skeleton = ({ rows = 3, rowHeight = 56 }: SkeletonProps) => {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('common.loading')} className={classes.skeleton}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} style={{ height: rowHeight }}>
          <span className={classes.bar} style={{ width: `${70 - (index % 3) * 14}%` }} />
          <span className={classes.bar} style={{ width: `${46 + (index % 2) * 18}%` }} />
        </div>
      ))}
    </div>
  );
};
