import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Clock } from './clock.ts';
import type { createLookAhead } from './look-ahead.ts';
import { drawEnvelope, nextDraw } from './panel.ts';
import type { Storage } from './storage.ts';
import type { UnderWay } from './under-way.ts';

interface PassTimeDeps {
  clock: Clock;
  catalogue: Catalogue;
  storage: Pick<Storage, 'customers' | 'timers'>;
  underWay: Pick<UnderWay, 'timers'>;
  lookAhead: ReturnType<typeof createLookAhead>;
  act: (action: () => Promise<unknown>) => Promise<unknown>;
  arrive: (raw: unknown) => Promise<unknown>;
}

/** Moves the clock to an instant, and lets all happen that is due by then, each at its time. */
export const createPassTime = ({ clock, catalogue, storage, underWay, lookAhead, act, arrive }: PassTimeDeps) => {
  const { customers, timers } = storage;

  /** Lets happen what is due first. False where nothing is by `end`. */
  const passNext = async (end: number): Promise<boolean> => {
    const next = timers.next();
    const draw = nextDraw(catalogue, clock.now);
    const hour = await lookAhead.next(Math.min(end + 1, next?.at ?? end + 1, draw ?? end + 1));
    if (hour !== undefined) {
      clock.now = hour;
      await act(lookAhead.look);
      return true;
    }
    if (draw !== undefined && draw <= Math.min(end, next?.at ?? end)) {
      clock.now = draw;
      // Nobody can be drawn of none.
      if (customers.ids(0, 1).length > 0) await act(() => arrive(drawEnvelope(draw)));
      return true;
    }
    if (next === undefined || next.at > end) return false;
    const { at, timer } = next;
    clock.now = Math.max(clock.now, at);
    await act(async () => {
      timers.delete(timer.enrolment);
      underWay.timers.push(timer);
    });
    return true;
  };

  return async (end: number): Promise<void> => {
    while (await passNext(end));
    clock.now = Math.max(clock.now, end);
  };
};
