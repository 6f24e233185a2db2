import { Link } from '@tanstack/react-router';
import type { Figures as FiguresOf } from '../../../functions/api/contract/figures.ts';
import type { RouteName } from '../../../functions/api/contract/paths.ts';
import { useMay } from '../../shared/session/me.ts';
import type { Tone } from '../../shared/ui/tone.ts';
import { number } from '../../shared/words/count.ts';
import { codeInWords, mostFirst } from '../../shared/words/reason.ts';
import classes from './figures.module.css';

interface Figure {
  label: string;
  tone: Tone;
  value: number;
  about: string;
  /** What one sees by it. */
  to: string;
  /** What is asked for there: whoever may not is not led to it. */
  asks?: RouteName;
}

/** Why, for the most part. */
const mostly = (byCode: Record<string, number>): string => {
  const [first] = mostFirst(byCode);
  return first ? `mostly ${codeInWords(first[0])}` : '';
};

const figuresOf = (figures: FiguresOf): Figure[] => [
  { label: 'Sent', tone: 'good', value: figures.sent, about: 'messages', to: '/journeys' },
  { label: 'Held', tone: 'wait', value: figures.held, about: mostly(figures.heldFor), to: '/journeys' },
  {
    label: 'Not sent',
    tone: 'plain',
    value: figures.suppressed,
    about: mostly(figures.suppressedFor),
    to: '/journeys',
  },
  {
    label: 'To a person',
    tone: 'person',
    value: figures.toPerson,
    about: 'work for colleagues',
    to: '/tasks',
    asks: 'listTasks',
  },
  {
    label: 'Goals reached',
    tone: 'good',
    value: figures.goals,
    about: `of ${number(figures.entered)} who entered`,
    to: '/journeys',
  },
  {
    label: 'Failed',
    tone: figures.failed > 0 ? 'bad' : 'plain',
    value: figures.failed,
    about: figures.failed > 0 ? 'refused' : 'none refused',
    to: '/rejects',
    asks: 'listRejects',
  },
];

/** What became of everybody, each number a way to what is behind it. */
export const Figures = ({ figures, label }: { figures: FiguresOf; label: string }) => {
  const may = useMay();
  return (
    <nav className={classes.figures} aria-label={label}>
      {figuresOf(figures).map(({ label: name, tone, value, about, to, asks }) => {
        const says = (
          <>
            <span className={classes.label} data-tone={tone}>
              {name}
            </span>
            <span className={classes.value}>{number(value)}</span>
            <span className={classes.about}>{about}</span>
          </>
        );
        return asks === undefined || may(asks) ? (
          <Link key={name} to={to} className={classes.figure}>
            {says}
          </Link>
        ) : (
          <div key={name} className={classes.figure}>
            {says}
          </div>
        );
      })}
    </nav>
  );
};
