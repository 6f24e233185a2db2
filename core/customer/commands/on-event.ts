import type { EventType } from '../../../language/catalogue/event.ts';
import { ownValue } from '../../own-value.ts';
import { outrankedBy } from '../../sentiment/outrank.ts';
import { journeysOn } from '../awaited.ts';
import { answerBefore } from '../changed-answer.ts';
import { parseDecisionId } from '../decision-id.ts';
import { type Draft, note } from '../draft.ts';
import { enter } from '../enrolment.ts';
import type { IncidentNames } from '../incident-names.ts';
import { catchUp, leaveForGood, meetAll } from '../leave.ts';
import type { Answer } from '../model/answer.ts';
import { bounded } from '../model/bound.ts';
import { clip } from '../model/clip.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LEFT_OUT, NOT_READ } from '../model/refusal.ts';
import { keepOccurrence, keptFields } from '../occurrence.ts';
import { keepPromises } from '../promises/settle.ts';
import { isBehind, keyOf, markSeen, movesMore, staleness } from '../seen.ts';
import { standAlone } from '../work/crowd.ts';
import { lapseWork } from '../work/give-work.ts';
import { rankAnew } from '../work/need-of.ts';
import { answerByReply } from './answer-by-reply.ts';
import { applyFacts } from './apply-facts.ts';
import { applyFeedback } from './apply-feedback.ts';
import { applyGesture } from './apply-gesture.ts';
import { applyGoverned } from './apply-governed.ts';
import { applySignals } from './apply-signals.ts';
import { applyThemes, withWhatTheySaid } from './apply-themes.ts';
import { applyWork } from './apply-work.ts';
import { hearAll } from './on-listen.ts';

/** `skipped`: word of what we did for somebody of whom we know nothing, or nothing any more, or their answer to it while they are erased. */
export type EventAnswer = 'applied' | 'stale' | 'duplicate' | 'skipped';

/** Intake of one event, in the order of docs/architecture.md ("The life of an event"). A duplicate changes nothing. */
export const onEvent = async (draft: Draft, input: IncomingEvent): Promise<EventAnswer> => {
  const { state, now, deps } = draft;
  const type = deps.catalogue.events[input.type] as EventType;
  const event = await withWhatTheySaid(draft, type, bounded(input, type, now));
  if (state.version === 0 && isOurDoing(type)) return 'skipped';
  const key = keyOf(input.id);
  if (Object.hasOwn(state.seen, key)) return 'duplicate';
  const mayRepeat = !event.redriven && isBehind(state, event);
  const stale = mayRepeat && movesMore(event.type, type, deps.catalogue);
  if (stale) noteStale(draft, event);
  // What was brought back is remembered from now: by its own time it would be forgotten at once.
  else markSeen(state, key, event.type, event.redriven ? now : Date.parse(event.at));
  noteLeftOut(draft, event);
  noteNotRead(draft, event);
  const answer = stale || event.automatic ? undefined : await answerByReply(draft, type, event);
  // The number of a reply is the score of its words.
  const signals = answer ? outrankedBy(event.signals, answer.event.signals, deps.catalogue.policy.mood) : event.signals;
  await takeIn(draft, type, { ...event, signals }, { mayRepeat, stale });
  if (stale) return 'stale';
  if (answer) await takeIn(draft, answer.type, answer.event, { mayRepeat: false, stale: false });
  lapseWork(draft);
  rankAnew(draft);
  return 'applied';
};

/** What an event states, tells of mood, ends and begins. */
const takeIn = async (
  draft: Draft,
  type: EventType,
  event: IncomingEvent,
  { mayRepeat, stale }: { mayRepeat: boolean; stale: boolean },
): Promise<void> => {
  const { state, deps } = draft;
  const at = Date.parse(event.at);
  const incidents = await applyFacts(draft, type, event, mayRepeat);
  applyGoverned(draft, type, event);
  const earlier = stale || event.automatic ? undefined : answerBefore(draft, event);
  // What was said before the answer that counts says nothing any more.
  const isOvertaken = earlier !== undefined && at < earlier.at;
  const isTold = isOvertaken || isToldAlready(draft, type, incidents);
  if (!stale) applySignals(draft, event, incidents, { isToldAlready: isTold, earlier });
  if (!stale) standAlone(draft, event);
  if (!stale && type.byCustomer && !event.automatic) {
    state.lastHeardAt = Math.max(state.lastHeardAt ?? 0, at);
  }
  applyFeedback(draft, type, event, stale);
  if (!stale) await applyGesture(draft, type, event);
  if (!stale) applyThemes(draft, event);
  await turnAccount(draft, type, event);
  if (stale || isOvertaken || isNoAnswer(type, event)) return;
  const counted = applyWork(draft, type, event);
  if (!counted) return;
  const { fields } = counted;
  const happening = {
    // A changed answer happens in place of the first: who has heard that hears nothing more.
    id: earlier?.first?.id ?? event.id,
    type: event.type,
    at,
    fields: { type: event.type, ...fields },
    kept: keptFields(type, counted),
  };
  keepOccurrence(draft, type, happening);
  await keepPromises(draft, happening);
  await meetAll(draft, happening);
  await hearAll(draft, happening);
  for (const journey of journeysOn(deps.catalogue, event.type)) {
    if (hasBegun(draft, journey.id, earlier)) continue;
    const entered = await enter(draft, journey, counted);
    if (entered !== undefined) await catchUp(draft, entered);
  }
};

/** Whether an answer has begun a journey already, before it was changed. */
const hasBegun = ({ state }: Draft, journey: string, earlier: Answer | undefined): boolean => {
  const since = earlier?.first?.at;
  if (since === undefined) return false;
  const running = Object.values(state.enrolments).filter((one) => one.journey === journey);
  return [...running, ...(ownValue(state.ended, journey) ?? [])].some(({ startedAt }) => startedAt >= since);
};

/**
 * A machine wrote it, and nobody answered or asked: it moves no journey. Of anything but a reply its words alone may be
 * misread, and somebody who asks for help has to be heard.
 */
const isNoAnswer = ({ feedback }: EventType, { automatic, fields }: IncomingEvent): boolean =>
  automatic === true && (feedback === 'replied' || fields.automatic === true);

/** What we emitted, what became of our message, or of work about them; a reply is the customer's own. */
const isOurDoing = ({ ours, feedback, work }: EventType): boolean =>
  ours || work !== undefined || (feedback !== undefined && feedback !== 'replied');

/** Whether somebody answers a message of ours, and asks for nothing that has to be kept, such as to be left alone. */
export const isMereAnswer = ({ deps }: Draft, { type: name, fields, wish }: IncomingEvent): boolean => {
  const { feedback, byHand } = deps.catalogue.events[name] as EventType;
  const message = feedback === 'replied' || byHand === 'chooses' ? fields.decision : fields.answers;
  return wish === undefined && parseDecisionId(message).visit !== undefined;
};

/** What continues an incident says by itself nothing that was not said when that began; words of the customer always count. */
const isToldAlready = ({ state }: Draft, { signals }: EventType, { opens }: IncidentNames): boolean =>
  opens !== undefined && signals.every((signal) => 'value' in signal) && state.incidents[opens]?.series !== undefined;

const noteStale = (draft: Draft, event: IncomingEvent): void =>
  note(draft, { kind: 'rejected', reason: 'stale', message: staleness(event), event: event.type, id: event.id });

/** What was taken without all that it brought is told, so that whoever sends it can mend it. */
const noteLeftOut = (draft: Draft, { type, id, leftOut = [] }: IncomingEvent): void => {
  if (leftOut.length === 0) return;
  const parts = leftOut.map(({ field, problem }) => `${field} ${problem}`).join('; ');
  const message = clip(`${type} was taken without what does not fit: ${parts}.`);
  note(draft, { kind: 'rejected', reason: LEFT_OUT, message, event: type, id });
};

/** Nothing is guessed of a text that cannot be read, and who looks at the customer is told. */
const noteNotRead = (draft: Draft, { type, id, notRead }: IncomingEvent): void => {
  if (!notRead) return;
  const message = `a text of ${type} is in a language that is not read for mood. Nothing is guessed of it, and scores still count.`;
  note(draft, { kind: 'rejected', reason: NOT_READ, message, event: type, id });
};

/** By the events' own times; of a farewell and a return at one time the farewell counts. */
const turnAccount = async (draft: Draft, type: EventType, event: IncomingEvent): Promise<void> => {
  const { state } = draft;
  const at = Date.parse(event.at);
  if (type.returns && at > (state.closedAt ?? 0)) {
    if (state.closedAt !== undefined) state.closedAt = undefined;
    state.returnedAt = Math.max(at, state.returnedAt ?? 0);
  }
  if (!type.farewell || at < (state.returnedAt ?? 0)) return;
  state.closedAt = Math.max(at, state.closedAt ?? 0);
  for (const id of Object.keys(state.enrolments)) leaveForGood(draft, id, 'farewell');
};
