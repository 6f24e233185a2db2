import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { StoryLine } from '../../../functions/api/contract/customers.ts';
import { dateIn, inWords } from '../time/format.ts';
import { When } from '../time/when.tsx';
import { capital } from '../words/capital.ts';
import classes from './story.module.css';
import { StorySign } from './story-sign.tsx';
import { WhyDrawer } from './why-drawer.tsx';

const canTell = ({ grounds, message }: StoryLine): boolean => grounds !== undefined || message !== undefined;

const Entry = ({ line, zone, ask }: { line: StoryLine; zone: string; ask: (line: StoryLine) => void }) => {
  const { at, tone, title, reason, because, until } = line;
  return (
    <li className={classes.line}>
      <StorySign tone={tone} />
      <div>
        <p className={classes.title} dir="auto">
          {title}
        </p>
        {(reason ?? because) && (
          <p className={classes.why} dir="auto">
            {capital(reason ?? because ?? '')}
            {until && (
              <>
                {'; looked at again '}
                <When at={until} zone={zone} />
              </>
            )}
          </p>
        )}
      </div>
      <div className={classes.aside}>
        {canTell(line) && (
          <UnstyledButton className={classes.ask} aria-label={`Why: ${title}`} onClick={() => ask(line)}>
            Why
          </UnstyledButton>
        )}
        <When at={at} zone={zone} style="time" />
      </div>
    </li>
  );
};

/** Lines of a day, in their order. */
const byDay = (lines: StoryLine[], zone: string): [string, StoryLine[]][] => {
  const days = new Map<string, StoryLine[]>();
  for (const line of lines) {
    const day = dateIn(line.at, zone);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
};

const keyed = (lines: StoryLine[]): [string, StoryLine][] =>
  lines.map((line, index) => [`${line.at} ${lines.length - index}`, line]);

/** What happened, newest first, by the days of the customer's own zone; each decision opens its why. */
export const StoryList = ({ lines, zone }: { lines: StoryLine[]; zone: string }) => {
  const [explainedLine, setExplainedLine] = useState<StoryLine>();
  return (
    <>
      {byDay(lines, zone).map(([day, ofDay]) => (
        <section key={day} aria-label={inWords(ofDay[0]?.at ?? day, 'day', zone)}>
          <h3 className={classes.day}>{inWords(ofDay[0]?.at ?? day, 'day', zone)}</h3>
          <ul className={classes.list}>
            {keyed(ofDay).map(([key, line]) => (
              <Entry key={key} line={line} zone={zone} ask={setExplainedLine} />
            ))}
          </ul>
        </section>
      ))}
      <WhyDrawer line={explainedLine} zone={zone} onClose={() => setExplainedLine(undefined)} />
    </>
  );
};
