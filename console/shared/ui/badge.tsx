import type { ReactNode } from 'react';
import classes from './badge.module.css';
import type { Tone } from './tone.ts';

/** A word with a tone. */
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={classes.badge} data-tone={tone}>
    {children}
  </span>
);
