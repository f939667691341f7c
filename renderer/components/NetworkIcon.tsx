import { memo } from 'react';
import { useNetwork } from '@renderer/hooks/use-agency';
import classes from './NetworkIcon.module.css';

export interface NetworkIconProps {
  readonly networkId: string;
  /** Edge in px. */
  readonly size?: number;
  /** Speaks the network's name to screen readers; leave out where the name stands beside it. */
  readonly isNamed?: boolean;
}

/** Icon of a network from its manifest's path data; nothing while the manifest is not known. */
export const NetworkIcon = memo(({ networkId, size = 14, isNamed = false }: NetworkIconProps) => {
  const network = useNetwork(networkId);
  if (!network) return null;
  return (
    <svg
      className={classes.icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      {...(isNamed ? { role: 'img', 'aria-label': network.label } : { 'aria-hidden': true })}
    >
      <path d={network.icon} fill="currentColor" />
    </svg>
  );
});
NetworkIcon.displayName = 'NetworkIcon';
