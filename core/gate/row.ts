import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Basis, Evidence } from '../customer/model/journal.ts';
import type { Millis } from '../customer/model/millis.ts';
import type { CustomerState } from '../customer/model/state.ts';
import type { ExplainContext, Grounds } from '../explain/context.ts';
import type { Reach } from './reach.ts';
import type { Ask, Verdict } from './verdict.ts';

export interface GateDeps {
  catalogue: Catalogue;
  /** Journeys that an operator has paused. */
  paused: ReadonlySet<string>;
}

/** What a row asks about: a moment at a step, and the customer at `now`. */
export interface Question extends Ask, GateDeps {
  state: CustomerState;
  now: Millis;
  /** The moment; undefined when it has left the catalogue. */
  copy: Moment | undefined;
  /** The channel that reaches them, or why none does. */
  reach: Reach;
}

/** A decision that is about to be journalled. */
export interface DecidedMoment {
  state: CustomerState;
  now: Millis;
  catalogue: Catalogue;
  copy: Moment | undefined;
  purpose: Purpose;
  journey: string;
  step: string;
}

/** Words for a reason; those of `muted-by` name the journey that comes first. */
export type ReasonText = string | ((journey: string, catalogue: Pick<Catalogue, 'journeys'>) => string);

/** One reason: how the gate comes to it, and what is kept and said of it. */
export interface GateRow {
  /** The row's question to the state; undefined: nothing speaks against the moment. Missing where the reducer decides. */
  decide?: (question: Question) => Verdict | undefined;
  /** Work for a person is asked this too. Patience does not end such a hold. */
  ofWork?: true;
  /** What the journal keeps of it, where no other entry tells. */
  basis?: (decided: DecidedMoment) => Basis;
  /** Evidence that a customer may read with it, the newest last. */
  evidence?: (decided: DecidedMoment) => Evidence[];
  /** A few words for marketing operations. */
  words: ReasonText;
  /** What it rested on, and what would have changed it. */
  explain: (context: ExplainContext) => Grounds;
}
