import { isOpenWork } from '../model/listed-work.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import type { Work } from '../model/work.ts';

/** The same work that somebody has now, and has time for. */
export const openWorkOf = (
  { tasks = {} }: Pick<CustomerState, 'tasks'>,
  moment: string,
  now: Millis,
): [id: string, work: Work] | undefined =>
  Object.entries(tasks).find(([, work]) => work.moment === moment && isOpenWork(work) && now < work.due);
