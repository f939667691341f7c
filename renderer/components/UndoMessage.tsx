import { useTranslation } from 'react-i18next';
import { Kbd } from './Kbd';
import classes from './UndoMessage.module.css';

export interface UndoMessageProps {
  readonly message: string;
  /** Null: there is nothing to take back. */
  readonly onUndo: (() => void) | null;
}

/** What a toast says after something was done. */
export const UndoMessage = ({ message, onUndo }: UndoMessageProps) => {
  const { t } = useTranslation();
  return (
    <span className={classes.row}>
      <span>{message}</span>
      {onUndo && (
        <button type="button" className={classes.undo} onClick={onUndo}>
          {t('common.undo')} <Kbd keys="$mod+z" />
        </button>
      )}
    </span>
  );
};
