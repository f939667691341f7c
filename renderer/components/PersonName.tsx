import { displayLine } from '@shared/domain/display-text';
import { hasMixedScripts } from '@shared/domain/look-alikes';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PersonName.module.css';

export interface PersonNameProps {
  readonly name: string;
  /** Stands in where there is no name. */
  readonly handle?: string;
}

/** Name of a stranger: kept apart from the direction of the text around it, and marked where it mixes look-alike letters. */
export const PersonName = memo(({ name, handle = '' }: PersonNameProps) => {
  const { t } = useTranslation();
  const shown = displayLine(name) || displayLine(handle) || t('thread.nobody');
  return (
    <>
      <bdi className={classes.name}>{shown}</bdi>
      {hasMixedScripts(name) && (
        <span className={classes.warning} role="img" aria-label={t('thread.mixedName')} title={t('thread.mixedName')}>
          <IconAlertTriangle size={13} />
        </span>
      )}
    </>
  );
});
PersonName.displayName = 'PersonName';
