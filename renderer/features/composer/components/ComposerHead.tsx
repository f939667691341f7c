import type { Conversation, Workspace } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { useNetwork } from '@renderer/hooks/use-agency';
import classes from './ComposerHead.module.css';

export interface ComposerHeadProps {
  readonly conversation: Conversation;
  readonly workspace: Workspace;
}

/** Who speaks, where, and who will be able to read it. */
export const ComposerHead = ({ conversation, workspace }: ComposerHeadProps) => {
  const { t } = useTranslation();
  const network = useNetwork(conversation.network);
  const handle = conversation.accountHandle.replace(/^@/, '');
  return (
    <p className={classes.head}>
      <BrandTile workspace={workspace} size={20} />
      <span className={classes.who}>
        {t('composer.replyingAs', { handle, network: network?.label ?? conversation.network })}
      </span>
      <span className={classes.where}>
        {t(`composer.visibility.${conversation.visibility}`, { kind: t(`common.kinds.${conversation.kind}`) })} ·{' '}
        {t('composer.locked')}
      </span>
    </p>
  );
};
