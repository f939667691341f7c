import { useTranslation } from 'react-i18next';
import { UndoMessage } from '@renderer/components/UndoMessage';
import { useNow } from '@renderer/hooks/use-now';

export interface RecallToastProps {
  /** Ms since 1970 UTC. */
  readonly leavesAt: number;
  /** It waits for the network after that, so it can be taken back longer. */
  readonly isQueued: boolean;
  readonly onRecall: () => void;
}

/** Counts down to the moment in which a reply leaves, and takes it back until then. */
export const RecallToast = ({ leavesAt, isQueued, onRecall }: RecallToastProps) => {
  const { t } = useTranslation();
  const now = useNow('second');
  const seconds = Math.max(0, Math.ceil((leavesAt - now) / 1000));
  if (isQueued) return <UndoMessage message={t('composer.queuedToast')} onUndo={onRecall} />;
  return (
    <UndoMessage
      message={seconds > 0 ? t('composer.leavesIn', { count: seconds }) : t('composer.leaving')}
      onUndo={seconds > 0 ? onRecall : null}
    />
  );
};
