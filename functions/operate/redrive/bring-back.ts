import type { HeldMessage, HoldingQueue, Outlet } from './holding-queue.ts';

interface BringBackDeps {
  dead: HoldingQueue;
  /** Where they came from. */
  queue: Outlet;
  /** Lets intake take these now; which of them it took. */
  probe: (bodies: string[]) => Promise<boolean[]>;
  now: () => number;
}

export interface BroughtBack {
  /** Taken at once, to see whether the cause is gone. */
  taken: number;
  /** Put back into the queue after that. */
  moved: number;
  /** Brought back as often as makes sense: these are for a person. */
  givenUp: number;
}

/** A message is brought back by itself so often: one that can never be taken does not go round for ever. */
const MOST_RETURNS = 3;

/** In milliseconds: when a call begins no other batch. */
const ENOUGH = 60_000;

const isMine = ({ returns = 0 }: HeldMessage): boolean => returns < MOST_RETURNS;

/**
 * Brings dead letters back once their cause is gone: a few are taken on trial, and all others follow as soon as one of them
 * was. First put, then removed, so that none is lost.
 */
export const createBringBack =
  ({ dead, queue, probe, now }: BringBackDeps) =>
  async (): Promise<BroughtBack> => {
    const began = now();
    const remaining: HeldMessage[] = [];
    const sum: BroughtBack = { taken: 0, moved: 0, givenUp: 0 };
    const nextMine = async (): Promise<HeldMessage[] | undefined> => {
      const batch = await dead.take();
      const others = batch.filter((one) => !isMine(one));
      remaining.push(...others);
      sum.givenUp += others.length;
      return batch.length === 0 ? undefined : batch.filter(isMine);
    };
    const next = async (): Promise<HeldMessage[]> => {
      for (;;) {
        const mine = now() - began > ENOUGH ? undefined : await nextMine();
        if (mine === undefined || mine.length > 0) return mine ?? [];
      }
    };
    try {
      const trial = await next();
      if (trial.length === 0) return sum;
      const wasTaken = await probe(trial.map(({ body }) => body));
      const recovered = trial.filter((_, place) => wasTaken[place]);
      remaining.push(...trial.filter((_, place) => !wasTaken[place]));
      await dead.remove(recovered);
      sum.taken = recovered.length;
      if (recovered.length === 0) return sum;
      for (let mine = await next(); mine.length > 0; mine = await next()) {
        for (let returns = 0; returns < MOST_RETURNS; returns++) {
          const same = mine.filter((one) => (one.returns ?? 0) === returns);
          if (same.length > 0)
            await queue(
              same.map(({ body }) => body),
              returns + 1,
            );
        }
        await dead.remove(mine);
        sum.moved += mine.length;
      }
      return sum;
    } finally {
      await dead.putBack(remaining);
    }
  };
