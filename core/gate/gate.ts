import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { WORK_CHANNEL } from '../../language/catalogue/channel.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Reaction } from '../../language/catalogue/policy.ts';
import type { DecisionKey } from '../customer/decision-id.ts';
import { isNegative, openIncidents } from '../customer/model/facts.ts';
import type { CustomerState, Enrolment } from '../customer/model/state.ts';
import { share } from '../hash.ts';
import { own } from '../own.ts';
import { lengthOf, quietUntil, windowOpens } from '../time/hours.ts';
import { isZone } from '../time/zone.ts';
import { capped, isSocial } from './caps.ts';
import { isShared, reach, topicRefused } from './reach.ts';
import type { Ask, Verdict } from './verdict.ts';

export interface GateDeps {
  catalogue: Catalogue;
  /** Journeys that an operator has paused. */
  paused: ReadonlySet<string>;
}

const MINUTE = 60_000;
const FOREVER = Number.MAX_SAFE_INTEGER;

interface Known extends Ask, GateDeps {
  state: CustomerState;
  now: number;
}

interface Asked extends Known {
  /** The moment asked about, and what it may do. */
  copy: Moment;
}
type Row = (asked: Asked) => Verdict | undefined;

const held = (reason: string, until: number): Verdict => ({ outcome: 'held', reason, until });
const suppressed = (reason: string): Verdict => ({ outcome: 'suppressed', reason });
const isTransactional = (purpose: Purpose): boolean => purpose === 'transactional';

/** Since when a step has been held for this reason, which may be shorter than it has been held. */
const heldSince = ({ held: known, now }: Known, reason: string): number =>
  known?.reason === reason ? known.since : now;

/** Asked again after 15 minutes, then twice as long, up to a day: all divided by the pace. */
const askAgain = (asked: Asked): number => {
  const unit = (15 * MINUTE) / asked.catalogue.pace;
  const since = heldSince(asked, 'journey-paused');
  return asked.now + Math.ceil(Math.min(96 * unit, Math.max(unit, asked.now - since)));
};

const holdout = ({ control, purpose }: Known): Verdict | undefined =>
  control && !isTransactional(purpose) ? { outcome: 'control', reason: 'holdout' } : undefined;

const over = ({ state, purpose, overtaken }: Known): Verdict | undefined => {
  if (state.closedAt !== undefined && !isTransactional(purpose)) return suppressed('account-closed');
  return overtaken ? suppressed('overtaken') : undefined;
};

const reachable: Row = ({ state, copy, purpose, catalogue }) => {
  const reached = reach(state, copy);
  if ('blocked' in reached) return suppressed(reached.blocked);
  const optIn = catalogue.policy.purposes[purpose].optIn === true;
  return topicRefused(state, copy, purpose, optIn) ? suppressed('unsubscribed') : undefined;
};

const shared: Row = ({ state, copy }) =>
  copy.attributes.some((name) => {
    const provenance = own(state.attributes, name)?.provenance;
    return provenance !== undefined && !isShared(provenance) && own(copy.uses, name) === undefined;
  })
    ? suppressed('data-not-shared')
    : undefined;

const paused: Row = (asked) => {
  if (asked.paused.has(asked.journey)) return held('journey-paused', askAgain(asked));
  const until = asked.state.paused?.until ?? 0;
  return isSocial(asked.purpose) && until > asked.now ? held('paused-by-customer', until) : undefined;
};

const react = (reaction: Reaction, reason: string, until: number): Verdict | undefined => {
  if (reaction === 'send') return undefined;
  if (reaction === 'hold') return held(reason, until);
  if (reaction === 'skip') return suppressed(reason);
  return 'instead' in reaction
    ? { outcome: 'replaced', reason, instead: reaction.instead }
    : { outcome: 'escalated', reason, instead: reaction.person };
};

const tact: Row = ({ state, copy, purpose, catalogue, now }) => {
  const policy = catalogue.policy.purposes[purpose];
  const incident =
    openIncidents(state).length > 0
      ? react(copy.whenIncident ?? policy.whenIncident, 'open-incident', FOREVER)
      : undefined;
  if (incident || !isNegative(state, now)) return incident;
  return react(copy.whenNegative ?? policy.whenNegative, 'negative-sentiment', state.mood.negativeUntil);
};

/** Of two that keep each other back the one that entered first goes on. */
const goesFirst = ({ state, enrolment, catalogue }: Asked, id: string, other: Enrolment): boolean => {
  const asking = own(state.enrolments, enrolment);
  const purpose = own(catalogue.journeys, other.journey)?.purpose;
  if (!asking || !purpose || own(catalogue.journeys, asking.journey)?.mutes[purpose] === undefined) return false;
  return asking.enteredAt < other.enteredAt || (asking.enteredAt === other.enteredAt && enrolment < id);
};

/** A journey mutes others, not itself: two failures at once would silence each other's questions. Who leaves mutes nobody. */
const muted: Row = (asked) => {
  const { state, journey, purpose, catalogue, now } = asked;
  if (!isSocial(purpose)) return undefined;
  for (const [id, other] of Object.entries(state.enrolments)) {
    const mute = own(catalogue.journeys, other.journey)?.mutes[purpose];
    if (other.journey === journey || other.control || other.leave || mute === undefined) continue;
    const until = other.enteredAt + mute * 1000;
    if (until > now && !goesFirst(asked, id, other)) return held(`muted-by:${other.journey}`, until);
  }
  return undefined;
};

const frequency: Row = ({ state, copy, moment, purpose, enrolment, visit, catalogue, now }) => {
  // An earlier turn of a loop counts: only what is in hand at this very visit does not.
  const own = (decision: DecisionKey) => decision.enrolment === enrolment && decision.visit === visit;
  const { purposes, gap } = catalogue.policy;
  const full = capped(
    state,
    { moment, purpose, own, momentCap: copy.cap, purposeCap: purposes[purpose].cap, gap },
    now,
  );
  return full && held(full.reason, full.until);
};

const hours: Row = ({ state, copy, purpose, step, catalogue, now }) => {
  const { quietHours, purposes, zone: standard } = catalogue.policy;
  const stated = state.attributes.zone?.value;
  const zone = isZone(stated) ? stated : standard;
  const ignores = (copy.quietHours ?? purposes[purpose].quietHours) === 'ignore';
  /** Later by a part of `spread`, the same for a customer each time, and never past the time that is open. */
  const spread = (from: number, open: number): number =>
    from + Math.floor((share(`${state.id}/${step}`) * Math.min((quietHours?.spread ?? 0) * 1000, open)) / 1000) * 1000;
  const quiet = ignores || !quietHours ? undefined : quietUntil(now, zone, quietHours);
  if (quiet !== undefined && quietHours) {
    return held('quiet-hours', spread(quiet, lengthOf({ from: quietHours.to, to: quietHours.from })));
  }
  const opens = copy.window && windowOpens(now, zone, copy.window);
  return opens === undefined || !copy.window ? undefined : held('window', spread(opens, lengthOf(copy.window)));
};

const busy: Row = ({ busyUntil, now }) => (busyUntil > now ? held('channel-busy', busyUntil) : undefined);

/** Rows 3 to 11 of DESIGN.md's table; rows 1 and 2 are the reducer's, which knows decisions and phases. */
const ROWS: Row[] = [holdout, over, reachable, shared, paused, tact, muted, frequency, hours, busy];

/** What a hold comes to when nobody has patience for it any more. */
const patient = (verdict: Verdict, { since, now }: Ask & { now: number }, patience: number): Verdict => {
  if (verdict.outcome !== 'held') return verdict;
  const ends = since + patience * 1000;
  if (now >= ends) return suppressed(`patience:${verdict.reason}`);
  return { ...verdict, until: Math.min(verdict.until, ends) };
};

/** Whether this customer, at `now` (milliseconds), would want this moment. Pure; the outcome's rows are in DESIGN.md's order. */
export const gate = (state: CustomerState, ask: Ask, now: number, deps: GateDeps): Verdict => {
  const copy = own(deps.catalogue.moments, ask.moment);
  if (copy === undefined) return retired({ ...ask, ...deps, state, now });
  const purpose = purposeOf(ask, copy, deps.catalogue);
  const asked: Asked = { ...ask, ...deps, state, now, copy, purpose };
  for (const row of ROWS) {
    const verdict = row(asked);
    if (verdict) return patient(verdict, asked, copy.patience ?? deps.catalogue.policy.purposes[purpose].patience);
  }
  const reached = reach(state, copy);
  return 'channel' in reached
    ? { outcome: 'clear', reason: 'clear', channel: reached.channel }
    : suppressed('no-channel');
};

/** The gate for work that a person gets: rows 3 and 4 alone. */
export const gateWork = (state: CustomerState, ask: Ask, now: number, deps: GateDeps): Verdict => {
  const copy = own(deps.catalogue.moments, ask.moment);
  if (copy === undefined) return retired({ ...ask, ...deps, state, now });
  const asked: Asked = { ...ask, ...deps, state, now, copy, purpose: purposeOf(ask, copy, deps.catalogue) };
  return holdout(asked) ?? over(asked) ?? { outcome: 'clear', reason: 'clear', channel: WORK_CHANNEL };
};

/** The purpose a moment has in a journey: its own, else the journey's. */
export const purposeOf = (ask: Pick<Ask, 'journey' | 'purpose'>, copy: Moment, catalogue: Catalogue): Purpose =>
  copy.purpose ?? own(catalogue.journeys, ask.journey)?.purpose ?? ask.purpose;

/** A moment that is not in the catalogue: perhaps a deploy is under way, so it is asked again for 15 minutes. */
const retired = (known: Known): Verdict => {
  const settled = holdout(known) ?? over(known);
  if (settled) return settled;
  const { now, catalogue } = known;
  const gives = heldSince(known, 'moment-retired') + Math.ceil((15 * MINUTE) / catalogue.pace);
  if (now >= gives) return suppressed('moment-retired');
  return held('moment-retired', Math.min(gives, now + Math.ceil(MINUTE / catalogue.pace)));
};
