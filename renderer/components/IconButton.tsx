import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import classes from './IconButton.module.css';

export interface IconButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** Name for screen readers and the tooltip; with a key, `label (key)`. */
  readonly label: string;
}

/** A button that shows an icon. No icon without a name. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(
  ({ label, className = '', children, ...rest }, ref) => (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      className={`${classes.button} ${className}`}
      {...rest}
    >
      {children}
    </button>
  ),
);
IconButton.displayName = 'IconButton';
