import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Broadcast } from '../../../functions/shared/stores/broadcasts.ts';
import type { RawEvent } from '../traffic.ts';
import type { Violation } from './ledger.ts';

type Standing = ReadonlyMap<string, CustomerState>;
type Broken = (invariant: Violation['invariant'], message: string) => void;

interface BroadcastRecord {
  began: Broadcast;
  before: Standing;
  over?: Broadcast;
  after?: Standing;
  /** Whom it was told, by the ids of the events. */
  eventIds: Map<string, string>;
  /** Of an answer for many: the work that was listed when it began, and what was told of. */
  listedTasks: readonly string[];
  answered: Set<string>;
}

/** Somebody who was there all the time, and had the same plan: undefined where anything of that is open. */
const planOf = (id: string, { began, before, after }: BroadcastRecord): unknown => {
  const [was, is] = [before.get(id), after?.get(id)];
  if (!was || !is || was.movedTo !== undefined || is.movedTo !== undefined) return undefined;
  if (was.erased !== undefined || is.erased !== undefined || was.firstSeenAt !== is.firstSeenAt) return undefined;
  if (was.firstSeenAt > began.startedAt || was.closedAt !== undefined || is.closedAt !== undefined) return undefined;
  if ((is.returnedAt ?? 0) !== (was.returnedAt ?? 0)) return undefined;
  const [plan, other] = [was.attributes.plan?.value ?? '', is.attributes.plan?.value ?? ''];
  return plan === other ? plan : undefined;
};

/** Whether an event about everyone is asked to its end, and told each whom it is about, and nobody else. */
export const createEveryoneWatch = (broken: Broken) => {
  const all = new Map<string, BroadcastRecord>();

  /** Nobody who waited, and waits as they did, is left out of what is said of all. */
  const lookAtAnswer = ({ began, after, listedTasks, answered }: BroadcastRecord): void => {
    for (const { tasks = {} } of after?.values() ?? [])
      for (const task of listedTasks) {
        const work = tasks[task];
        const waits = work?.state === 'open' && work.crowd === began.answers?.crowd;
        if (waits && !answered.has(task)) broken('I4', `${began.id} left out ${task}.`);
      }
  };

  return {
    broadcastBegan: (began: Broadcast, before: Standing, listedTasks: readonly string[]): void => {
      all.set(began.id, { began, before, eventIds: new Map(), listedTasks, answered: new Set() });
    },
    broadcastEnded: (over: Broadcast, after: Standing): void => {
      const one = all.get(over.id);
      if (one) Object.assign(one, { over, after });
    },
    broadcastDelivered: ({ id, addressed, detail }: RawEvent): void => {
      const one = all.get(addressed?.broadcast ?? '');
      if (!one || !addressed) {
        broken('I4', `${id} was told and nobody had begun to.`);
        return;
      }
      if (one.began.answers) {
        one.answered.add(String(detail.task));
        return;
      }
      const before = one.eventIds.get(addressed.customer);
      if (before !== undefined && before !== id)
        broken('I4', `${addressed.customer} is told of ${before} as ${id}, too.`);
      one.eventIds.set(addressed.customer, id);
    },
    verdict: (ids: readonly string[]): void => {
      for (const one of all.values()) {
        const { began, over, eventIds } = one;
        if (over?.over?.why !== 'asked') broken('I9', `${began.id} was never asked to its end.`);
        if (began.answers) {
          lookAtAnswer(one);
          continue;
        }
        for (const id of ids) {
          const plan = planOf(id, one);
          if (plan === undefined) continue;
          const isAbout = began.fields.plan === 'every' || began.fields.plan === plan;
          // What closes an incident is also about whoever has it open.
          if (isAbout && !eventIds.has(id)) broken('I4', `${began.id} is about ${id}, who was never told.`);
          if (!isAbout && eventIds.has(id) && began.type === 'service.outage_detected')
            broken('I4', `${began.id} is not about ${id}, who was told.`);
        }
      }
    },
  };
};
