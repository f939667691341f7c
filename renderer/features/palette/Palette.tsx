import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { displayLine } from '@shared/domain/display-text';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { Kbd } from '@renderer/components/Kbd';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { possibleCommands, useCommandTable } from '@renderer/lib/commands';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { rank } from './model/rank';
import classes from './Palette.module.css';

const [store, actions] = createSpotlight();

/** Letters from which on conversations are looked for, and how many are shown. */
const searchFrom = 2;
const shownConversations = 8;

/** Everything that can be done or gone to, by typing: commands, brands, conversations. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const table = useCommandTable((state) => state.commands);
  const workspaces = useWorkspaces();
  useEffect(() => {
    actions.open();
    return actions.close;
  }, []);

  const commands = useMemo(
    () =>
      possibleCommands(table)
        .filter((command) => command.isHidden !== true)
        .map((command) => ({ command, title: t(command.titleKey, { ...command.titleValues }) })),
    [table, t],
  );
  const hits = useCoreQuery(
    'search.query',
    { query: typed.trim(), limit: shownConversations },
    { isEnabled: typed.trim().length >= searchFrom, keepsPrevious: true },
  );
  const isSearching = typed.trim().length >= searchFrom;
  const conversations = isSearching ? (hits.data?.items ?? []) : [];
  const foundCommands = rank(commands, (entry) => entry.title, typed);
  const foundBrands = rank(workspaces, (workspace) => workspace.name, typed);
  const isEmpty = foundCommands.length + foundBrands.length + conversations.length === 0;

  // The palette closes first: what it runs may open a dialog and take the focus.
  const then = (run: () => void) => (): void => {
    onClose();
    run();
  };
  const goTo = (workspaceId: string): void => {
    useViewStack.getState().closeAll();
    useUiState.getState().selectWorkspace(workspaceId);
  };
  const brandOf = (workspaceId: string) => workspaces.find((workspace) => workspace.id === workspaceId);

  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={onClose}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ color: 'var(--overlay)', backgroundOpacity: 1, blur: 0 }}
      title={t('palette.label')}
      classNames={{ header: classes.head ?? '', action: classes.action ?? '', actionsList: classes.list ?? '' }}
    >
      <Spotlight.Search placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')} />
      <Spotlight.ActionsList aria-label={t('palette.results')}>
        {foundBrands.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.brands')}>
            {foundBrands.map((workspace) => (
              <Spotlight.Action
                key={workspace.id}
                onClick={then(() => goTo(workspace.id))}
                closeSpotlightOnTrigger={false}
              >
                <span className={classes.row}>
                  <BrandTile workspace={workspace} size={20} />
                  <span className={classes.title}>{workspace.name}</span>
                  <BrandKey place={workspaces.indexOf(workspace)} />
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {foundCommands.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.actions')}>
            {foundCommands.map(({ command, title }) => (
              <Spotlight.Action key={command.id} onClick={then(command.run)} closeSpotlightOnTrigger={false}>
                <span className={classes.row}>
                  <span className={classes.title}>{title}</span>
                  {command.keys?.[0] !== undefined && <Kbd keys={command.keys[0]} />}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {conversations.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.conversations')}>
            {conversations.map((hit) => {
              const brand = brandOf(hit.workspaceId);
              return (
                <Spotlight.Action
                  key={`${hit.conversationId} ${hit.messageId ?? ''}`}
                  closeSpotlightOnTrigger={false}
                  onClick={then(() => {
                    useViewStack.getState().closeAll();
                    useUiState
                      .getState()
                      .openConversation({ workspaceId: hit.workspaceId, conversationId: hit.conversationId });
                  })}
                >
                  <span className={classes.row}>
                    {brand && <BrandTile workspace={brand} size={20} />}
                    <span className={classes.title}>
                      <bdi>{displayLine(hit.contactName) || displayLine(hit.contactHandle)}</bdi>{' '}
                      <span className={classes.quiet}>{displayLine(hit.text)}</span>
                    </span>
                  </span>
                </Spotlight.Action>
              );
            })}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && !(isSearching && hits.isFetching) && (
          <Spotlight.Empty>{isSearching ? t('palette.empty') : t('palette.start')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};

/** Ctrl+1…9 beside the first nine brands. */
const BrandKey = ({ place }: { readonly place: number }) => (place < 9 ? <Kbd keys={`$mod+${place + 1}`} /> : null);
