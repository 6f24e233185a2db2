import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

export interface PageProps {
  /** Of the tab and the heading. */
  title: string;
  /** The heading, where it is more than the title. */
  heading?: ReactNode;
  lead?: ReactNode;
  /** What one may do with the whole page. */
  actions?: ReactNode;
  /** Takes all the width there is. */
  isWide?: boolean;
  children: ReactNode;
}

/** A page: its title, what it is for, what one may do, and the rest. */
export const Page = ({ title, heading, lead, actions, isWide = false, children }: PageProps) => {
  useEffect(() => {
    document.title = `${title} · Tactful`;
  }, [title]);
  return (
    <div className={isWide ? `${classes.page} ${classes.wide}` : classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} tabIndex={-1}>
            {heading ?? title}
          </Title>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </div>
      {children}
    </div>
  );
};
