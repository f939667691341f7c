import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconX } from '@tabler/icons-react';
import { IconButton } from '@renderer/components/IconButton';
import { Skeleton } from '@renderer/components/Skeleton';
import { useCommands } from '@renderer/lib/commands';
import { useUiState, type PanelName } from '@renderer/lib/ui-state';
import { ErrorBoundary } from './ErrorBoundary';
import classes from './PanelHost.module.css';

const panels = {
  outbox: lazy(() => import('@renderer/features/outbox/OutboxPanel').then((part) => ({ default: part.OutboxPanel }))),
  coverage: lazy(() =>
    import('@renderer/features/coverage/CoveragePanel').then((part) => ({ default: part.CoveragePanel })),
  ),
  channels: lazy(() =>
    import('@renderer/features/channels/ChannelsPanel').then((part) => ({ default: part.ChannelsPanel })),
  ),
} as const satisfies Record<PanelName, unknown>;

/** Room for the panel that the status bar opened. It lies over the thread and leaves the list usable; Escape closes it. */
export const PanelHost = () => {
  const panel = useUiState((state) => state.panel);
  return panel === null ? null : <OpenPanel key={panel} panel={panel} />;
};

const OpenPanel = ({ panel }: { readonly panel: PanelName }) => {
  const { t } = useTranslation();
  const openPanel = useUiState((state) => state.openPanel);
  const frame = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(document.activeElement);
  useEffect(() => {
    frame.current?.focus();
    const opener = before.current;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  // Where the focus has left the panel, such as after its button has gone, the key is heard all the same.
  useCommands([
    {
      id: 'panel.close',
      titleKey: 'common.close',
      group: 'view',
      keys: ['Escape'],
      isHidden: true,
      run: () => openPanel(null),
    },
  ]);
  const Panel = panels[panel];
  return (
    <section
      ref={frame}
      role="dialog"
      aria-label={t(`app.panels.${panel}`)}
      tabIndex={-1}
      className={classes.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        openPanel(null);
      }}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{t(`app.panels.${panel}`)}</h2>
        <IconButton label={t('common.close')} onClick={() => openPanel(null)}>
          <IconX size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <div>
        <ErrorBoundary>
          <Suspense fallback={<Skeleton rows={4} />}>
            <Panel />
          </Suspense>
        </ErrorBoundary>
      </div>
    </section>
  );
};
