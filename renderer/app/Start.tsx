import { useTranslation } from 'react-i18next';
import { ErrorState } from '@renderer/components/ErrorState';
import { Welcome } from '@renderer/features/welcome/Welcome';
import { useCoreQuery } from '@renderer/lib/use-core';
import { AppCommands } from './AppCommands';
import { Shell } from './Shell';
import classes from './Start.module.css';
import { useAppliedSettings } from './use-applied-settings';
import { Views } from './Views';

/** The first thing of a window: waits for the core, then shows the two doors of an empty installation, or the desk. */
export const Start = () => {
  const agency = useCoreQuery('agency.get', {});
  const isReady = useAppliedSettings(agency.data?.settings);
  if (agency.data === undefined) {
    return agency.isError ? (
      <main className={classes.centre}>
        <ErrorState error={agency.error} onRetry={() => void agency.refetch()} />
      </main>
    ) : (
      <Waiting />
    );
  }
  if (!isReady) return <Waiting />;
  return (
    <>
      <AppCommands isEmpty={agency.data.isEmpty} />
      {agency.data.isEmpty ? <Welcome /> : <Shell />}
      <Views />
    </>
  );
};

/** Nothing but the ground for the moment that the core needs; a word only where it takes long. */
const Waiting = () => {
  const { t } = useTranslation();
  return (
    <main className={classes.centre} role="status" aria-label={t('common.loading')}>
      <span className={classes.late}>{t('app.starting')}</span>
    </main>
  );
};
