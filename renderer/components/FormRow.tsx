import type { ReactNode } from 'react';
import classes from './FormRow.module.css';

export interface FormRowProps {
  readonly label: string;
  readonly hint?: string;
  /** Id of the field that the label names; without one the row is a group. */
  readonly fieldId?: string;
  readonly children: ReactNode;
}

/** One line of a settings page: what it is on the left, the control on the right. */
export const FormRow = ({ label, hint, fieldId, children }: FormRowProps) => (
  <div className={classes.row} {...(fieldId === undefined ? { role: 'group', 'aria-label': label } : {})}>
    <div className={classes.words}>
      {fieldId === undefined ? (
        <span className={classes.label}>{label}</span>
      ) : (
        <label className={classes.label} htmlFor={fieldId}>
          {label}
        </label>
      )}
      {hint !== undefined && <span className={classes.hint}>{hint}</span>}
    </div>
    <div className={classes.field}>{children}</div>
  </div>
);

/** Head of a page section. */
export const SectionHead = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <header className={classes.head}>
    <h1 className={classes.title}>{title}</h1>
    {children !== undefined && <p className={classes.lead}>{children}</p>}
  </header>
);
