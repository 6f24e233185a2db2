import type { JourneyStep } from '../../../functions/api/contract/journeys.ts';
import { number } from '../../shared/words/count.ts';
import { type Doing, type Fact, factsOf } from './facts.ts';
import classes from './journeys.module.css';

/** So many numbers have room in a box; the rest stands beside the canvas. */
const ROOM = 3;

const One = ({ fact: { label, value, tone, doing }, show }: { fact: Fact; show: (doing: Doing) => void }) =>
  doing ? (
    <button
      type="button"
      className={`${classes.fact} nodrag nopan`}
      data-tone={tone}
      aria-label={`${number(value)} ${label}: show who`}
      onClick={(event) => {
        event.stopPropagation();
        show(doing);
      }}
    >
      {number(value)} {label}
    </button>
  ) : (
    <span className={classes.fact} data-tone={tone}>
      {number(value)} {label}
    </span>
  );

/** The numbers of a step; those of who is there now open the people. */
export const FactRow = ({
  step,
  show,
  all = false,
}: {
  step: JourneyStep;
  show: (doing: Doing) => void;
  all?: boolean;
}) => {
  const facts = factsOf(step);
  const visibleFacts = all ? facts : facts.slice(0, ROOM);
  const more = facts.length - visibleFacts.length;
  return (
    <>
      {visibleFacts.map((fact) => (
        <One key={fact.label} fact={fact} show={show} />
      ))}
      {more > 0 && <span className={classes.fact}>+{more}</span>}
    </>
  );
};
