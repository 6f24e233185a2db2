import type { EventType } from '../../../language/catalogue/event.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import { type Draft, note } from '../draft.ts';
import { take } from '../loop.ts';
import { clip } from '../model/clip.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LIMITS } from '../model/limits.ts';
import { isOpenWork } from '../model/listed-work.ts';
import type { Millis } from '../model/millis.ts';
import type { Work } from '../model/work.ts';
import { keptFields } from '../occurrence.ts';
import { closeWork, moveWork, putWork, type WorkChange } from '../work/close-work.ts';
import { leaveUnreached } from '../work/leave-unreached.ts';

type ReportedStatus = NonNullable<EventType['work']>;

/** What somebody says of work, and when they said so. */
interface Word {
  status: ReportedStatus;
  by?: string | undefined;
  at: Millis;
}

/** Clocks of two systems differ by less. In milliseconds. */
const CLOCKS = 5_000;

const precedes = (one: Millis, other: Millis): boolean => one + CLOCKS < other;

/** Why word about work that is in other hands by now changes nothing: it is of whoever had it before. */
const ofAnother = ({ status, by, at }: Word, id: string, { state, by: has, since = 0 }: Work): string | undefined => {
  const isBefore = precedes(at, since);
  if (state === 'open')
    return status === 'taken' && isBefore ? `it was said before task ${id} was given back at ${iso(since)}` : undefined;
  if (status === 'taken') return by === has ? undefined : `task ${id} is ${has ?? 'a colleague'}'s, who took it first`;
  if (has !== undefined && by !== undefined && by !== has) return `task ${id} is ${has}'s, and ${by} does not have it`;
  return isBefore ? `it was said before ${has ?? 'a colleague'} took task ${id} at ${iso(since)}` : undefined;
};

/** Why word about work changes nothing; undefined where it counts. */
export const refusal = (word: Word, id: string, work: Work | undefined): string | undefined => {
  if (!work) return `no task ${id} is known of this customer: give its id as \`agent.task_created\` has it`;
  const { status } = word;
  const { state } = work;
  // What was left undone may have been done after all, and that is what counts.
  if (status === 'done')
    return state === 'done' ? `task ${id} is done already, by ${work.by ?? 'a colleague'}` : undefined;
  if (!isOpenWork(work)) return `task ${id} is ${state} already`;
  if (status === 'returned' && state === 'open') return `nobody has taken task ${id}`;
  return ofAnother(word, id, work);
};

/** What is said of many at once is not of whoever is looked after by themselves. */
const notForMany = (id: string, work: Work | undefined): string | undefined => {
  if (work?.state === 'open' && work.crowd !== undefined) return undefined;
  return `it was said of many at once, and task ${id} is ${work?.state === 'open' ? 'one by itself' : work?.state} by now`;
};

const textIn = ({ fields }: IncomingEvent, name: string, most: number): string | undefined => {
  const text = fields[name];
  return typeof text === 'string' && text !== '' ? clip(text, most) : undefined;
};

const workChangeOf = (event: IncomingEvent): WorkChange => {
  const [by, outcome, reason, noted] = [
    textIn(event, 'by', LIMITS.who),
    textIn(event, 'outcome', LIMITS.said),
    textIn(event, 'reason', LIMITS.said),
    textIn(event, 'note', LIMITS.text),
  ];
  return {
    ...(by && { by }),
    ...(outcome && { outcome }),
    ...(reason && { reason }),
    ...(noted && { note: noted }),
  };
};

const applyNote = (draft: Draft, event: IncomingEvent): boolean => {
  const text = textIn(event, 'text', LIMITS.text);
  if (text === undefined) return false;
  const [by, task] = [textIn(event, 'by', LIMITS.who), textIn(event, 'task', LIMITS.text)];
  note(draft, { kind: 'note', text, ...(by && { by }), ...(task && { task }) });
  return true;
};

/** The work that is named by its id, or by its moment: of that what is open, else what was over last. */
const meant = ({ tasks = {} }: Draft['state'], named: string): [id: string, work: Work | undefined] => {
  const own = ownValue(tasks, named);
  if (own) return [named, own];
  const all = Object.entries(tasks).filter(([, { moment }]) => moment === named);
  const last = all.toSorted(([, one], [, other]) => (one.since ?? 0) - (other.since ?? 0)).at(-1);
  return all.find(([, work]) => isOpenWork(work)) ?? last ?? [named, undefined];
};

const noteRefused = (draft: Draft, event: IncomingEvent, refused: string): void => {
  const message = clip(`${event.type} changes nothing: ${refused}.`, LIMITS.because);
  note(draft, { kind: 'rejected', reason: 'task', message, event: event.type, id: event.id });
};

/** Word about work, or about the customer: the event as journeys read it. Undefined where it changes nothing: then it moves no journey either. */
export const applyWork = (draft: Draft, type: EventType, event: IncomingEvent): IncomingEvent | undefined => {
  if (type.work !== 'unreached') return changesWork(draft, type, event) ? event : undefined;
  const answer = leaveUnreached(draft, event);
  if ('left' in answer) return answer.left;
  noteRefused(draft, event, answer.refused);
  return undefined;
};

/** Work that was given back is whose word of taking it was heard too early. */
const takeNext = (draft: Draft, id: string, next: Work['next']): void => {
  const work = draft.state.tasks?.[id];
  if (!work || !next || precedes(next.at, work.since ?? 0)) return;
  const { by, at } = next;
  moveWork(draft, id, work, 'taken', { at, change: by === undefined ? {} : { by } });
};

const changesWork = (draft: Draft, type: EventType, event: IncomingEvent): boolean => {
  const { work: status } = type;
  if (!status || status === 'unreached') return true;
  if (status === 'note') return applyNote(draft, event);
  const [id, work] = meant(draft.state, String(event.fields.task));
  const { by, ...rest } = workChangeOf(event);
  const at = Date.parse(event.at);
  const refused =
    refusal({ status, by, at }, id, work) ?? (event.crowd === undefined ? undefined : notForMany(id, work));
  if (refused || !work) {
    // Who takes it may be heard before who gave it back.
    if (status === 'taken' && work?.state === 'taken')
      putWork(draft, id, { ...work, next: { ...(by !== undefined && { by }), at } });
    noteRefused(draft, event, refused ?? '');
    return false;
  }
  const who = by === undefined ? {} : { by };
  if (status === 'taken' || status === 'returned') {
    // Who has it already takes it again: a click that came twice.
    if (status === 'returned' || work.state === 'open') moveWork(draft, id, work, status, { at, change: who });
    if (status === 'returned') takeNext(draft, id, work.next);
    return true;
  }
  const late = isOpenWork(work) ? {} : { late: true as const };
  const fields = keptFields(type, event);
  closeWork(draft, id, work, status, {
    change: { ...who, ...rest, ...late, ...(event.crowd !== undefined && { many: true }) },
    hear: (enrolment) => take(enrolment, event.id, status === 'done' ? fields : enrolment.heard),
  });
  return true;
};
