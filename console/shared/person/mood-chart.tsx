import type { Story } from '../../../functions/api/contract/customers.ts';
import { inWords } from '../time/format.ts';
import { When } from '../time/when.tsx';
import { capital } from '../words/capital.ts';
import { score } from '../words/mood.ts';
import classes from './mood-chart.module.css';

type Mood = Story['mood'];

const [WIDTH, HEIGHT, FOOT] = [640, 132, 20];

const round = (value: number): number => Math.round(value * 10) / 10;
const yOf = (value: number): number => round(((1 - value) * HEIGHT) / 2);

const Line = ({ points, moves, negative, positive }: Mood & { zone: string }) => {
  const times = points.map(({ at }) => Date.parse(at));
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 1];
  const xOf = (at: string): number => round(((Date.parse(at) - from) * WIDTH) / Math.max(1, to - from));
  return (
    <>
      <rect className={classes.below} x={0} y={yOf(negative)} width={WIDTH} height={HEIGHT - yOf(negative)} rx={4} />
      {[positive, 0, negative].map((level) => (
        <line key={level} className={classes.level} x1={0} x2={WIDTH} y1={yOf(level)} y2={yOf(level)} />
      ))}
      <polyline
        className={classes.line}
        points={points.map(({ at, score: value }) => `${xOf(at)},${yOf(value)}`).join(' ')}
      />
      {moves.map(({ at, before, after }) => (
        <circle
          key={`${at} ${after}`}
          className={after < before ? classes.down : classes.up}
          cx={xOf(at)}
          cy={yOf(after)}
          r={5}
        />
      ))}
    </>
  );
};

const summaryOf = ({ points, score: now }: Mood, zone: string): string => {
  const [first, last] = [points[0], points.at(-1)];
  const lowest = Math.min(now, ...points.map(({ score: value }) => value));
  const span = first && last ? ` from ${inWords(first.at, 'day', zone)} to ${inWords(last.at, 'day', zone)}` : '';
  return `Mood${span}: lowest ${score(lowest)}, now ${score(now)}, on a scale from −1 to +1.`;
};

/** A line of mood over the last weeks, with what moved it as dots. */
export const MoodChart = ({ mood, zone }: { mood: Mood; zone: string }) => {
  const [first, last] = [mood.points[0], mood.points.at(-1)];
  if (!first || !last) return null;
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
      role="img"
      aria-label={summaryOf(mood, zone)}
    >
      <Line {...mood} zone={zone} />
      <text className={classes.words} x={0} y={HEIGHT + 16}>
        {inWords(first.at, 'day', zone)}
      </text>
      <text className={classes.words} x={WIDTH} y={HEIGHT + 16} textAnchor="end">
        {inWords(last.at, 'day', zone)}
      </text>
      <text className={classes.words} x={WIDTH - 6} y={HEIGHT - 7} textAnchor="end">
        unhappy: {score(mood.negative)} and below
      </text>
    </svg>
  );
};

/** What moved a mood, newest first: from where to where, and why. */
export const MoodMoves = ({ mood, zone, most = 6 }: { mood: Mood; zone: string; most?: number }) => (
  <ul className={classes.moves}>
    {mood.moves.slice(0, most).map(({ at, happenedAt, before, after, because }) => (
      <li key={`${at} ${after}`} className={classes.move}>
        <span className={classes.change} data-tone={after < before ? 'bad' : 'good'}>
          {score(before)} → {score(after)}
        </span>
        <span dir="auto">
          {capital(because.join('; '))}{' '}
          <span className={classes.soft}>
            <When at={happenedAt} zone={zone} />
          </span>
        </span>
      </li>
    ))}
  </ul>
);
