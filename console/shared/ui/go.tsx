import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './go.module.css';

/** A way to another page. */
export const Go = ({
  to,
  children,
  className,
}: {
  to: string;
  children: ReactNode;
  className?: string | undefined;
}) => (
  <Link to={to} className={className ?? classes.go}>
    {children}
  </Link>
);
