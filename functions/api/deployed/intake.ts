import * as z from 'zod';
import { PREFERENCES } from '../../shared/source.ts';
import type { ReceivedEvent } from '../contract/common.ts';
import { type EventEntry, readEntries } from '../entries.ts';
import type { Intake } from '../ports.ts';
import type { AskOperator } from './operators.lambda.ts';
import { type PastDeps, readPast } from './past.ts';

/** An event as it is put on a bus. */
export interface BusEntry {
  source: string;
  type: string;
  detail: string;
  time?: string | undefined;
}

/** Port: puts events on the stage's bus, and answers in their order the id of each, or why it was not taken. */
export type PutOnBus = (entries: BusEntry[]) => Promise<({ id: string } | { failure: string })[]>;

interface IntakeDeps {
  put: PutOnBus;
  ask: AskOperator;
  past: PastDeps;
  newId: () => string;
  now: () => number;
}

/** Whoever sends from the console and does not say for which system. */
const CONSOLE = 'console';

const Envelope = z.looseObject({
  source: z.string().min(1).max(256).default(CONSOLE),
  'detail-type': z.string().min(1).max(128),
  time: z.string().optional(),
  detail: z.record(z.string(), z.unknown()),
});

const RedriveAnswer = z.looseObject({ moved: z.number(), done: z.boolean() });
const LookAnswer = z.looseObject({
  found: z.record(z.string(), z.number()),
  examples: z.record(z.string(), z.string()).default({}),
  /** Of what is listed one by one. */
  messages: z
    .array(
      z.object({
        at: z.number(),
        reason: z.string(),
        message: z.string().optional(),
        event: z.string().optional(),
        id: z.string().optional(),
        customer: z.string().optional(),
      }),
    )
    .optional(),
});

const WRONG: Pick<ReceivedEvent, 'status' | 'message'> = {
  status: 'rejected',
  message: 'It is no event: give detail-type, the name of a type in events.yaml, and detail, its fields.',
};

/** Where events come in to a deployed stage: its bus; and where those lie that were not taken. */
export const createIntake = ({ put, ask, past, newId, now }: IntakeDeps): Intake => ({
  receive: async (body) => {
    const read = readEntries(body, newId).map(({ raw }: EventEntry) => Envelope.safeParse(raw).data);
    const good = read.flatMap((envelope) => (envelope ? [envelope] : []));
    const put_ = await put(
      good.map(({ source, 'detail-type': type, time, detail }) => ({
        source,
        type,
        time,
        detail: JSON.stringify(detail),
      })),
    );
    let place = 0;
    const entries = read.map((envelope): ReceivedEvent => {
      if (!envelope) return WRONG as ReceivedEvent;
      const answer = put_[place++];
      if (answer && 'id' in answer) return { id: answer.id, status: 'accepted' };
      return {
        status: 'failed',
        message: `The bus did not take it (${answer?.failure ?? 'no answer'}). Send it again.`,
      };
    });
    return { entries };
  },

  publish: async (events) => {
    const time = new Date(now()).toISOString();
    const answers = await put(
      events.map(({ type, detail }) => ({ source: PREFERENCES, type, time, detail: JSON.stringify(detail) })),
    );
    const failed = answers.flatMap((answer) => ('failure' in answer ? [answer.failure] : []));
    if (failed.length > 0) throw new BusRefused(failed);
  },

  rejects: async ({ place, reason }) => {
    const { items } = await ask({ command: 'look', place });
    const { found, examples, messages } = LookAnswer.parse(items[0] ?? { found: {} });
    if (messages) {
      const rejects = messages.filter((one) => reason === undefined || one.reason === reason);
      return {
        items: rejects.map(({ at, ...about }) => ({ place, at: new Date(at).toISOString(), ...about })),
        byReason: found,
      };
    }
    const counts = Object.entries(found).filter(([name]) => reason === undefined || name === reason);
    return {
      items: counts.map(([name, count]) => ({
        place,
        reason: name,
        count,
        ...(examples[name] === undefined ? {} : { message: examples[name] }),
      })),
      byReason: found,
    };
  },

  redrive: async ({ place, reason, discard }) => {
    const { items } = await ask({
      command: 'redrive',
      place,
      before: now(),
      discard,
      ...(reason !== undefined && { reason }),
    });
    const { moved, done } = RedriveAnswer.parse(items[0]);
    return { putBack: discard ? 0 : moved, discarded: discard ? moved : 0, isMore: !done };
  },

  past: async (since) => readPast(past, since),
});

/** The bus did not take what somebody chose. */
export class BusRefused extends Error {
  override name = 'BusRefused';
  constructor(codes: string[]) {
    super(`The bus did not take ${codes.length} events (${[...new Set(codes)].join(', ')}). Try again in a moment.`);
  }
}
