import type { DeliveryEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import { armsOf } from '../../core/customer/model/rest.ts';
import type { Count } from '../shared/stores/counts.ts';
import type { Commit } from './schema.ts';

type About = Omit<Count, 'day' | 'count'>;

const NOTHING = { journey: '', step: '', value: '', reason: '', arms: {} };

/** Arms of an enrolment that is under way, that ended in this commit, or that began and ended in it. */
export const armsIn = ({ enrolments, before, journal }: Commit, id: string): Record<string, string> => {
  const enrolment = Object.hasOwn(enrolments, id) ? enrolments[id] : undefined;
  if (enrolment) return armsOf(enrolment);
  const entered = journal.find((entry) => entry.kind === 'entered' && entry.enrolment === id);
  return before?.enrolments?.[id]?.arms ?? (entered?.kind === 'entered' ? entered.arms : {});
};

const journeyOf = ({ enrolments, decisions, before }: Commit, id: string | undefined): string => {
  if (id === undefined) return '';
  if (Object.hasOwn(enrolments, id)) return enrolments[id]?.journey ?? '';
  return decisions.find(({ enrolment }) => enrolment === id)?.journey ?? before?.enrolments?.[id]?.journey ?? '';
};

const ofDelivery = (commit: Commit, entry: DeliveryEntry): About => {
  const { enrolment, step = '', status, automatic } = entry;
  const value = automatic ? 'replied-automatically' : status;
  const arms = enrolment === undefined ? {} : armsIn(commit, enrolment);
  return { ...NOTHING, kind: 'delivery', journey: journeyOf(commit, enrolment), step, value, arms };
};

/** What an entry of a commit's journal counts as; undefined of one that is not counted. */
export const countOfEntry = (commit: Commit, entry: JournalEntry): About | undefined => {
  switch (entry.kind) {
    case 'entered':
      return { ...NOTHING, kind: 'entered', journey: entry.journey, arms: entry.arms };
    case 'not-entered':
      return { ...NOTHING, kind: 'not-entered', journey: entry.journey, value: entry.reason };
    case 'decision': {
      const { kind, journey, step, outcome: value, reason } = entry;
      return { kind, journey, step, value, reason, arms: armsIn(commit, entry.enrolment) };
    }
    case 'goal':
      return { ...NOTHING, kind: 'goal', journey: entry.journey, arms: armsIn(commit, entry.enrolment) };
    case 'ended': {
      const arms = armsIn(commit, entry.enrolment);
      return { ...NOTHING, kind: 'ended', journey: entry.journey, value: entry.reason, arms };
    }
    case 'delivery':
      return ofDelivery(commit, entry);
    case 'promise':
      return { ...NOTHING, kind: 'promise', step: entry.moment, value: entry.status };
    case 'rejected':
      return { ...NOTHING, kind: 'rejected', value: entry.reason };
    default:
      return undefined;
  }
};
