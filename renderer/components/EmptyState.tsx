import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Where there is nothing: says so, and what to do next. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className={classes.state}>
    <p className={classes.title}>{title}</p>
    {children !== undefined && <p className={classes.text}>{children}</p>}
    {action !== undefined && <div className={classes.action}>{action}</div>}
  </div>
);
