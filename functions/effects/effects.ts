import { runInput } from '../../core/customer/run.ts';
import { RUN_GUARD } from '../../core/customer/standing.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import { type MachineState, RETIRED } from '../../language/catalogue/task.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { EffectQueue, Outgoing } from './queue.ts';
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

/** Port: timers that lie further ahead than a queue can hold them back. */
export interface Schedules {
  /** Puts the timer on the queue at `at`; a second time changes nothing. */
  put(schedule: Schedule): Promise<void>;
  /** Takes a timer back; one that is not there is no error. */
  remove(timer: Pick<Timer, 'enrolment' | 'timer' | 'due'>): Promise<void>;
}

/** Port: whom no timer reached. */
export interface Overdue {
  /** The present timers of who was due before `before`, and where to go on; a few seconds' worth. */
  page(before: number, after: string | undefined): Promise<{ timers: Timer[]; next?: string }>;
}

export interface EffectsDeps {
  load: CustomerStore['load'];
  catalogue: Catalogue;
  runs: Runs;
  schedules: Schedules;
  overdue: Overdue;
  erase: (erase: Erase) => Promise<void>;
  queue: EffectQueue;
  now: () => number;
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
        await erase(deps, message);
        return { next: [] };
      case 'sweep':
        return { next: await sweep(deps, message) };
    }
  } catch (error) {
    return { next: [], error };
  }
};

/**
 * Starts a run for the enrolment's present timer, and lets the timer come again, later each time: it is dropped by its
 * number once the run has come to rest, and starts another if that died. No clock is compared.
 */
const ring = async (deps: EffectsDeps, timer: Timer): Promise<Outgoing[]> => {
  const state = await deps.load(timer.customer);
  const enrolment = state && Object.hasOwn(state.enrolments, timer.enrolment) && state.enrolments[timer.enrolment];
  if (!enrolment || enrolment.timer !== timer.timer || enrolment.due !== timer.due) return [];
  const { catalogue } = deps;
  // A journey that is gone has no machine of its own any more, and who is in it must still leave it.
  const isGone = !Object.hasOwn(catalogue.journeys, enrolment.journey);
  const input = runInput(state, timer.enrolment, Math.max(deps.now(), state.at), catalogue);
  await deps.runs.start(isGone ? RETIRED : enrolment.journey, input);
  if (timer.once) return [];
  const at = deps.now() + Math.min(LONGEST_GUARD, RUN_GUARD * 2 ** timer.again);
  return [{ message: { ...timer, again: timer.again + 1 }, at }];
};

/** A schedule for what is over never comes: a message that waited long is put on the queue instead. */
const schedule = async ({ schedules, now }: EffectsDeps, message: Schedule): Promise<Outgoing[]> => {
  const { timer, at } = message;
  if (at <= now() + SOON) return [{ message: timer, at }];
  await schedules.put(message);
  return [];
};

/** An erasure may be asked for again: the schedules of a later life may have the same names. */
const erase = async ({ load, erase: remove, schedules }: EffectsDeps, message: Erase): Promise<void> => {
  if ((await load(message.customer))?.erased !== message.at) return;
  for (const timer of message.timers) await schedules.remove(timer);
  await remove(message);
};

/** Streams and schedules keep what they carry for a day: after a longer outage somebody may wait for a timer that is lost. */
const sweep = async ({ overdue, now }: EffectsDeps, { after }: Sweep): Promise<Outgoing[]> => {
  const { timers, next } = await overdue.page(now() - LOST, after);
  const again = timers.map((timer): Outgoing => ({ message: { ...timer, once: true }, at: now() }));
  const more: Outgoing[] =
    next === undefined ? [] : [{ message: { type: 'sweep', format: FORMAT, after: next }, at: now() }];
  return [...again, ...more];
};
