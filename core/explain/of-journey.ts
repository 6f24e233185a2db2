import type { EndedEntry, EnteredEntry } from '../customer/model/journal.ts';
import { own } from '../own.ts';
import { type Asked, type Because, inItsWay, reasonOf, rests, untold } from './asked.ts';
import { duration, list, when } from './tell.ts';
import { titleOf } from './words/decision.ts';

const iso = (at: number): string => new Date(at).toISOString();

const isControl = ({ arms, journey }: EnteredEntry): boolean => arms[journey] === 'control';

/** Enrolments of a journey that ran at the time of the decision. */
const runningIn = ({ before }: Asked, journey: string): EnteredEntry[] => {
  const ended = new Set(before.flatMap((entry) => (entry.kind === 'ended' ? [entry.enrolment] : [])));
  return before.filter(
    (entry): entry is EnteredEntry =>
      entry.kind === 'entered' && entry.journey === journey && !ended.has(entry.enrolment),
  );
};

/** Another journey that comes first. */
export const ofMute = (asked: Asked): Because => {
  const { decision, catalogue, at, zone } = asked;
  const { purpose } = decision;
  const journey = reasonOf(decision).slice('muted-by:'.length);
  const title = titleOf(journey, catalogue);
  const mute = own(catalogue.journeys, journey)?.mutes[purpose];
  const running = runningIn(asked, journey).filter((one) => !isControl(one));
  const muting = running.find((one) => mute !== undefined && Date.parse(one.at) + mute * 1000 > at);
  if (mute === undefined || muting === undefined) {
    return untold(`By today's catalogue and what is on record, ${title} did not keep ${purpose} messages back.`, [], {
      journey,
    });
  }
  const ends = Date.parse(muting.at) + mute * 1000;
  return rests(
    [
      `${title} keeps ${purpose} messages of other journeys back for up to ${duration(mute)}.`,
      `They entered it on ${when(muting.at, zone)} after ${muting.event}, and were in it still.`,
    ],
    [`Without ${title}, once it ends, or after ${when(ends, zone)}, ${inItsWay(asked)}.`],
    { journey, enrolment: muting.enrolment, ends: iso(ends) },
  );
};

/** The control group. */
export const ofHoldout = (asked: Asked): Because => {
  const { decision, before, catalogue } = asked;
  const { journey } = decision;
  const entered = before.find((one) => one.kind === 'entered' && one.enrolment === decision.enrolment);
  const percent = own(catalogue.journeys, journey)?.holdout;
  const share = percent === undefined ? '' : ` (${percent} % of all)`;
  return rests(
    [
      `They are in the control group of ${titleOf(journey, catalogue)}${share}, drawn by a hash of customer and journey.`,
    ],
    ['In the treated group the gate would have been asked. Transactional messages go out to the control group too.'],
    { journey, ...(entered?.kind === 'entered' ? { enrolment: entered.enrolment } : {}) },
  );
};

/** An operator. */
export const ofPausedJourney = ({ decision: { journey }, catalogue }: Asked): Because =>
  rests(
    [`An operator had paused ${titleOf(journey, catalogue)}.`],
    [`It would not have waited without that. tactful resume ${journey} lets it go on.`],
    { journey },
  );

const ENDED: Record<string, string> = {
  finished: 'it had come to its end',
  goal: 'its goal was reached',
  farewell: 'they closed their account',
  expired: 'its longest path was over',
  'journey-retired': 'the journey had left the catalogue',
};

/** The enrolment was over, or went on to its last words. */
export const ofEnded = (asked: Asked): Because => {
  const { decision, after, catalogue, zone } = asked;
  const { journey, enrolment, at } = decision;
  const title = titleOf(journey, catalogue);
  const defined = own(catalogue.journeys, journey);
  const ended = after.find((one): one is EndedEntry => one.kind === 'ended' && one.enrolment === enrolment);
  const now = ended?.at === at ? ended.reason : undefined;
  if (now !== undefined && now !== 'exit') {
    return rests([`${title} ended for them on ${when(at, zone)}: ${ENDED[now] ?? now}.`], [KEPT(title)], {
      journey,
      enrolment,
    });
  }
  const events = [...new Set((defined?.exits ?? []).map(({ on }) => on))];
  if (events.length === 0)
    return untold(`${title} ended for them, and the record does not say why.`, [], { journey, enrolment });
  return rests([`They left ${title} early on ${when(at, zone)}, as it says, on ${list(events)}.`], [KEPT(title)], {
    journey,
    enrolment,
  });
};

const KEPT = (title: string): string =>
  `Had ${title} gone on for them, the message would still have been decided about.`;
