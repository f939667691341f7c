import type { OutboxItem, Workspace } from '@shared/contract/views';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { PersonName } from '@renderer/components/PersonName';
import { RelativeTime } from '@renderer/components/RelativeTime';
import { SearchMark } from '@renderer/components/SearchMark';
import { StateDot } from '@renderer/components/StateDot';
import { useNetwork } from '@renderer/hooks/use-agency';
import { useBrandStyle } from '@renderer/hooks/use-brand-style';
import { useUiState } from '@renderer/lib/ui-state';
import { toneOf } from '../model/outbox-rules';
import { EditForm } from './EditForm';
import { ItemActions } from './ItemActions';
import { StateReason } from './StateReason';
import classes from './OutboxCard.module.css';

export interface OutboxCardProps {
  readonly item: OutboxItem;
  readonly workspace: Workspace | undefined;
}

/** One reply on its way out: as whom, to whom, the text, its state and why, and what can be done. */
export const OutboxCard = memo(({ item, workspace }: OutboxCardProps) => {
  const { t } = useTranslation();
  const network = useNetwork(item.network);
  const style = useBrandStyle(workspace?.colour ?? '#4f4c46');
  const openConversation = useUiState((state) => state.openConversation);
  const [isEditing, setEditing] = useState(false);
  return (
    <li className={classes.card} style={style}>
      <div className={classes.head}>
        {workspace && <BrandTile workspace={workspace} size={20} />}
        <span className={classes.as}>
          {t('outbox.as', { handle: item.accountHandle, network: network?.label ?? item.network })}
        </span>
        <button
          type="button"
          className={classes.to}
          onClick={() => openConversation({ workspaceId: item.workspaceId, conversationId: item.conversationId })}
        >
          {t('outbox.to')} <PersonName name={item.contactName} />
        </button>
      </div>
      {isEditing ? (
        <EditForm item={item} onClose={() => setEditing(false)} />
      ) : (
        <p className={classes.text} dir="auto" data-selectable>
          <SearchMark text={item.text} marks={item.holdDetails?.marks ?? []} tone="stop" />
        </p>
      )}
      <p className={classes.state}>
        <StateDot tone={toneOf(item.state)} /> <strong>{t(`common.outbox.${item.state}`)}</strong>
        <RelativeTime at={item.sentAt ?? item.queuedAt} className={classes.quiet} />
      </p>
      <StateReason item={item} />
      {!isEditing && <ItemActions item={item} onEdit={() => setEditing(true)} />}
    </li>
  );
});
OutboxCard.displayName = 'OutboxCard';
