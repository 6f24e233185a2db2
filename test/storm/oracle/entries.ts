import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { EndedEntry, EnteredEntry, JournalEntry, NotEnteredEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import { evaluated } from './heard.ts';
import { isStep, type Ledger } from './ledger.ts';
import { inHandOf, isAnsweredIn } from './passed.ts';

type Journey = Catalogue['journeys'][string];

/** Names of attributes that a condition reads; undefined where it reads more of a customer than that. */
const readsOnlyAttributes = (condition: string, { events }: Catalogue): boolean => {
  const names = [...condition.matchAll(/customer\.(\w+)/g)].map(([, name]) => name);
  const attributes = Object.values(events).flatMap(({ sets }) => Object.keys(sets));
  return names.every((name) => attributes.includes(name ?? ''));
};

/** Whether whoever may start a journey does, once, and whoever may not is told why. */
export const createEntryWatch = (ledger: Ledger) => {
  const { know, running, entered, once, broken } = ledger;

  /** Why this journey must not be entered now, by the oracle's own reading. */
  const reasonsToRefuse = async (journey: Journey, run: Run, at: number): Promise<Set<string>> => {
    const { when, per, again } = journey.enter;
    const event = { ...run.incoming?.fields, at: run.incoming?.at };
    const customer = Object.fromEntries([...know.attributes].map(([name, { value }]) => [name, value]));
    const reasons = new Set<string>();
    if (know.closed()) reasons.add('account-closed');
    if (when && readsOnlyAttributes(when, run.catalogue) && (await evaluated(when, { event, customer })) !== true)
      reasons.add('condition');
    const key = per === undefined ? undefined : String(await evaluated(per, { event }));
    const same = [...entered.values()].filter((other) => other.journey === journey.id && other.per === key);
    if (same.some(({ id }) => running.has(id))) reasons.add('already-running');
    const last = Math.max(...same.filter(({ id }) => !running.has(id)).map(({ eventAt }) => eventAt));
    // One is enough for what goes on since then. The storm's incidents are told apart by the key of the journey, or by none.
    const { opens } = run.catalogue.events[run.incoming?.type ?? ''] ?? {};
    const since = opens && know.incidents.sinceOf(opens.kind, String(run.incoming?.fields[opens.incident]));
    const isOwnKey = opens !== undefined && per === `event.${opens.incident}`;
    const alike = [...entered.values()].filter(
      ({ journey: id, per: other }) => id === journey.id && (isOwnKey || other === key),
    );
    if (since !== undefined && alike.some(({ eventAt }) => eventAt >= since)) reasons.add('continued');
    if (Number.isFinite(last) && again === 'never') reasons.add('already-entered');
    if (typeof again === 'number' && at < last + again * 1000) reasons.add('too-soon');
    return reasons;
  };

  const refuse = async ({ journey, reason }: NotEnteredEntry, run: Run, state: CustomerState): Promise<void> => {
    const definition = run.catalogue.journeys[journey];
    const isKnown = ['account-closed', 'already-running', 'already-entered', 'too-soon', 'continued'].includes(reason);
    if (!definition || !isKnown) return;
    const at = Math.min(Date.parse(run.incoming?.at ?? ''), state.at);
    const against = await reasonsToRefuse(definition, run, at);
    if (!against.has(reason)) broken('I4', `${journey} was refused for ${reason}, which is not so.`);
  };

  const enter = async (entry: EnteredEntry, run: Run, state: CustomerState): Promise<void> => {
    const { journey, enrolment: id, arms } = entry;
    const definition = run.catalogue.journeys[journey];
    const at = Math.min(Date.parse(run.incoming?.at ?? ''), state.at);
    once(`entering ${journey} by ${run.incoming?.id}`);
    if (!definition) return broken('I4', `${journey} was entered and is not in the catalogue.`);
    const against = await reasonsToRefuse(definition, run, at);
    if (against.has('account-closed')) broken('I7', `${journey} was entered after the account was closed.`);
    else if (against.size > 0) broken('I4', `${journey} was entered in spite of ${[...against].join()}.`);
    const event = { ...run.incoming?.fields, at: run.incoming?.at };
    const { per } = definition.enter;
    const enrolled = {
      id,
      of: state.id,
      journey,
      ...(per === undefined ? {} : { per: String(await evaluated(per, { event })) }),
      control: arms[journey] === 'control',
      enteredAt: state.at,
      eventAt: at,
      eventId: run.incoming?.id ?? '',
      event,
      inWords: false,
      isLeaving: false,
      hasGoal: false,
    };
    entered.set(id, enrolled);
    running.set(id, enrolled);
  };

  /** By its run, or in the commit that answered its last step. */
  const isThrough = (id: string, stood: Enrolment, state: CustomerState, run: Run): boolean => {
    const { task } = run;
    const isFinish = task?.enrolment === id && task.step === 'Finish';
    return isFinish
      ? task.visit === stood.visit + 1
      : isAnsweredIn(id, inHandOf(id, stood, stood, state.at, run), stood, state, run);
  };

  /** Only a run that came to its end finishes an enrolment, and only who stands at a step that is gone is retired. */
  const end = (
    { enrolment: id, reason, journey }: EndedEntry,
    run: Run,
    state: CustomerState,
    before: CustomerState | undefined,
  ): void => {
    const enrolled = running.get(id);
    if (!running.delete(id) || !enrolled) {
      broken('I9', `${id} ended twice.`);
      return;
    }
    const stood = before?.enrolments[id];
    const isFinished = reason === 'finished' || (reason === 'exit' && enrolled.inWords);
    if (isFinished && !(stood && isThrough(id, stood, state, run)))
      broken('I3', `${journey} was finished out of turn.`);
    if (reason === 'merged' && !ledger.isMerged) broken('I10', `${journey} was left as merged, and nobody was.`);
    if (!reason.endsWith('-retired') || !stood || stood.leave) return;
    const at = run.catalogue.journeys[journey]?.renamed[stood.at] ?? stood.at;
    if (isStep(run.catalogue, { journey, at }))
      broken('I10', `${journey} was left as ${reason} from ${at}, which is there.`);
  };

  /** Each journey that an event may start is started, or says why not. */
  const lookAtEvent = (journal: readonly JournalEntry[], run: Run): void => {
    const type = run.incoming?.type ?? '';
    // Word about work that changes nothing moves no journey, and says why.
    if (journal.some((entry) => entry.kind === 'rejected' && entry.reason === 'task')) return;
    for (const { id, enter: by } of Object.values(run.catalogue.journeys)) {
      if (!by.on.includes(type)) continue;
      const entries = journal.filter(
        (entry) => (entry.kind === 'entered' || entry.kind === 'not-entered') && entry.journey === id,
      );
      if (entries.length !== 1)
        broken('I4', `${type} should start ${id} or say why not; it said so ${entries.length} times.`);
    }
  };

  return { enter, refuse, end, lookAtEvent };
};
