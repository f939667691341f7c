import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Chip.module.css';

export interface ChipProps extends ComponentPropsWithoutRef<'button'> {
  readonly isOn?: boolean;
  readonly count?: number | undefined;
  /** Dashed: makes something rather than choosing it. */
  readonly isQuiet?: boolean;
}

/** Figures stay short: four thousand is 4.3K. */
const Count = ({ count }: { readonly count: number }) => {
  const { i18n } = useTranslation();
  const short = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <span
      className={classes.count}
      title={count > 999 ? new Intl.NumberFormat(i18n.language).format(count) : undefined}
    >
      {short.format(count)}
    </span>
  );
};

/** A filter of one click. */
export const Chip = forwardRef<HTMLButtonElement, ChipProps>(
  ({ isOn, count, isQuiet = false, className = '', children, ...rest }, ref) => (
    <button
      ref={ref}
      type="button"
      className={`${classes.chip} ${className}`}
      data-on={isOn || undefined}
      data-quiet={isQuiet || undefined}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      {...rest}
    >
      {children}
      {count !== undefined && count > 0 && <Count count={count} />}
    </button>
  ),
);
Chip.displayName = 'Chip';
