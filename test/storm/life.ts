import type { Commit } from '../../functions/relay/relay.ts';
import type { Luck } from './luck.ts';
import type { Watch } from './oracle/watch.ts';
import type { Planned } from './traffic.ts';

/** What a commit carries to relay. */
export type StreamRecord = Commit;

/** One customer in a storm: independent of all others, so that it can be played again alone. */
export interface Life {
  readonly id: string;
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
  /** Events that followed from messages: answers, bounces. */
  reactions: number;
  /** Events of ours that reached the bus. */
  published: number;
  /** Whether a service is out just now. */
  readonly isOut: (call: string) => boolean;
  /** When its machines go on by themselves, by execution. */
  readonly timers: Map<string, number>;
  readonly executions: Map<string, unknown>;
  readonly trace: (what: string) => void;
}
