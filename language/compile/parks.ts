import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import { JourneyTooLongError } from './errors.ts';
import { branchesOf } from './moments.ts';
import { MAX_FINISH_RETRIES, MAX_RETRIES } from './retry.ts';

/** Standard workflows end an execution at this many history events. */
const LIMIT = 25_000;

/** Enough for one a day and more, whatever the patience; each costs three transitions. */
const MOST = 100;

// History events at worst: a state is entered and left; a task is scheduled, started and answered in between, a token
// task submitted too, and each of its retries is scheduled, started and failed once more.
const STATE = 2;
const TASK = STATE + 3 + 3 * MAX_RETRIES;
const TOKEN_TASK = TASK + 1;
/** Started, the choice of a phase, `finish`, `done`, ended. */
const FRAME = 1 + STATE + (STATE + 3 + 3 * MAX_FINISH_RETRIES) + STATE + 1;

/** A send that is held: the send, its outcome, the park. */
const LOOP = TASK + STATE + TOKEN_TASK;

interface History {
  /** Events without any park. */
  events: number;
  /** Steps that can be parked. */
  sends: number;
}

const own = (step: Step): History => {
  switch (step.kind) {
    case 'send':
    case 'task':
      return { events: TASK + STATE, sends: 1 };
    case 'emit':
      return { events: TASK + STATE, sends: 0 };
    case 'listen':
      return { events: TOKEN_TASK + TASK + STATE, sends: 0 };
    case 'choose':
    case 'wait-until':
      return { events: TASK + 2 * STATE, sends: 0 };
    default:
      return { events: STATE, sends: 0 };
  }
};

/** The most of each over all paths, which no single path may reach. */
const historyOf = (steps: Step[]): History =>
  steps.reduce(
    (total, step) => {
      const branches = branchesOf(step).map(historyOf);
      const { events, sends } = own(step);
      return {
        events: total.events + events + Math.max(0, ...branches.map((branch) => branch.events)),
        sends: total.sends + sends + Math.max(0, ...branches.map((branch) => branch.sends)),
      };
    },
    { events: 0, sends: 0 },
  );

/**
 * How often each step of a journey may be parked: `(25,000 - events of the longest path) / (sends on it * 61)`, where
 * 61 is one turn of the loop with every retry used, and never more than a hundred.
 */
export const maxParksOf = (journey: JourneyDefinition): number => {
  const paths = [journey.steps, ...journey.exits.map(({ steps }) => steps)].map(historyOf);
  const events = FRAME + Math.max(...paths.map((path) => path.events));
  const sends = Math.max(1, ...paths.map((path) => path.sends));
  const parks = Math.min(MOST, Math.floor((LIMIT - events) / (sends * LOOP)));
  if (parks >= 1) return parks;
  throw new JourneyTooLongError(
    `Journey "${journey.id}" has a path of ${sends} messages and tasks, too many for one execution: split it in two.`,
  );
};
