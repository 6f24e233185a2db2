import { own } from '../own.ts';
import type { Asked, Because } from './asked.ts';
import { reasonOf, untold } from './asked.ts';
import { ofCap, ofGap } from './of-frequency.ts';
import { ofQuiet, ofWindow } from './of-hours.ts';
import { ofIncident } from './of-incident.ts';
import { ofEnded, ofHoldout, ofMute, ofPausedJourney } from './of-journey.ts';
import { ofMood } from './of-mood.ts';
import { patienceLeft, withPatience } from './of-patience.ts';
import { ofBusy, ofNoReceipt, ofOvertaken, ofRefused, ofRetired } from './of-sending.ts';
import { ofSent } from './of-sent.ts';
import { ofData, ofFarewell, ofPause, ofReach } from './of-wishes.ts';

const BY_REASON: Record<string, (asked: Asked) => Because> = {
  clear: ofSent,
  holdout: ofHoldout,
  'account-closed': ofFarewell,
  overtaken: ofOvertaken,
  'moment-retired': ofRetired,
  'no-channel': ofReach,
  bounced: ofReach,
  complained: ofReach,
  unsubscribed: ofReach,
  'data-not-shared': ofData,
  'journey-paused': ofPausedJourney,
  'paused-by-customer': ofPause,
  'open-incident': ofIncident,
  'negative-sentiment': ofMood,
  'frequency-cap': ofCap,
  gap: ofGap,
  'quiet-hours': ofQuiet,
  window: ofWindow,
  'channel-busy': ofBusy,
  'channel-refused': ofRefused,
  'no-receipt': ofNoReceipt,
  'enrolment-ended': ofEnded,
};

/** What one decision rested on, and what would have changed it. */
export const explainOne = (asked: Asked): Because => {
  const { decision } = asked;
  const reason = reasonOf(decision);
  const of = reason.startsWith('muted-by:') ? ofMute : own(BY_REASON, reason);
  const because = of?.(asked) ?? untold('A later version of Tactful decided this.');
  if (decision.reason !== reason) return withPatience(because, asked);
  if (decision.outcome !== 'held') return because;
  return { ...because, otherwise: [...because.otherwise, ...patienceLeft(because, asked)] };
};
