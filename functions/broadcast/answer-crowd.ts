import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { crowdId } from '../../core/customer/model/crowd-id.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { PER_SECOND } from '../../language/catalogue/everyone.ts';
import { BROADCAST } from '../shared/source.ts';
import { type Answering, type Broadcast, type Broadcasts, FORMAT } from '../shared/stores/broadcasts.ts';
import type { Queue, Queued } from '../shared/stores/queue.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { Steps, Tell, TimedEvent } from './ports.ts';

/** Customers who are told in one step, as seconds of the pace, and who are read in one at the most. */
const SECONDS = 5;
const MOST_READ = 200;

/** After a round lists have caught up with what was told in it: in seconds, longer than they lag behind. */
const BETWEEN_ROUNDS = 150;
/** What is open after so many is not closed by being told again. */
const MOST_ROUNDS = 20;

/** What is said of the work of a crowd, of all of it that is open. */
export const CrowdAnswer = z.object({
  crowd: z.string(),
  moment: z.string(),
  said: z.enum(['done', 'declined']),
  /** Nobody where a desk does not say who it was. */
  by: z.string().optional(),
  /** What came of it, or why it is declined. */
  text: z.string().optional(),
  note: z.string().optional(),
  /** About how many are open. */
  about: z.number().optional(),
  /** When it was said, in milliseconds: what is given since is not meant. Now, where nothing is said. */
  at: z.number().optional(),
});
export type CrowdAnswer = z.infer<typeof CrowdAnswer>;

/** A message of the queue of steps: to begin an answer, as a desk heard it. */
export const CrowdAnswered = z.object({ format: z.literal(1), answer: CrowdAnswer });

interface BeginDeps {
  broadcasts: Pick<Broadcasts, 'begin' | 'list'>;
  steps: Steps;
  catalogue: Pick<Catalogue, 'events'>;
  now: () => number;
}

/** So many are looked through for the event that gave a crowd its work. */
const LOOKED = 1000;

const EVENT = { done: 'agent.task_done', declined: 'agent.task_declined' } as const;

const fieldsOf = ({ said, by, text, note }: CrowdAnswer): Record<string, string> => ({
  ...(by !== undefined && { by }),
  ...(text !== undefined && { [said === 'done' ? 'outcome' : 'reason']: text }),
  ...(note !== undefined && said === 'done' && { note }),
});

/** Which answer to a crowd it is. */
const numberOf = ({ id }: Broadcast): number => Number(id.slice(id.lastIndexOf('#') + 1)) || 0;

/**
 * Begins to answer what is open of a crowd, at the pace of the event that gave it. Where an answer to the same is under way, that
 * goes on: it is asked for its step once more, which does no harm, and mends one that was lost.
 */
export const createAnswerCrowd =
  ({ broadcasts, steps, catalogue, now }: BeginDeps) =>
  async (answer: CrowdAnswer): Promise<{ status: 'begun' | 'under-way'; broadcast: Broadcast }> => {
    const { crowd, moment, said, about } = answer;
    const all = await broadcasts.list(LOOKED);
    const same = all.filter(({ answers }) => answers?.crowd === crowd && answers.moment === moment);
    const current = same.find(({ over, stopped }) => over === undefined && stopped === undefined);
    const type = all.find(({ id }) => crowdId(id) === crowd)?.type;
    const perSecond = (type && ownValue(catalogue.events, type)?.everyone?.perSecond) || PER_SECOND;
    const at = Math.min(now(), answer.at ?? now());
    const fields = fieldsOf(answer);
    const answering: Broadcast = {
      format: FORMAT,
      // Two who answer at once begin the same one: the first of them is heard.
      id: `answer#${crowd}#${moment}#${Math.max(0, ...same.map(numberOf)) + 1}`,
      type: EVENT[said],
      at: new Date(at).toISOString(),
      fields,
      detail: fields,
      startedAt: at,
      step: 0,
      asked: 0,
      told: 0,
      ...(about !== undefined && { about }),
      answers: { crowd, moment, perSecond, round: 0, found: 0 },
    };
    const broadcast = await broadcasts.begin(current ?? answering);
    await steps.send({ format: 1, broadcast: broadcast.id, step: broadcast.step }, 0);
    const isOwn = broadcast.type === answering.type && isDeepStrictEqual(broadcast.fields, fields);
    return { status: current || !isOwn ? 'under-way' : 'begun', broadcast };
  };

export interface AnswerDeps {
  broadcasts: Pick<Broadcasts, 'advance'>;
  /** The lists of work, and the items in which it stands: lists are a moment behind. */
  work: Pick<Queue, 'page'>;
  load: CustomerStore['load'];
  steps: Steps;
  tell: Tell;
  now: () => number;
}

/** Whether work of a list is as it was when the answer was given: open, of that crowd, and not given since. */
const isMeant = (state: CustomerState | undefined, task: string, { crowd }: Answering, startedAt: number): boolean => {
  const work = ownValue(state?.tasks ?? {}, task);
  return work?.state === 'open' && work.crowd === crowd && work.at <= startedAt;
};

/**
 * One step of an answer to a crowd. Whoever it is about hears an event of their own, which changes nothing for who is looked
 * after by themselves by then. Work moves in its list as it is needed more or less, so the list is gone through until a round finds
 * nobody any more. What is told twice is one event.
 */
export const goOnAnswering = async (deps: AnswerDeps, broadcast: Broadcast, answers: Answering): Promise<void> => {
  const { broadcasts, work, load, steps, tell, now } = deps;
  const { crowd, moment, perSecond, round } = answers;
  const room = Math.min(MOST_READ, Math.max(1, Math.floor(perSecond * SECONDS)));
  const { items, next } = await work.page(
    { list: 'open', of: { crowd, moment } },
    { count: room, after: broadcast.after },
  );
  const states = await Promise.all(items.map(({ customer }) => load(customer)));
  const open = items.filter(({ task }, place) => isMeant(states[place], task, answers, broadcast.startedAt));
  const openCount = answers.found + open.length;
  const isEnd = next === undefined;
  // The first round comes before the lists have all that was open.
  const isLast = isEnd && ((round > 0 && openCount === 0) || round >= MOST_ROUNDS);
  await tell(open.map((one, place) => toldOf(broadcast, one, Math.floor(place / perSecond))));
  const step = broadcast.step + 1;
  const pause = isEnd ? BETWEEN_ROUNDS : Math.ceil(open.length / perSecond);
  if (!isLast) await steps.send({ format: 1, broadcast: broadcast.id, step }, pause);
  const { after: _, ...rest } = broadcast;
  await broadcasts.advance(broadcast.step, {
    ...rest,
    step,
    ...(next !== undefined && { after: next }),
    asked: broadcast.asked + (round === 0 ? items.length : 0),
    told: broadcast.told + open.length,
    answers: isEnd ? { ...answers, round: round + 1, found: 0 } : { ...answers, found: openCount },
    ...(isLast && { over: { at: now(), why: 'asked' as const } }),
  });
};

/** The same event whenever it is told: a repeat is known by its id. */
const toldOf = ({ id, type, at, detail }: Broadcast, { customer, task }: Queued, seconds: number): TimedEvent => ({
  envelope: {
    id: `${id}#${task}`,
    source: BROADCAST,
    'detail-type': type,
    time: at,
    detail: { ...detail, customerId: customer, task },
    addressed: { customer, broadcast: id },
  },
  seconds,
});
