import { Modal } from '@mantine/core';
import type { ChannelAccount, Network } from '@shared/contract/views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { ErrorState } from '@renderer/components/ErrorState';
import { Skeleton } from '@renderer/components/Skeleton';
import { useWorkspace } from '@renderer/hooks/use-agency';
import { useBrandStyle } from '@renderer/hooks/use-brand-style';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { useSignIn } from './api/use-sign-in';
import { NetworkPicker } from './components/NetworkPicker';
import { SignInForm } from './components/SignInForm';
import { BrowserWait, SignInDone, SignInFailed } from './components/SignInStates';
import classes from './components/Connect.module.css';

export interface ConnectDialogProps {
  readonly workspaceId: string;
  /** The account that signs in again; null connects a new one. */
  readonly accountId: string | null;
  readonly onClose: () => void;
}

/** Fields whose value an account already tells us. */
const knownFields = (account: ChannelAccount | undefined): Record<string, string> =>
  account
    ? {
        service: account.serviceUrl,
        server: account.serviceUrl,
        instance: account.serviceUrl,
        identifier: account.handle,
        handle: account.handle,
      }
    : {};

/** Connects an account to a brand: its network, the way to sign in, the sign-in itself. */
export const ConnectDialog = ({ workspaceId, accountId, onClose }: ConnectDialogProps) => {
  const { t } = useTranslation();
  const workspace = useWorkspace(workspaceId);
  const networks = useCoreQuery('channels.listNetworks', {});
  const accounts = useCoreQuery('channels.list', { workspaceId }, { isEnabled: accountId !== null });
  const isOnline = useCoreQuery('sync.status', {}, { select: (status) => status.isOnline }).data ?? true;
  const [picked, setPicked] = useState<Network | null>(null);
  const signIn = useSignIn();
  const style = useBrandStyle(workspace?.colour ?? '#4f4c46');

  const account = accounts.data?.find((one) => one.id === accountId);
  const network = picked ?? networks.data?.find((one) => one.id === account?.network) ?? null;
  const isLoading = networks.data === undefined || workspace === undefined || (accountId !== null && !accounts.data);
  const offered = networks.data?.filter((one) => one.isPublic) ?? [];
  const restart = (): void => {
    signIn.cancel();
    setPicked(null);
  };
  const toDesk = (): void => {
    useUiState.getState().openPanel(null);
    useViewStack.getState().closeAll();
  };

  const body = () => {
    if (networks.isError) return <ErrorState error={networks.error} onRetry={() => void networks.refetch()} />;
    if (isLoading) return <Skeleton rows={3} />;
    if (!network) return <NetworkPicker networks={offered} onPick={setPicked} />;
    const { progress } = signIn;
    switch (progress.state) {
      case 'browser':
        return <BrowserWait onReopen={signIn.reopen} onCancel={signIn.cancel} />;
      case 'failed':
        return <SignInFailed reason={progress.reason} message={progress.message} onRetry={signIn.cancel} />;
      case 'done':
        return (
          <SignInDone
            account={progress.account}
            network={network}
            brand={workspace.name}
            onAnother={restart}
            onClose={toDesk}
          />
        );
      case 'form':
      case 'starting':
        return (
          <SignInForm
            network={network}
            isBusy={progress.state === 'starting'}
            isOffline={!isOnline}
            error={progress.state === 'form' ? progress.error : null}
            known={knownFields(account)}
            onSubmit={(flow, fields) =>
              signIn.begin({
                workspaceId,
                network: network.id,
                flow,
                fields,
                ...(accountId === null ? {} : { accountId }),
              })
            }
          />
        );
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={account ? t('channels.reconnectTitle', { name: `@${account.handle}` }) : t('channels.connectTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {workspace && (
        <p className={classes.brand} style={style}>
          <BrandTile workspace={workspace} size={20} />
          {network
            ? t('channels.forBrandOn', { brand: workspace.name, network: network.label })
            : t('channels.forBrand', { brand: workspace.name })}
          {picked && signIn.progress.state === 'form' && (
            <button type="button" onClick={restart}>
              {t('channels.otherNetwork')}
            </button>
          )}
        </p>
      )}
      {body()}
    </Modal>
  );
};
