import { type BroughtBack, createBringBack } from './bring-back.ts';
import { carryOn, lookAtStream } from './carry-on.ts';
import type { Carry, GivenUp } from './given-up.ts';
import type { HoldingQueue, Outlet } from './holding-queue.ts';
import { labelEvent, labelMail, labelReject } from './labels.ts';
import type { PlaceName } from './places.ts';
import { lookAt, type Pass, type RedriveResult, type RedriveSource, takeFrom } from './take-from.ts';

export interface RedriveDeps {
  rejects: HoldingQueue;
  /** Dead letters, and where they came from. */
  intake: { dead: HoldingQueue; queue: Outlet };
  /** Likewise of mails, on a stage where they come in. */
  inbound?: { dead: HoldingQueue; queue: Outlet } | undefined;
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
  pass(place: PlaceName, options: Pass & { from?: number | undefined }): Promise<RedriveResult>;
}

/** Puts back what could not be taken, once its cause is mended. */
export const createRedrive = ({ rejects, intake, inbound, givenUp, carry, probe, now }: RedriveDeps): Redrive => {
  const places = {
    rejects: { queue: rejects, label: labelReject, outlet: intake.queue },
    intake: { queue: intake.dead, label: labelEvent, outlet: intake.queue },
    inbound: inbound && { queue: inbound.dead, label: labelMail, outlet: inbound.queue },
  };
  const at = async (place: PlaceName, ask: (source: RedriveSource) => Promise<RedriveResult>) => {
    const source = place === 'stream' ? undefined : places[place];
    return source ? ask(source) : NOTHING;
  };
  return {
    bringBack: createBringBack({ ...intake, probe, now }),
    look: (place) => (place === 'stream' ? lookAtStream({ givenUp }) : at(place, lookAt)),
    pass: (place, options) =>
      place === 'stream'
        ? carryOn({ givenUp, carry, now }, options.from)
        : at(place, (source) => takeFrom(source, options)),
  };
};

/** Where no mail comes in, none lies. */
const NOTHING: RedriveResult = { found: {}, examples: {}, moved: 0, kept: 0, left: 0, done: true };
