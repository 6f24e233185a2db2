import { unreached } from '../../core/customer/work/reach.ts';
import { iso } from '../../core/time/instant.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { teamOf } from '../../language/catalogue/team.ts';
import { insteadOf, UNREACHED_EVENT } from '../../language/catalogue/unreached.ts';
import type { Tell, TimedEvent } from '../broadcast/ports.ts';
import { CAPACITY } from '../shared/source.ts';
import type { Crowds } from '../shared/stores/crowds.ts';
import type { Queue, Queued } from '../shared/stores/queue.ts';
import { readDone, readList, readOpen } from './read-lists.ts';

interface PlanDeps {
  catalogue: Pick<Catalogue, 'policy' | 'journeys' | 'moments'>;
  queue: Queue;
  crowds: Pick<Crowds, 'counts'>;
  tell: Tell;
  now: () => number;
}

/** What a look at a team finds. `unreached`: what it is told that it need not do, the least needed first. */
export interface TeamPlan {
  team: string;
  calls: number;
  done: number;
  taken: number;
  open: number;
  unreached: Queued[];
}

/** Rows that are read at the most, of work that is to be done and that is over: what is beyond is looked at when it has moved up. */
const MOST = { open: 20_000, over: 100_000 };
/** Of one look so many are told at the most, so fast: SQS holds a message back for 15 minutes at the most. */
const MOST_TOLD = 10_000;
const PER_SECOND = 50;
/** Of what was due so long ago nobody is told any more, as where a team is counted for the first time. In milliseconds. */
const LONG_OVERDUE = DAY;
/** Letters of an instant up to its hour: 2026-03-02T10. */
const TO_THE_HOUR = 13;

/** The moments of work in whose place something comes: a step waits for it, or the moment says what. */
const replaceable = ({ journeys, moments }: Pick<Catalogue, 'journeys' | 'moments'>): Set<string> => {
  const steps = Object.values(journeys).flatMap((journey) => Object.values(journey.steps));
  const awaited = steps.flatMap((step) => (step.kind === 'task' && step.within !== undefined ? [step.moment] : []));
  const named = Object.values(moments).flatMap((moment) => (insteadOf(moment) === undefined ? [] : [moment.id]));
  return new Set([...awaited, ...named]);
};

/** What each team that has so many pieces of work a day will not reach, as the lists of work have it now. */
const lookAhead = async (
  { catalogue: { policy }, queue, crowds, now }: Omit<PlanDeps, 'tell'>,
  mayFall: Set<string>,
): Promise<TeamPlan[]> => {
  const { teams = {}, zone } = policy;
  const counted = Object.entries(teams).flatMap(([name, team]) =>
    team.calls === undefined ? [] : [{ name, team, calls: team.calls }],
  );
  if (counted.length === 0) return [];
  const open = await readOpen(queue, crowds, MOST.open);
  if (open.length === 0) return [];
  const takenList = await readList(queue, 'taken', { most: MOST.open });
  const over = await readDone(queue, zone, now(), MOST.over);
  return counted.map(({ name, team, calls }) => {
    const isOwn = (work: Queued) => teamOf(work.team, teams) === name;
    const [waiting, done, inHand] = [
      open.filter(isOwn),
      over.work.filter(isOwn).length,
      takenList.work.filter(isOwn).length,
    ];
    const reach = { team, done, taken: inHand, now: now(), zone, calendar: policy };
    // A team that never reports may have done what is overdue.
    const overdueSince = done + inHand > 0 ? now() - LONG_OVERDUE : now();
    const left = unreached(waiting, reach).filter(({ moment, due }) => mayFall.has(moment) && due > overdueSince);
    return { team: name, calls, done, taken: inHand, open: waiting.length, unreached: left.toReversed() };
  });
};

/** An event of one customer, known by the task and the hour: whoever looks twice within it says it once. */
const toldOf = ({ customer, task, moment }: Queued, at: string, place: number): TimedEvent => ({
  envelope: {
    id: `unreached#${task}#${at.slice(0, TO_THE_HOUR)}`,
    source: CAPACITY,
    'detail-type': UNREACHED_EVENT,
    time: at,
    detail: { customerId: customer, task, moment },
    addressed: { customer, broadcast: 'capacity' },
  },
  seconds: Math.floor(place / PER_SECOND),
});

/** Of several lists so many, the first of each before the second of any: however long one is, no other waits for its end. */
const inTurns = <One>(lists: readonly One[][], most: number): One[] => {
  const merged: One[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let place = 0; place < longest && merged.length < most; place++)
    merged.push(...lists.flatMap((list) => list.slice(place, place + 1)));
  return merged.slice(0, most);
};

/** Tells each customer whose work its team will not reach in time, so that what stands for it comes now. Answers what it found. */
export const createPlan = (deps: PlanDeps): (() => Promise<TeamPlan[]>) => {
  let mayFall: Set<string> | undefined;
  return async () => {
    mayFall ??= replaceable(deps.catalogue);
    const plans = await lookAhead(deps, mayFall);
    const at = iso(deps.now());
    const left = inTurns(
      plans.map(({ unreached: all }) => all),
      MOST_TOLD,
    );
    if (left.length > 0) await deps.tell(left.map((work, place) => toldOf(work, at, place)));
    return plans;
  };
};
