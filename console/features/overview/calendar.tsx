import { Text } from '@mantine/core';
import type { Answer as AnswerOf } from '../../../functions/api/contract/routes.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { journeyAddress } from '../../shared/routing/addresses.ts';
import { inWords } from '../../shared/time/format.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { count, number } from '../../shared/words/count.ts';
import classes from './calendar.module.css';

const DAYS = 14;
const SHOWN = 3;

type Day = AnswerOf<'upcoming'>['items'][number];

const wordsOf = ({ title, momentTitles, doing, step, stepTitle }: Day['items'][number]): string => {
  if (momentTitles.length > 0) return momentTitles.join(' or ');
  return doing === 'listening' ? `${title}: no answer by then` : `${title}: ${stepTitle ?? step}`;
};

const Cell = ({ day: { day, total, items }, most }: { day: Day; most: number }) => {
  const rest = items.slice(SHOWN).reduce((sum, { people }) => sum + people, 0);
  return (
    <li className={classes.day} data-empty={total === 0 || undefined}>
      <div className={classes.head}>
        <span className={classes.name}>{inWords(`${day}T12:00:00Z`, 'day', 'UTC')}</span>
      </div>
      {total > 0 && (
        <span className={classes.total} title={`${count(total, 'person', 'people')} due`}>
          {number(total)}
        </span>
      )}
      {total > 0 && <div className={classes.bar} style={{ width: `${Math.max(6, (total / most) * 100)}%` }} />}
      <ul className={classes.items}>
        {items.slice(0, SHOWN).map((item) => (
          <li key={`${item.journey} ${item.step} ${item.doing}`}>
            <Go to={journeyAddress(item.journey)}>{wordsOf(item)}</Go>{' '}
            <span className={classes.rest}>× {number(item.people)}</span>
          </li>
        ))}
        {rest > 0 && <li className={classes.rest}>and {number(rest)} more</li>}
      </ul>
    </li>
  );
};

const DAY = 86_400_000;

/** Each of the days, those on which nothing is due too. */
const allDays = (items: Day[], from: string): Day[] =>
  Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(Date.parse(from) + index * DAY).toISOString().slice(0, 10);
    return items.find((item) => item.day === day) ?? { day, total: 0, items: [] };
  });

/** What is due on each of the next days. The gate looks at each once more, so it is no promise. */
export const Calendar = ({ from }: { from: string }) => {
  const upcoming = useAnswer('upcoming', { query: { days: DAYS } });
  return (
    <Panel title="The next 14 days" about="what is due, if nothing else happens">
      <Answer query={upcoming}>
        {({ items }) => {
          const most = Math.max(1, ...items.map(({ total }) => total));
          return items.every(({ total }) => total === 0) ? (
            <Empty title="Nothing is due">When somebody enters a journey, what comes next for them stands here.</Empty>
          ) : (
            <>
              <ul className={classes.days}>
                {allDays(items, from).map((day) => (
                  <Cell key={day.day} day={day} most={most} />
                ))}
              </ul>
              <Text size="xs" c="dimmed" mt="sm">
                Everybody goes through the gate first: who is unhappy by then, asleep, or has had enough gets it later
                or not at all.
              </Text>
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
