import type { CustomerState } from '../../core/customer/model/state.ts';
import { inputOfNone, runInput } from '../../core/customer/run.ts';
import { RUN_GUARD, timersIn } from '../../core/customer/standing.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { RETIRED } from '../../language/catalogue/fixed-step.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import type { MachineState } from '../../language/catalogue/task.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { EffectQueue, Outgoing } from './queue.ts';
import type { Schedules } from './schedules.ts';
import { type EffectMessage, type Erase, FORMAT, type Schedule, type Sweep, type Timer } from './schema.ts';

/** Port: the machines of journeys. */
export interface Runs {
  /** Starts a run of a journey's machine, or of RETIRED. Throws MachineNotDeployed, or where there is no room for it now. */
  start(journey: string, input: MachineState): Promise<void>;
}

/** No machine for a journey yet, or not any more: the timer comes again. */
export class MachineNotDeployed extends Error {
  override name = 'MachineNotDeployed';
}

/** Port: whom no timer reached. */
export interface Overdue {
  /** The present timers of who was due before `before`, and where to go on; a few seconds' worth. */
  page(before: number, after: string | undefined): Promise<{ timers: Timer[]; next?: string }>;
}

export interface EffectsDeps {
  load: CustomerStore['load'];
  /** By which who is due goes on, if their item was not written with a newer one. Throws CatalogueOlder. */
  catalogueFor: (item: Pick<CustomerState, 'catalogue'>) => Promise<Catalogue>;
  runs: Runs;
  schedules: Pick<Schedules, 'put'>;
  overdue: Overdue;
  erase: (erase: Erase) => Promise<void>;
  queue: EffectQueue;
  now: () => number;
  /** How far behind whoever is due is, in milliseconds, and how many a sweep found whom no timer had reached. */
  onLate?: (milliseconds: number) => void;
  onOverdue?: (timers: number) => void;
}

/** In milliseconds: a timer that starts runs and is not outdated comes again so much later at the most. */
const LONGEST_GUARD = HOUR;
/** Overdue for longer than any timer in use comes late. */
const LOST = 2 * LONGEST_GUARD;

/** In milliseconds: a queue holds back what comes sooner. */
const SOON = 600_000;

/**
 * Does what messages ask, and says of each whether it failed: then it stays on its queue. What must be sent because of them
 * is sent last, when every run has been started: a message that is tried again must not have multiplied.
 */
export const createEffects =
  (deps: EffectsDeps) =>
  async (messages: EffectMessage[]): Promise<(unknown | undefined)[]> => {
    const performed = await Promise.all(messages.map((message) => perform(deps, message)));
    const outgoing = performed.flatMap(({ next }) => next);
    if (outgoing.length === 0) return performed.map(({ error }) => error);
    try {
      await deps.queue.send(outgoing);
      return performed.map(({ error }) => error);
    } catch (failure) {
      return performed.map(({ next, error }) => error ?? (next.length > 0 ? failure : undefined));
    }
  };

interface Performed {
  next: Outgoing[];
  error?: unknown;
}

const perform = async (deps: EffectsDeps, message: EffectMessage): Promise<Performed> => {
  try {
    switch (message.type) {
      case 'timer':
        return { next: await ring(deps, message) };
      case 'schedule':
        return { next: await schedule(deps, message) };
      case 'erase':
        await deps.erase(message);
        return { next: [] };
      case 'sweep':
        return { next: await sweep(deps, message) };
    }
  } catch (error) {
    return { next: [], error };
  }
};

/** The customer whose present timer this is, of an enrolment, a promise or a gesture; undefined where it was replaced, or all is over. */
const presentOf = async ({ load }: Pick<EffectsDeps, 'load'>, { customer, enrolment: id, timer, due }: Timer) => {
  const state = await load(customer);
  const owner = state && timersIn(state).find((one) => one.id === id);
  return owner && owner.timer === timer && owner.due === due ? state : undefined;
};

/**
 * Starts a run for the enrolment's present timer, and lets the timer come again, later each time: it is dropped by its
 * number once the run has come to rest, and starts another if that died. No clock is compared.
 */
const ring = async (deps: EffectsDeps, timer: Timer): Promise<Outgoing[]> => {
  const state = await presentOf(deps, timer);
  if (!state) return [];
  deps.onLate?.(Math.max(0, deps.now() - timer.due));
  const catalogue = await deps.catalogueFor(state);
  const enrolment = Object.hasOwn(state.enrolments, timer.enrolment) ? state.enrolments[timer.enrolment] : undefined;
  // A journey that is gone has no machine of its own any more, and who is in it must still leave it. A promise and a gesture have none: any
  // change of its customer, which this machine asks for, finds what has become of it.
  const isKnown = enrolment !== undefined && Object.hasOwn(catalogue.journeys, enrolment.journey);
  const input = enrolment
    ? runInput(state, timer.enrolment, Math.max(deps.now(), state.at), catalogue)
    : inputOfNone(state.id, timer.enrolment);
  await deps.runs.start(isKnown ? enrolment.journey : RETIRED, input);
  if (timer.once) return [];
  const at = deps.now() + Math.min(LONGEST_GUARD, RUN_GUARD * 2 ** timer.again);
  return [{ message: { ...timer, again: timer.again + 1 }, at }];
};

/**
 * A schedule for what is over never comes: a message that waited long is put on the queue instead. One for a timer that was
 * replaced is none: of somebody who has been erased since it would keep the id until it comes.
 */
const schedule = async (deps: EffectsDeps, message: Schedule): Promise<Outgoing[]> => {
  const { timer, at } = message;
  if (at <= deps.now() + SOON) return [{ message: timer, at }];
  if (await presentOf(deps, timer)) await deps.schedules.put(message);
  return [];
};

/** Streams and schedules keep what they carry for a day: after a longer outage somebody may wait for a timer that is lost. */
const sweep = async ({ overdue, now, onOverdue }: EffectsDeps, { after }: Sweep): Promise<Outgoing[]> => {
  const { timers, next } = await overdue.page(now() - LOST, after);
  onOverdue?.(timers.length);
  const again = timers.map((timer): Outgoing => ({ message: { ...timer, once: true }, at: now() }));
  const more: Outgoing[] =
    next === undefined ? [] : [{ message: { type: 'sweep', format: FORMAT, after: next }, at: now() }];
  return [...again, ...more];
};
