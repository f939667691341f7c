import type { ReactNode } from 'react';
import classes from './Part.module.css';

export interface PartProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the side panel under its heading. */
export const Part = ({ title, action, children }: PartProps) => (
  <section className={classes.part} aria-label={title}>
    <div className={classes.head}>
      <h3 className={classes.title}>{title}</h3>
      {action}
    </div>
    {children}
  </section>
);
