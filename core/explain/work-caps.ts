import type { DecisionEntry, GestureEntry } from '../customer/model/journal.ts';
import { emitCaps, taskCaps, type WorkCap } from '../gate/work-caps.ts';
import { ownValue } from '../own-value.ts';
import { type ExplainContext, type Grounds, grounds, isDecision, sameStep } from './context.ts';
import { countedInWords, type FullCap, fullOf, hadRoom, namedIn } from './frequency.ts';
import { takenBeside } from './not-given.ts';
import { rate, when } from './tell.ts';
import { nameOf } from './words/decision.ts';

/** The work that a decision made, or would have made. */
const taskOf = ({ outcome, moment, channel, instead, merged }: DecisionEntry): string | undefined => {
  if (merged !== undefined) return undefined;
  if (outcome === 'escalated') return instead;
  return outcome === 'sent' && channel !== undefined ? moment : undefined;
};

const counts = (
  { of }: WorkCap,
  one: DecisionEntry,
  { decision, catalogue: { events, moments } }: ExplainContext,
): boolean => {
  if (of === 'step') return one.journey === decision.journey && one.step === decision.step && one.outcome === 'sent';
  if (of !== 'gestures' && 'task' in of) return taskOf(one) === of.task;
  const isEvent = one.outcome === 'sent' && one.channel === undefined && !Object.hasOwn(moments, one.moment);
  return isEvent && (of === 'gestures' ? ownValue(events, one.moment)?.gesture === true : one.moment === of.event);
};

/** What colleagues gave that fills a cap on gestures, or on their event: what was taken back or surely not given does not. */
const givenByHand = ({ of }: WorkCap, { before, catalogue: { gestures, events } }: ExplainContext): GestureEntry[] => {
  if (of === 'step' || (of !== 'gestures' && 'task' in of)) return [];
  const entries = before.filter((entry) => entry.kind === 'gesture');
  return entries.filter(({ gesture, of: kind, state, by }, place) => {
    const own = entries.filter((one) => one.gesture === gesture);
    const isFirst = entries.findIndex((one) => one.gesture === gesture) === place;
    const isOver = own.some((one) => one.state === 'reversed' || (one.state === 'failed' && one.why !== 'unconfirmed'));
    const emit = ownValue(gestures?.kinds ?? {}, kind)?.emit ?? '';
    const isOf = of === 'gestures' ? ownValue(events, emit)?.gesture === true : emit === of.event;
    return by !== undefined && state !== 'failed' && isFirst && !isOver && isOf;
  });
};

const inWords = (one: DecisionEntry | GestureEntry, context: ExplainContext): string => {
  if (one.kind === 'decision') return countedInWords(one, context);
  return `Counted: ${one.of}, given by ${one.by}, ${when(one.at, context.zone)}.`;
};

const nameOfCap = ({ of }: WorkCap, { decision, catalogue }: ExplainContext): string => {
  if (of === 'step') return `step ${decision.step}`;
  if (of === 'gestures') return 'gestures';
  return 'task' in of ? nameOf(of.task, catalogue) : of.event;
};

const capsOf = ({ decision, catalogue }: ExplainContext): WorkCap[] => {
  const { journey, step, moment, instead, reason } = decision;
  const runStep = ownValue(ownValue(catalogue.journeys, journey)?.steps ?? {}, step);
  const cap = runStep && 'cap' in runStep ? runStep.cap : undefined;
  return reason === 'emit-cap'
    ? emitCaps(moment, { journey, step, cap }, catalogue)
    : taskCaps(instead ?? moment, { journey, step, cap }, catalogue);
};

/** What filled the caps on work for people and on events of ours, and when there is room again. */
export const explainWorkCap = (context: ExplainContext): Grounds => {
  const { before, decision, zone, at } = context;
  const done = before.filter(isDecision).filter((one) => !sameStep(one, decision));
  const full = capsOf(context).flatMap((each): FullCap<DecisionEntry | GestureEntry>[] => {
    const counted = [
      ...done.filter((one) => counts(each, one, context)).toReversed(),
      ...givenByHand(each, context),
    ].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
    const fullCap = fullOf(counted, each.cap, nameOfCap(each, context), at);
    return fullCap ? [fullCap] : [];
  });
  if (full.length === 0) return hadRoom();
  const besides = takenBeside(decision.basis?.gestures);
  return grounds(
    full.flatMap(({ cap, of, messages }) => [
      `At most ${rate(cap)} of ${of}.`,
      ...messages.map((one) => inWords(one, context)),
    ]),
    [
      ...full.map(({ cap, of, frees }) => `There is room under ${rate(cap)} of ${of} from ${when(frees, zone)}.`),
      ...(besides === undefined ? [] : [`Besides it takes ${besides}.`]),
    ],
    namedIn(full.map((each) => ({ ...each, messages: each.messages.filter(isDecision) }))),
  );
};
