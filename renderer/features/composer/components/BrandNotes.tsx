import type { BrandMark } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { StateDot } from '@renderer/components/StateDot';
import classes from './Notes.module.css';

/** Other brands named in the draft: one line each, under the text. */
export const BrandNotes = ({ marks }: { readonly marks: readonly BrandMark[] }) => {
  const { t } = useTranslation();
  return (
    <ul className={classes.list} aria-live="polite" aria-label={t('composer.notes')} hidden={marks.length === 0}>
      {marks.map((mark) => (
        <li key={`${mark.from}-${mark.to}`} className={classes.note}>
          <StateDot tone="stop" />
          <span>{t(`composer.otherBrand.${mark.kind}`, { text: mark.text, brand: mark.otherWorkspaceName })}</span>
        </li>
      ))}
    </ul>
  );
};
