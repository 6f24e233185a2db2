import { Button } from '@mantine/core';
import { Badge } from '../../shared/ui/badge.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { count } from '../../shared/words/count.ts';
import type { Finding } from '../../worker/check.ts';
import classes from './drafts.module.css';

export interface ProblemsProps {
  path: string;
  findings: readonly Finding[];
  isChecking: boolean;
  goTo: (line: number) => void;
  /** Undefined for who may not change it. */
  mend: ((finding: Finding) => void) | undefined;
}

/** Everything that is wrong in this file, each with the way to it and what mends it. */
export const Problems = ({ path, findings, isChecking, goTo, mend }: ProblemsProps) => {
  const own = findings.filter(({ file }) => file === path);
  const others = [
    ...new Set(findings.filter(({ file, isWarning }) => file !== path && !isWarning).map(({ file }) => file)),
  ];
  const says = own.length === 0 ? 'No problem in this file' : count(own.length, 'problem');
  return (
    <section className={classes.problems} aria-label="Problems">
      <p className={classes.verdict} role="status" data-good={own.length === 0 || undefined}>
        {isChecking ? 'Checking …' : says}
        {others.length > 0 && !isChecking && (
          <>
            ; elsewhere:{' '}
            {others.slice(0, 3).map((file) => (
              <Go key={file} to={`/draft/${file}`}>
                {file}{' '}
              </Go>
            ))}
          </>
        )}
      </p>
      <ul className={classes.findings}>
        {own.map((finding) => (
          <li key={`${finding.line}:${finding.column}:${finding.message}`} className={classes.finding}>
            <button type="button" className={classes.place} onClick={() => goTo(finding.line)}>
              line {finding.line}
            </button>
            {finding.isWarning && <Badge tone="wait">may be meant</Badge>}
            <span className={classes.message}>{finding.message}</span>
            {finding.fix && mend && (
              <Button size="compact-xs" variant="light" onClick={() => mend(finding)}>
                {finding.fix.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
