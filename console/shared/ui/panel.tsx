import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

export interface PanelProps {
  title: string;
  /** Beside the title: what one looks at, or a link to more. */
  about?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** A part of a page that has a name of its own. */
export const Panel = ({ title, about, className, children }: PanelProps) => {
  const id = useId();
  return (
    <section className={className ? `${classes.panel} ${className}` : classes.panel} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {about && <div className={classes.about}>{about}</div>}
      </div>
      {children}
    </section>
  );
};
