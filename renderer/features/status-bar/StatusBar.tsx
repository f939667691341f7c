import { IconPlane, IconPlaneOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@renderer/components/RelativeTime';
import { StateDot, type DotTone } from '@renderer/components/StateDot';
import { useAgency } from '@renderer/hooks/use-agency';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useLinkState } from '@renderer/hooks/use-link-state';
import { useUiState, type PanelName } from '@renderer/lib/ui-state';
import { useCoreMutation, useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { CoverageState } from './components/CoverageState';
import { OutboxState } from './components/OutboxState';
import classes from './StatusBar.module.css';

interface PanelButtonProps {
  readonly panel: PanelName;
  readonly children: ReactNode;
}

/** A part of the bar that opens its panel. */
const PanelButton = ({ panel, children }: PanelButtonProps) => {
  const isOpen = useUiState((state) => state.panel === panel);
  const togglePanel = useUiState((state) => state.togglePanel);
  return (
    <button
      type="button"
      className={classes.part}
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      onClick={() => togglePanel(panel)}
    >
      {children}
    </button>
  );
};

/** Foot of the window: connection, last sync, outbox, coverage, and who sits here. Each part opens what it speaks of. */
export const StatusBar = () => {
  const { t } = useTranslation();
  const agency = useAgency();
  const openView = useViewStack((state) => state.open);
  return (
    <footer className={classes.bar} aria-label={t('statusBar.label')}>
      <PanelButton panel="channels">
        <Connection />
      </PanelButton>
      <FlightMode />
      <PanelButton panel="outbox">
        <OutboxState />
      </PanelButton>
      <PanelButton panel="coverage">
        <CoverageState />
      </PanelButton>
      <span className={classes.space} />
      {agency && (
        <button
          type="button"
          className={classes.part}
          aria-label={t('statusBar.staffLabel', {
            name: agency.actingStaff.name,
            role: t(`common.roles.${agency.actingStaff.role}`),
          })}
          onClick={() => openView({ name: 'settings', section: 'staff' })}
        >
          {agency.actingStaff.name}
          <span className={classes.quiet}> · {t(`common.roles.${agency.actingStaff.role}`)}</span>
        </button>
      )}
    </footer>
  );
};

const Connection = () => {
  const { t } = useTranslation();
  const link = useLinkState();
  const { data: status, isError } = useCoreQuery('sync.status', {});
  if (link === 'lost') return <Word tone="stop">{t('statusBar.restarting')}</Word>;
  if (!status && isError) return <Word tone="soon">{t('statusBar.unknown')}</Word>;
  if (!status) return <Word tone="quiet">{t('common.loading')}</Word>;
  const troubled = status.accounts.filter(
    (account) => account.state === 'reconnect_needed' || account.state === 'blocked',
  ).length;
  return (
    <>
      <Word tone={status.isOnline ? 'good' : 'soon'}>
        {status.isOnline ? t('statusBar.online') : t(`statusBar.offline.${status.offlineReason}`)}
      </Word>
      {status.lastSyncAt !== null && (
        <span className={classes.quiet}>
          {' · '}
          {t('statusBar.synced')} <RelativeTime at={status.lastSyncAt} />
        </span>
      )}
      {troubled > 0 && (
        <span className={classes.alert}>
          {' · '}
          {t('statusBar.troubled', { count: troubled })}
        </span>
      )}
    </>
  );
};

const Word = ({ tone, children }: { readonly tone: DotTone; readonly children: ReactNode }) => (
  <span className={classes.word}>
    <StateDot tone={tone} />
    <strong>{children}</strong>
  </span>
);

/** Flight mode: nothing leaves this machine while it is on. */
const FlightMode = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const status = useCoreQuery('sync.status', {}).data;
  const setOffline = useCoreMutation('sync.setOffline');
  const isOn = status?.offlineReason === 'switched_off';
  const label = isOn ? t('statusBar.flightModeOff') : t('statusBar.flightModeOn');
  return (
    <button
      type="button"
      className={classes.part}
      aria-label={t('statusBar.flightMode')}
      aria-pressed={isOn}
      title={label}
      disabled={status === undefined || setOffline.isPending}
      onClick={() => setOffline.mutate({ isOffline: !isOn }, { onError: showError })}
    >
      {isOn ? <IconPlane size={14} aria-hidden="true" /> : <IconPlaneOff size={14} aria-hidden="true" />}
      {isOn && <span className={classes.flight}>{t('statusBar.flightMode')}</span>}
    </button>
  );
};
