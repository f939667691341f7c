import { IconCommand, IconPlus, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@renderer/components/IconButton';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { keyCaps, runCommand } from '@renderer/lib/commands';
import { isMac } from '@renderer/lib/shell';
import { useUiState } from '@renderer/lib/ui-state';
import { useViewStack } from '@renderer/lib/view-stack';
import { AllBrandsTile } from './components/AllBrandsTile';
import { RailList } from './components/RailList';
import classes from './Rail.module.css';

/** All brands, the workspaces in the order of the person, a new one; below, palette and settings. */
export const Rail = () => {
  const { t } = useTranslation();
  const workspaces = useWorkspaces();
  const selectedId = useUiState((state) => state.workspaceId);
  const selectWorkspace = useUiState((state) => state.selectWorkspace);
  const closeAll = useViewStack((state) => state.closeAll);
  const open = useViewStack((state) => state.open);
  const select = (workspaceId: string | null): void => {
    closeAll();
    selectWorkspace(workspaceId);
  };
  const named = (label: string, keys: string): string =>
    `${label} (${keyCaps(keys, isMac()).join(isMac() ? '' : '+')})`;
  return (
    <nav aria-label={t('rail.label')} className={classes.rail}>
      <AllBrandsTile isSelected={selectedId === null} onSelect={() => select(null)} />
      <hr className={classes.line} />
      <div className={classes.scroll}>
        <RailList workspaces={workspaces} selectedId={selectedId} onSelect={select} />
        <button
          type="button"
          className={classes.add}
          aria-label={t('rail.new')}
          title={t('rail.new')}
          onClick={() => open({ name: 'newWorkspace', thenConnect: false })}
        >
          <IconPlus size={16} aria-hidden="true" />
        </button>
      </div>
      <div className={classes.foot}>
        <IconButton label={named(t('app.commands.palette'), '$mod+k')} onClick={() => runCommand('palette.open')}>
          <IconCommand size={17} aria-hidden="true" />
        </IconButton>
        <IconButton label={named(t('app.commands.settings'), '$mod+,')} onClick={() => runCommand('settings.open')}>
          <IconSettings size={17} aria-hidden="true" />
        </IconButton>
      </div>
    </nav>
  );
};
