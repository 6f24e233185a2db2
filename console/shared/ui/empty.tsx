import type { ReactNode } from 'react';
import classes from './notice.module.css';

export interface EmptyProps {
  /** That nothing is here, in words that do not blame. */
  title: string;
  /** What to do first. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Where nothing is yet: says what to do first. */
export const Empty = ({ title, children, action }: EmptyProps) => (
  <div className={classes.notice} data-tone="plain">
    <p className={classes.title}>{title}</p>
    {children && <div className={classes.about}>{children}</div>}
    {action}
  </div>
);
