import type { Assignment } from '../../../core/customer/draft.ts';
import type { Effect } from '../../../core/customer/model/effect.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { type CustomerState, type Enrolment, emptyCustomer } from '../../../core/customer/model/state.ts';
import { type Command, reduce } from '../../../core/customer/reduce.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';

export const T0 = Date.parse('2026-03-02T10:00:00Z');
const LEASE = MINUTE;

const assignment: Assignment = {
  holdout: () => false,
  arm: (_customer, _journey, _split, arms) => arms[0]?.name ?? '',
};
const words = { because: () => 'You asked.', task: () => ({ subject: '', text: '' }) };

/** One customer and one enrolment: what reduce makes of commands one after the other. */
export const life = (first: Catalogue) => {
  let state: CustomerState = emptyCustomer('ada', T0);
  const journal: JournalEntry[] = [];
  const effects: Effect[] = [];
  const published = { catalogue: first, number: 1 };
  const clock = { now: T0 };
  const change = async <C extends Command>(command: C) => {
    const { catalogue, number: catalogueNumber } = published;
    const deps = { catalogue, catalogueNumber, paused: new Set<string>(), assignment };
    const reduced = await reduce(state, command, clock.now, deps);
    if (reduced.state) {
      state = reduced.state;
      journal.push(...state.journal);
      effects.push(...state.effects);
    }
    return reduced.answer;
  };
  const id = (): string => Object.keys(state.enrolments)[0] ?? '';
  let events = 0;
  const world = {
    clock,
    journal,
    effects,
    change,
    id,
    state: () => state,
    enrolment: (): Enrolment | undefined => state.enrolments[id()],
    publish: (catalogue: Catalogue) => {
      Object.assign(published, { catalogue, number: published.number + 1 });
    },
    event: (type: string, fields: Record<string, unknown> = {}) => {
      const event = { id: `e${++events}`, type, at: new Date(clock.now).toISOString(), fields, signals: [] };
      return change({ kind: 'event', event });
    },
    /** What a run asks: the step and visit in hand, or the next visit. */
    task: (step: string, attempt = 'a1') => {
      const { journey = '', at, visit = 0 } = world.enrolment() ?? {};
      const task = published.catalogue.journeys[journey]?.steps[step]?.kind ?? 'finish';
      const asked = { journey, enrolment: id(), step, visit: at === step ? visit : visit + 1, task };
      return change({ kind: 'task', ...asked, sending: { attempt, lease: LEASE, words } });
    },
    record: (receipt: 'accepted' | 'refused' | 'busy', attempt = 'a1') => {
      const { at: step = '', visit = 0 } = world.enrolment() ?? {};
      return change({ kind: 'record', enrolment: id(), step, visit, attempt, receipt, because: 'You asked.' });
    },
    sent: async (step: string) => {
      await world.task(step);
      return world.record('accepted');
    },
    outcomes: () =>
      journal.flatMap((entry) =>
        entry.kind === 'decision' ? [`${entry.step}@${entry.visit} ${entry.outcome} ${entry.reason}`] : [],
      ),
  };
  return world;
};
