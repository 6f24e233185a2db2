import { type BroughtBack, createBringBack } from './bring-back.ts';
import { carryOn, lookAtStream } from './carry-on.ts';
import type { Carry, GivenUp } from './given-up.ts';
import type { HoldingQueue, Outlet } from './holding-queue.ts';
import { labelEvent, labelReject } from './labels.ts';
import { lookAt, type Pass, type RedriveResult, takeFrom } from './take-from.ts';

/** Where things end that could not be taken. */
export const PLACES = ['rejects', 'intake', 'stream'] as const;
export type PlaceName = (typeof PLACES)[number];

export interface RedriveDeps {
  rejects: HoldingQueue;
  /** Dead letters, and where they came from. */
  intake: { dead: HoldingQueue; queue: Outlet };
  givenUp: GivenUp;
  carry: Carry;
  probe: Parameters<typeof createBringBack>[0]['probe'];
  now: () => number;
}

export interface Redrive {
  look(place: PlaceName): Promise<RedriveResult>;
  /** Dead letters of intake, where their cause is gone. */
  bringBack(): Promise<BroughtBack>;
  /** One pass, bounded. `from` skips batches of the stream that failed again. */
  pass(place: PlaceName, given: Pass & { from?: number | undefined }): Promise<RedriveResult>;
}

/** Puts back what could not be taken, once its cause is mended. */
export const createRedrive = ({ rejects, intake, givenUp, carry, probe, now }: RedriveDeps): Redrive => {
  const places = {
    rejects: { queue: rejects, label: labelReject, outlet: intake.queue },
    intake: { queue: intake.dead, label: labelEvent, outlet: intake.queue },
  };
  return {
    bringBack: createBringBack({ ...intake, probe, now }),
    look: (place) => (place === 'stream' ? lookAtStream({ givenUp }) : lookAt(places[place])),
    pass: (place, given) =>
      place === 'stream' ? carryOn({ givenUp, carry, now }, given.from) : takeFrom(places[place], given),
  };
};
