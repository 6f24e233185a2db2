import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Run } from '../functions.ts';
import { isAnswer, isTrue, type Listening, untaken } from './heard.ts';
import { type Ledger, SILENT, stepIn } from './ledger.ts';
import { inHandOf } from './passed.ts';
import { keyOf } from './steps.ts';

interface Answered {
  id: string;
  key: string;
  /** What it took; undefined where the item does not say. */
  value: string | undefined;
  one: Enrolment;
}

/** Visits to steps of an enrolment that asked with this moment, as far as the oracle knows, and when. What came back asked nobody. */
export const askedBy = (
  { steps }: Ledger,
  enrolment: string,
  moment: string | undefined,
  { latest, alsoBounced = false }: { latest: boolean; alsoBounced?: boolean },
) => {
  const askedAt = new Map<string, number>();
  for (const { key, reserved, finals, bounced = false } of steps.values()) {
    const went = [...reserved.values()].filter((one) => one.moment === moment).map(({ at }) => at);
    const isOpen = finals.length === 0 || ['sent', 'unknown'].includes(finals[0]?.outcome ?? '');
    const isOut = isOpen && (alsoBounced || !bounced);
    if (!key.startsWith(`${enrolment}/`) || went.length === 0 || !isOut) continue;
    askedAt.set(key, latest ? Math.max(...went) + MINUTE : Math.min(...went) - 1000);
  }
  return askedAt;
};

/** What a step listens to, by the catalogue. */
export const listeningAt = (
  { catalogue }: Pick<Run, 'catalogue'>,
  { journey, at, emitted }: Enrolment,
): Listening | undefined => {
  const step = stepIn(catalogue, journey, at);
  if (step?.kind === 'emit' && step.confirmed && emitted)
    return { on: [step.confirmed.on], where: step.confirmed.where ?? 'true', confirms: true };
  return step?.kind === 'listen' ? (step as Listening) : undefined;
};

/** Whether listening steps take what they may, all they may, and once. */
export const createListenWatch = (ledger: Ledger) => {
  const { running, took, know, broken } = ledger;

  const lookAtTaken = async ({ id, key, value, one }: Answered, listening: Listening): Promise<void> => {
    const enrolled = running.get(id);
    if (!enrolled || value === undefined) return;
    const { on, where, answers, confirms } = listening;
    const { heard } = one;
    if (value === SILENT) {
      const askedAt = askedBy(ledger, id, answers?.moment, { latest: true });
      const takenIds = new Set([...took].flatMap(([other, eventId]) => (other.startsWith(id) ? [eventId] : [])));
      const event = await untaken({ know, enrolled }, { ...listening, takenIds, askedAt });
      if (event) broken('I4', `${key} fell silent though ${event.id} has happened.`);
      if (!confirms && Object.keys(heard).length > 0)
        broken('I4', `${key} fell silent and keeps what was heard before.`);
      return;
    }
    const event = know.heardEvents.find((event) => event.id === value);
    if (!event) return;
    if (event.id === enrolled.eventId || event.at < enrolled.eventAt)
      broken('I4', `${key} heard ${event.id}, which is not of after it began.`);
    if (
      !confirms &&
      Object.keys(heard).some((name) => name !== 'at' && heard[name] !== { type: event.type, ...event.detail }[name])
    )
      broken('I4', `${key} took ${event.id} and keeps something else.`);
    const isMeant = !where || (await isTrue(where, { event: enrolled.event, heard: event.detail }));
    if (!on.includes(event.type) || !isMeant) broken('I4', `${key} heard ${event.id}, to which it does not listen.`);
    if (answers && !isAnswer(event, answers, askedBy(ledger, id, answers.moment, { latest: false, alsoBounced: true })))
      broken('I4', `${key} heard ${event.id}, which does not answer ${answers.moment}.`);
  };

  /** A listening step that was answered and gone on from in one commit. */
  const passedListening = (
    id: string,
    one: Enrolment,
    before: Enrolment | undefined,
    state: CustomerState,
    run: Run,
  ): Answered | undefined => {
    const inHand = inHandOf(id, before, one, state.at, run);
    const key = keyOf(id, inHand);
    const was = { ...one, ...inHand, emitted: before?.emitted };
    if (one.visit === inHand.visit || took.has(key) || !listeningAt(run, was)) return undefined;
    const [value = SILENT] = one.took.filter((eventId) => !before?.took.includes(eventId));
    took.set(key, value);
    return { id, key, value, one: was };
  };

  /** What listening steps answered by this commit; known at once, since runs are answered before the oracle has looked. */
  const take = (state: CustomerState, before: CustomerState | undefined, run: Run): Answered[] => {
    const answered: Answered[] = [];
    for (const [id, one] of Object.entries(state.enrolments)) {
      if (new Set(one.took).size < one.took.length) broken('I4', `${id} took one occurrence twice.`);
      const passed = passedListening(id, one, before?.enrolments[id], state, run);
      if (passed) answered.push(passed);
      const key = keyOf(id, one);
      const isConfirmation = one.emitted === true && one.answer !== undefined;
      const isListen = one.answer === 'heard' || one.answer === 'silent';
      if ((!isListen && !isConfirmation) || took.has(key)) continue;
      const tookBefore = before?.enrolments[id]?.took ?? [];
      const [fresh = run.incoming?.id] = one.took.filter((eventId) => !tookBefore.includes(eventId));
      const value = one.answer === 'silent' || one.answer === 'unconfirmed' ? SILENT : fresh;
      if (value !== undefined) took.set(key, value);
      answered.push({ id, key, value, one });
    }
    return answered;
  };

  const look = async (answered: Answered[], run: Run): Promise<void> => {
    for (const one of answered) {
      const listening = listeningAt(run, one.one);
      if (listening) await lookAtTaken(one, listening);
      // Who chooses nothing in time is silent, too.
      else if (stepIn(run.catalogue, one.one.journey, one.one.at)?.kind !== 'give')
        broken('I4', `${one.key} answered and did not listen.`);
    }
  };

  return { take, look };
};
