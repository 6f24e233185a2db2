import type { HeldMessage, HoldingQueue, Outlet } from './holding-queue.ts';
import type { Label } from './labels.ts';

/** A holding queue, what its messages are about, and where they go once more. */
export interface RedriveSource {
  queue: HoldingQueue;
  label: (message: HeldMessage) => Label;
  outlet: Outlet;
}

/** One message, for a list. */
export interface RedriveMessage extends NonNullable<Label['about']> {
  /** When it came there, in milliseconds. */
  at: number;
  reason: string;
  message?: string | undefined;
}

/** What one look found, or one pass did. Counts are by reason. */
export interface RedriveResult {
  /** Of a look: each that it saw, the newest first. */
  messages?: RedriveMessage[];
  found: Record<string, number>;
  examples: Record<string, string>;
  moved: number;
  /** Messages seen that stay: for another reason, come since, or without an event that is whole. */
  kept: number;
  /** About how many lie there now. */
  left: number;
  /** Nothing more was there to take, and nothing that somebody else has in hand. */
  done: boolean;
}

export interface Pass {
  /** Only what came before this time, in milliseconds: what comes back meanwhile is not moved in a circle. */
  before: number;
  reason?: string | undefined;
  /** Throws away instead of putting back. */
  discard?: boolean | undefined;
  /** How many stay by the passes before. */
  from?: number | undefined;
}

/** Of ten messages each: what one call does at most. */
const ROUNDS = 20;

const empty = (): Omit<RedriveResult, 'left'> => ({ found: {}, examples: {}, moved: 0, kept: 0, done: false });

const count = ({ found, examples }: Omit<RedriveResult, 'left'>, { reason, example }: Label): void => {
  found[reason] = (found[reason] ?? 0) + 1;
  if (example !== undefined) examples[reason] ??= example;
};

/** What lies there, by reason, as far as one look goes. All of it is put back. */
export const lookAt = async ({ queue, label }: RedriveSource): Promise<RedriveResult> => {
  const sum = empty();
  const looked: HeldMessage[] = [];
  try {
    for (let round = 0; round < ROUNDS && !sum.done; round++) {
      const batch = await queue.take();
      looked.push(...batch);
      for (const one of batch) count(sum, label(one));
      sum.done = batch.length === 0;
    }
  } finally {
    await queue.putBack(looked);
  }
  const messages = looked
    .map((message): RedriveMessage => {
      const { reason, example, about } = label(message);
      return { at: message.sentAt, reason, message: example, ...about };
    })
    .toSorted((one, other) => other.at - one.at);
  return { ...sum, messages, left: await queue.count() };
};

/** Puts messages back where they came from, or throws them away: first put, then removed, so that none is lost. */
export const takeFrom = async (
  { queue, label, outlet }: RedriveSource,
  { before, reason, discard, from = 0 }: Pass,
): Promise<RedriveResult> => {
  const sum = empty();
  const remaining: HeldMessage[] = [];
  let isAllSeen = false;
  for (let round = 0; round < ROUNDS && !isAllSeen; round++) {
    const batch = (await queue.take()).map((message) => ({ message, label: label(message) }));
    const isMine = ({ message, label }: (typeof batch)[number]): boolean =>
      message.sentAt < before &&
      (reason === undefined || label.reason === reason) &&
      (discard === true || label.back !== undefined);
    const mine = batch.filter(isMine);
    remaining.push(...batch.filter((one) => !isMine(one)).map(({ message }) => message));
    if (!discard) await outlet(mine.flatMap(({ label }) => label.back ?? []));
    await queue.remove(mine.map(({ message }) => message));
    for (const { label } of mine) count(sum, label);
    sum.moved += mine.length;
    isAllSeen = batch.length === 0;
  }
  const left = await queue.count();
  // Somebody who looks at the same time hides messages from this pass.
  const done = isAllSeen && left <= from + remaining.length;
  // Until the last pass they stay hidden, so that none is seen twice.
  if (done) await queue.putBack(remaining);
  return { ...sum, kept: remaining.length, left, done };
};
