import { carryOn, lookAtStream } from './carry-on.ts';
import type { Carry, GivenUp } from './given-up.ts';
import { tellEvent, tellReject } from './labels.ts';
import type { Outlet, Shelf } from './shelf.ts';
import { lookAt, type Pass, type Taken, takeFrom } from './take-from.ts';

/** Where things end that could not be taken. */
export const PLACES = ['rejects', 'intake', 'stream'] as const;
export type PlaceName = (typeof PLACES)[number];

export interface RedriveDeps {
  rejects: Shelf;
  /** Dead letters, and where they came from. */
  intake: { dead: Shelf; queue: Outlet };
  givenUp: GivenUp;
  carry: Carry;
  now: () => number;
}

export interface Redrive {
  look(place: PlaceName): Promise<Taken>;
  /** One pass, bounded. `from` skips batches of the stream that failed again. */
  pass(place: PlaceName, given: Pass & { from?: number | undefined }): Promise<Taken>;
}

/** Puts back what could not be taken, once its cause is mended. */
export const createRedrive = ({ rejects, intake, givenUp, carry, now }: RedriveDeps): Redrive => {
  const places = {
    rejects: { shelf: rejects, tell: tellReject, outlet: intake.queue },
    intake: { shelf: intake.dead, tell: tellEvent, outlet: intake.queue },
  };
  return {
    look: (place) => (place === 'stream' ? lookAtStream({ givenUp }) : lookAt(places[place])),
    pass: (place, given) =>
      place === 'stream' ? carryOn({ givenUp, carry, now }, given.from) : takeFrom(places[place], given),
  };
};
