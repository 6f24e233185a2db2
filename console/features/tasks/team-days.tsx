import { UnstyledButton } from '@mantine/core';
import type { TeamDay } from '../../../functions/api/contract/teams.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { number } from '../../shared/words/count.ts';
import classes from './team-days.module.css';

/** A minute: what others do in the meantime shows. */
const AGAIN = 60_000;

/** "31 of 40 today, 3 in hand" */
const dayInWords = ({ calls, done, taken, isAtLeast }: TeamDay): string => {
  const so = `${number(done)}${isAtLeast ? ' or more' : ''}`;
  const day = calls === undefined ? `${so} done today` : `${so} of ${number(calls)} today`;
  return taken > 0 ? `${day}, ${number(taken)} in hand` : day;
};

const Day = ({ day }: { day: TeamDay }) => (
  <>
    <bdi className={classes.team}>{day.team}</bdi>
    <span className={classes.count}>{dayInWords(day)}</span>
    {day.calls !== undefined && <meter className={classes.meter} aria-hidden max={day.calls} value={day.done} />}
  </>
);

export interface TeamDaysProps {
  /** The team whose work alone is shown. */
  selected: string | undefined;
  choose: (team: string | undefined) => void;
}

/** What each team has done of what it can do in a day. Of several, one can be chosen, whose work alone is shown then. */
export const TeamDays = ({ selected, choose }: TeamDaysProps) => {
  const teams = useAnswer('listTeams', {}, { refetchInterval: AGAIN });
  return (
    <Answer query={teams} loading={<span />}>
      {({ items }) => {
        const [only, ...others] = items;
        if (!only) return null;
        if (others.length === 0 && selected === undefined)
          return (
            <p className={classes.days}>
              <span className={classes.day}>
                <Day day={only} />
              </span>
            </p>
          );
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
          <div className={classes.days} role="group" aria-label="Work of which team">
            {items.map((day) => (
              <UnstyledButton
                key={day.team}
                className={classes.day}
                aria-pressed={day.team === selected}
                onClick={() => choose(day.team === selected ? undefined : day.team)}
              >
                <Day day={day} />
              </UnstyledButton>
            ))}
          </div>
        );
      }}
    </Answer>
  );
};
