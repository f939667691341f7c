import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ChannelAccount } from '@shared/contract/views';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@renderer/components/ConfirmDialog';
import { IconButton } from '@renderer/components/IconButton';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import { RelativeTime } from '@renderer/components/RelativeTime';
import { StateDot } from '@renderer/components/StateDot';
import { useNetwork } from '@renderer/hooks/use-agency';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCore } from '@renderer/lib/core-context';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { canReconnect, reasonKeys, toneOf } from '../model/health';
import classes from './AccountRow.module.css';

/** How far back older history can be asked for, days. */
const backfillDays = [30, 90, 365] as const;
const dayMs = 86_400_000;

/** One channel account: who it is, how it is, why, and what a person can do about it. */
export const AccountRow = memo(({ account }: { readonly account: ChannelAccount }) => {
  const { t } = useTranslation();
  const core = useCore();
  const showError = useErrorToast();
  const network = useNetwork(account.network);
  const open = useViewStack((state) => state.open);
  const pull = useCoreMutation('sync.now');
  const [isAsking, setAsking] = useState(false);
  const ids = { workspaceId: account.workspaceId, accountId: account.id };
  const name = `@${account.handle}`;
  const isQuiet = account.state === 'connected' || account.state === 'syncing';

  return (
    <li className={classes.row}>
      <span className={classes.icon}>
        <NetworkIcon networkId={account.network} size={18} />
      </span>
      <div className={classes.who}>
        <p className={classes.handle} data-selectable>
          <strong>{name}</strong> <span className={classes.quiet}>{network?.label ?? account.network}</span>
        </p>
        <p className={classes.state}>
          <StateDot tone={toneOf(account.state)} /> <strong>{t(`common.channelStates.${account.state}`)}</strong>
          {account.waitsUntil !== null && (
            <span>
              {t('channels.waitsUntil')} <RelativeTime at={account.waitsUntil} />
            </span>
          )}
          {account.lastSyncAt !== null && (
            <span className={classes.quiet}>
              {t('channels.lastSync')} <RelativeTime at={account.lastSyncAt} />
            </span>
          )}
        </p>
        {!isQuiet && (
          <p className={classes.why}>{t(network === undefined ? 'channels.noConnector' : reasonKeys(account))}</p>
        )}
        {account.capabilities.unavailable.map((missing) => (
          <p key={missing.kind} className={classes.why}>
            {t('channels.unavailable', {
              kind: t(`common.kinds.${missing.kind}`),
              reason: t([`channels.reasons.${missing.reason}`, 'channels.reasons.not_offered']),
            })}
          </p>
        ))}
      </div>
      <div className={classes.actions}>
        {network !== undefined && canReconnect(account) && (
          <Button aria-label={t('channels.reconnectNamed', { name })} onClick={() => open({ name: 'connect', ...ids })}>
            {t('channels.reconnect')}
          </Button>
        )}
        {account.state !== 'disconnected' && (
          <Menu position="bottom-end" width={230}>
            <Menu.Target>
              <IconButton label={t('channels.moreNamed', { name })}>
                <IconDots size={16} aria-hidden="true" />
              </IconButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => pull.mutate(ids, { onError: showError })}>{t('channels.syncNow')}</Menu.Item>
              <Menu.Label>{t('channels.older')}</Menu.Label>
              {backfillDays.map((days) => (
                <Menu.Item
                  key={days}
                  onClick={() =>
                    void core.call('sync.backfill', { ...ids, untilAt: Date.now() - days * dayMs }).catch(showError)
                  }
                >
                  {t('channels.olderDays', { count: days })}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => void core.call('sync.cancelBackfill', ids).catch(showError)}>
                {t('channels.olderStop')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => open({ name: 'connect', ...ids })}>{t('channels.signInAgain')}</Menu.Item>
              <Menu.Item color="red" onClick={() => setAsking(true)}>
                {t('channels.disconnect')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('channels.disconnectTitle', { name })}
        verb={t('channels.disconnect')}
        isDangerous
        onConfirm={() => core.call('channels.disconnect', ids)}
        onClose={() => setAsking(false)}
      >
        {t('channels.disconnectText')}
      </ConfirmDialog>
    </li>
  );
});
AccountRow.displayName = 'AccountRow';
