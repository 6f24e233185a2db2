import type { Purpose } from '../../../language/catalogue/kind.ts';
import { isSocial } from '../../../language/catalogue/purpose.ts';
import { mutedBy as mutedByJourney, parseReason } from '../../../language/catalogue/reason.ts';
import type { Enrolment } from '../../customer/model/enrolment.ts';
import type { EnteredEntry } from '../../customer/model/journal.ts';
import { type ExplainContext, grounds, inItsWay, isDecision, isFinal, unsure } from '../../explain/context.ts';
import { duration, when } from '../../explain/tell.ts';
import { titleOf } from '../../explain/words/decision.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import type { GateRow, Question } from '../row.ts';
import { hold } from '../verdict.ts';

/** Whether a journey leaves its control group out as a whole: one of care is there for everybody. */
const isLeftOut = (control: boolean, purpose: Purpose): boolean => control && isSocial(purpose);

/**
 * Until when an enrolment keeps another journey's moments of this purpose back, in milliseconds; 0 if it does not. A
 * journey does not mute itself: two failures at once would silence each other's questions. Who is leaving mutes nobody.
 */
const mutesUntil = (
  { journey, control, leave, enteredAt }: Enrolment,
  other: string,
  purpose: Purpose,
  { catalogue }: Question,
): number => {
  if (!isSocial(purpose) || journey === other || leave !== undefined) return 0;
  const { mutes, purpose: theirs = purpose } = ownValue(catalogue.journeys, journey) ?? {};
  if (isLeftOut(control, theirs)) return 0;
  const seconds = mutes?.[purpose];
  return seconds === undefined ? 0 : enteredAt + seconds * 1000;
};

/** Of two that mute each other the one that entered first goes on: both would wait for the other otherwise. */
const goesFirst = (question: Question, otherId: string, other: Enrolment): boolean => {
  const { state, enrolment: id, now, catalogue } = question;
  const asking = ownValue(state.enrolments, id);
  if (asking === undefined) return false;
  const isEarlier = asking.enteredAt === other.enteredAt ? id < otherId : asking.enteredAt < other.enteredAt;
  const purpose = other.message?.purpose ?? ownValue(catalogue.journeys, other.journey)?.purpose;
  return isEarlier && purpose !== undefined && mutesUntil(asking, other.journey, purpose, question) > now;
};

/** The purpose of the message that an enrolment had in hand, by the record; of its journey where it had none. */
const purposeInHand = ({ before, catalogue }: ExplainContext, { journey, enrolment }: EnteredEntry): Purpose => {
  const last = before.filter(isDecision).findLast((entry) => entry.enrolment === enrolment);
  if (last && !isFinal(last)) return last.purpose;
  return ownValue(catalogue.journeys, journey)?.purpose ?? 'relationship';
};

/** Whether the enrolment that asks went before this one, by the record: of two that mute each other the earlier does. */
const wentFirst = (context: ExplainContext, other: EnteredEntry): boolean => {
  const { before, at, decision, catalogue } = context;
  const purpose = purposeInHand(context, other);
  const asking = before.find(
    (entry): entry is EnteredEntry => entry.kind === 'entered' && entry.enrolment === decision.enrolment,
  );
  const { mutes, purpose: own = 'relationship' } = ownValue(catalogue.journeys, decision.journey) ?? {};
  const mute = mutes?.[purpose];
  if (!asking || mute === undefined || isLeftOut(asking.arms[decision.journey] === 'control', own)) return false;
  const isEarlier = asking.at === other.at ? asking.enrolment < other.enrolment : asking.at < other.at;
  return isEarlier && Date.parse(asking.at) + mute * 1000 > at;
};

/** The enrolment of a journey that ran when it was decided and whose mute ends last, by the record. */
const mutingIn = (context: ExplainContext, journey: string, mute: number): EnteredEntry | undefined => {
  const { before, at, catalogue } = context;
  const { purpose = 'relationship' } = ownValue(catalogue.journeys, journey) ?? {};
  const ended = new Set(before.flatMap((entry) => (entry.kind === 'ended' ? [entry.enrolment] : [])));
  const muting = before.filter(
    (entry): entry is EnteredEntry =>
      entry.kind === 'entered' &&
      entry.journey === journey &&
      !isLeftOut(entry.arms[journey] === 'control', purpose) &&
      !ended.has(entry.enrolment) &&
      Date.parse(entry.at) + mute * 1000 > at,
  );
  return muting.findLast((entry) => !wentFirst(context, entry)) ?? muting.at(-1);
};

/** Another journey that they are in comes first. */
export const mutedBy: GateRow = {
  decide: (question) => {
    const { state, journey, purpose, now } = question;
    const muting = Object.entries(state.enrolments).flatMap(([id, other]) => {
      const until = mutesUntil(other, journey, purpose, question);
      return until > now && !goesFirst(question, id, other) ? [{ name: other.journey, until }] : [];
    });
    const [first] = muting;
    if (!first) return undefined;
    // They may be in it more than once.
    const ends = muting.flatMap(({ name, until }) => (name === first.name ? [until] : []));
    return hold(mutedByJourney(first.name), Math.max(...ends));
  },
  words: (journey, catalogue) => `something more important came first (${titleOf(journey, catalogue)})`,
  explain: (context) => {
    const { decision, catalogue, zone } = context;
    const { purpose } = decision;
    const { journey = '' } = parseReason(decision.reason) ?? {};
    const title = titleOf(journey, catalogue);
    const mute = ownValue(catalogue.journeys, journey)?.mutes[purpose];
    const muting = mute === undefined ? undefined : mutingIn(context, journey, mute);
    if (mute === undefined || muting === undefined) {
      return unsure(`By today's catalogue and what is on record, ${title} did not keep ${purpose} messages back.`, [], {
        journey,
      });
    }
    const ends = Date.parse(muting.at) + mute * 1000;
    return grounds(
      [
        `${title} keeps ${purpose} messages of other journeys back for up to ${duration(mute)}.`,
        `They entered it on ${when(muting.at, zone)} after ${muting.event}, and were in it still.`,
      ],
      [`Without ${title}, once it ends, or after ${when(ends, zone)}, ${inItsWay(context)}.`],
      { journey, enrolment: muting.enrolment, ends: iso(ends) },
    );
  },
};
