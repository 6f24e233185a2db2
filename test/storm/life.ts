import type { Commit } from '../../functions/relay/relay.ts';
import type { Luck } from './luck.ts';
import type { Watch } from './oracle/watch.ts';
import type { Planned } from './traffic.ts';

/** What a commit carries to relay. */
export type StreamRecord = Commit;

/** A message that will make somebody's timer ring: on a queue, or with Scheduler. */
export interface Flying {
  enrolment: string;
  timer: number;
  due: number;
  /** When it is seen next. */
  at: number;
  /** It was delayed on purpose. */
  isLate: boolean;
}

/** One customer in a storm: independent of all others, so that it can be played again alone. */
export interface Life {
  readonly id: string;
  /** All under which they may come. */
  readonly ids: readonly string[];
  readonly index: number;
  readonly luck: Luck;
  readonly watch: Watch;
  readonly traffic: Planned[];
  /** Events still to come from outside, and how to let one come now. */
  readonly coming: { at: number; now: () => void }[];
  /** Commits that relay has not taken yet, in order. */
  readonly stream: StreamRecord[];
  relaying: boolean;
  /** Invocations, messages and batches under way: at 0 only time can move anything. */
  busy: number;
  invocations: number;
  runs: number;
  /** Events that followed from messages: answers, bounces. */
  reactions: number;
  /** Events of ours that reached the bus. */
  published: number;
  /** Whether a service is away just now, by one of the calls that it answers. */
  readonly isOut: (call: string) => boolean;
  /** Messages that will make a timer ring. */
  readonly flying: Set<Flying>;
  /** The next look of the six-hourly sweep is planned. */
  isSwept: boolean;
  readonly trace: (what: string) => void;
}

/** When something rings for this customer next. */
export const nextRing = ({ flying }: Life, now: number): number =>
  Math.min(...[...flying].map(({ at }) => at).filter((at) => at > now));
