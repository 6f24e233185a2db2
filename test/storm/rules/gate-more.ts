import { edit, type Mutation } from '../mutation.ts';

const GATE = 'core/gate/gate.ts';
const CAPS = 'core/gate/caps.ts';
const REACH = 'core/gate/reach.ts';
const RETIRED = 'core/gate/rows/moment-retired.ts';
const NEGATIVE = 'core/gate/rows/negative-sentiment.ts';
const MUTED = 'core/gate/rows/muted-by.ts';
const HOURS = 'core/gate/hours.ts';
const DECISION = 'core/customer/decision.ts';

/** What the rows of the gate rest on. */
export const GATE_DETAILS: Mutation[] = [
  edit(
    'gate 4: a retired moment is asked for again',
    RETIRED,
    "heldSince(question, 'moment-retired', now) + Math.ceil((15 * MINUTE) / catalogue.pace)",
    'now',
  ),
  edit(
    'gate 5: the preferred channel',
    REACH,
    'channel === state.attributes.preferredChannel?.value',
    "channel === 'fax'",
  ),
  edit('gate 8: a moment has its own way with bad mood', NEGATIVE, 'copy?.whenNegative ?? catalogue', 'catalogue'),
  edit(
    'gate 8: what replaces a moment has its own purpose',
    GATE,
    'copy.purpose ?? own(catalogue.journeys, ask.journey)?.purpose ?? ask.purpose',
    'ask.purpose',
  ),
  edit('gate 9: a journey does not mute itself', MUTED, '|| journey === other || control', '|| control'),
  edit('gate 9: the control arm mutes nobody', MUTED, '|| journey === other || control', '|| journey === other'),
  edit('gate 10: what is reserved counts', CAPS, "outcome === 'reserved' || outcome === 'sent'", "outcome === 'sent'"),
  edit('gate 10: what is unknown counts', CAPS, "|| outcome === 'unknown'", ''),
  edit(
    'gate 10: what counts is kept for as long as it does',
    DECISION,
    'return now - decision.at < 1000 *',
    'return now - decision.at < 1 *',
  ),
  edit(
    'gate 11: hours are of the zone of the customer',
    HOURS,
    'return isZone(stated) ? stated : catalogue.policy.zone;',
    'return catalogue.policy.zone;',
  ),
  edit('gate: a hold ends with patience', GATE, 'until: Math.min(verdict.until, ends)', 'until: verdict.until'),
  edit(
    'gate: patience counts from the first hold',
    'core/customer/commands/on-send.ts',
    'since: open?.since ?? draft.now,',
    'since: draft.now,',
  ),
];
