import type { Network } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import { useFormat } from '@renderer/lib/use-format';
import classes from './Connect.module.css';

export interface NetworkPickerProps {
  readonly networks: readonly Network[];
  readonly onPick: (network: Network) => void;
}

/** Networks that can be connected, as their manifests describe them. */
export const NetworkPicker = ({ networks, onPick }: NetworkPickerProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.networks} aria-label={t('channels.pickNetwork')}>
      {networks.map((network) => (
        <li key={network.id}>
          <button type="button" className={classes.network} onClick={() => onPick(network)}>
            <NetworkIcon networkId={network.id} size={22} />
            <span className={classes.networkWords}>
              <strong>{network.label}</strong>
              <span className={classes.quiet}>
                {format.list(network.kinds.map((kind) => t(`channels.kinds.${kind}`)))}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
