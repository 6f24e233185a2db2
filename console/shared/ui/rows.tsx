import type { ReactNode } from 'react';
import classes from './rows.module.css';

export const Rows = ({ children }: { children: ReactNode }) => <ul className={classes.rows}>{children}</ul>;

/** Something in a line, with what there is to say about it below. */
export const Row = ({ about, children }: { about?: ReactNode; children: ReactNode }) => (
  <li className={classes.row}>
    <div dir="auto">{children}</div>
    {about && (
      <div className={classes.about} dir="auto">
        {about}
      </div>
    )}
  </li>
);
