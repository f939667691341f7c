import type { Workspace } from '@shared/contract/views';
import { memo } from 'react';
import { useBrandStyle } from '@renderer/hooks/use-brand-style';
import classes from './BrandTile.module.css';

export interface BrandTileProps {
  readonly workspace: Pick<Workspace, 'colour' | 'monogram' | 'logo'>;
  /** Edge in px. */
  readonly size?: number;
}

/** A brand as a square: its logo, or its monogram on its colour. Decoration; the name stands beside it or on its button. */
export const BrandTile = memo(({ workspace, size = 36 }: BrandTileProps) => {
  const style = useBrandStyle(workspace.colour);
  return (
    <span
      aria-hidden="true"
      className={classes.tile}
      style={{
        ...style,
        width: size,
        height: size,
        fontSize: Math.max(9, Math.round(size * 0.36)),
        borderRadius: Math.max(4, size / 4),
      }}
    >
      {workspace.logo === null ? workspace.monogram : <img src={workspace.logo} alt="" className={classes.logo} />}
    </span>
  );
});
BrandTile.displayName = 'BrandTile';
