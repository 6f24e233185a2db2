import type { Assignment } from '../../core/customer/draft.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Message } from '../../functions/deliver/channel.ts';
import { START } from '../../language/catalogue/fixed-step.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { cameBy } from '../../simulator/came-by.ts';
import { openWorld } from '../../simulator/open-world.ts';
import type { Project } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';

type Fact = string | number | boolean;

/** Somebody, and what happens to them. */
export interface PlayRequest {
  customer: { id: string; attributes: Record<string, Fact> };
  /** ISO 8601, UTC; so are all times here. */
  startsAt: string;
  events: { at: string; event: string; with: Record<string, unknown> }[];
  /** A journey to `treated` or `control`, a split to its arm. */
  arms: Record<string, string>;
  /** How long after the last event it is looked at. */
  days: number;
}

/** A step that was in hand, since when. `start` where a journey begins. */
export interface Stop {
  at: string;
  journey: string;
  enrolment: string;
  step: string;
  visit: number;
}

export interface Played {
  entries: JournalEntry[];
  messages: (Message & { at: string })[];
  path: Stop[];
  from: string;
  until: string;
}

const iso = (at: number): string => new Date(at).toISOString();

const drawOf = (arms: Record<string, string>): Assignment => ({
  holdout: (_customer, journey) => arms[journey] === 'control',
  arm: (_customer, _journey, split, choices) => arms[split] ?? choices[0]?.name ?? '',
});

/** Notes each step that comes into hand, from what is committed. */
const watchPath = () => {
  const path: Stop[] = [];
  const seen = new Set<string>();
  const onCommit = (state: CustomerState, now: number) => {
    for (const [enrolment, { journey, at: step, visit }] of Object.entries(state.enrolments)) {
      const key = `${enrolment} ${visit}`;
      if (seen.has(key)) continue;
      seen.add(key);
      path.push({ at: iso(now), journey, enrolment, step: step === START ? 'start' : step, visit });
    }
  };
  return { path, onCommit };
};

/** Plays events to one customer in virtual time, in a world of its own. */
export const play = async (project: Project, request: PlayRequest): Promise<Played> => {
  const { customer, events, days } = request;
  const entries: JournalEntry[] = [];
  const { path, onCommit } = watchPath();
  const open = inMemory();
  const world = openWorld(project, {
    storage: (deps) =>
      open({
        ...deps,
        onCommit: (state) => {
          onCommit(state, deps.now());
          deps.onCommit(state);
        },
      }),
    now: Date.parse(request.startsAt),
    draw: drawOf(request.arms),
    onEntry: (entry) => entries.push(entry),
    report: (error) => {
      throw error;
    },
  });
  await world.introduce(customer.id, customer.attributes);
  const inOrder = events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const [index, { at, event, with: fields }] of inOrder.entries()) {
    await world.passUntil(Math.max(world.now, Date.parse(at)));
    const type = project.catalogue.events[event];
    const field = type?.customer ?? 'customerId';
    const detail = { [field]: customer.id, ...fields };
    const came = { id: `event-${index + 1}`, time: iso(world.now), ...cameBy(type, customer.id) };
    await world.arrive({ 'detail-type': event, detail, ...came });
  }
  const end = world.now + days * DAY;
  for (let next = world.next(); next !== undefined && next <= end; next = world.next()) await world.passUntil(next);
  return {
    entries,
    messages: world.outbox.of(customer.id),
    path,
    from: request.startsAt,
    until: iso(Math.max(world.now, Date.parse(entries.at(-1)?.at ?? request.startsAt))),
  };
};
