import type { Listed } from '../../../core/customer/model/listed-work.ts';
import type { Work } from '../../../core/customer/model/work.ts';
import type { WorkOfMany } from './crowds.ts';

/** Work about a customer, as the lists of it have it. What a later release calls its state is kept as it stands. */
export interface Queued extends Omit<Work, 'state'> {
  customer: string;
  /** The decision that gave it. */
  task: string;
  state: string;
  /** The id under which it was given, where that is another. */
  of?: string;
}

/** Its place in a list: the same place is the same row. */
export interface QueuePlace extends Listed {
  customer: string;
  task: string;
  /** Among the work of a crowd, which stands in lists of its own. */
  of?: WorkOfMany | undefined;
}

/** Whether somebody looks, or looked, after one of a crowd by itself. */
const isLookedAfter = ({ state, many }: Pick<Queued, 'state' | 'many'>): boolean =>
  state === 'taken' || ((state === 'done' || state === 'declined') && many !== true);

/** Where work may stand. Of a crowd's, what somebody looks after by itself is also among all that people have, or had, in hand. */
export const placesOf = ({
  customer,
  task,
  list,
  order,
  crowd,
  moment,
}: Omit<QueuePlace, 'of'> & { crowd?: string | undefined; moment?: string | undefined }): QueuePlace[] => {
  const place = { customer, task, list, order };
  if (crowd === undefined || moment === undefined) return [place];
  return [{ ...place, of: { crowd, moment } }, ...(list === 'open' ? [] : [place])];
};

/** Where work stands. */
export const placesOfWork = (work: Queued, { list, order }: Listed): QueuePlace[] =>
  placesOf({ ...work, list, order }).filter(
    ({ of }) => of !== undefined || work.crowd === undefined || isLookedAfter(work),
  );

export interface WhichWork {
  /** What is to be done by how much it is needed; what is over, the newest first. */
  list: Listed['list'];
  /** Only this person's, and only this team's. */
  by?: string | undefined;
  team?: string | undefined;
  /** Of this crowd; where it is left out, what is by itself, and what of crowds somebody has taken. */
  of?: WorkOfMany | undefined;
}

/** Port: work that people have, or had, about all customers. It lags behind commits by up to half a minute. */
export interface Queue {
  page(
    which: WhichWork,
    page: { count: number; after?: string | undefined },
  ): Promise<{ items: Queued[]; next?: string }>;
}

/** Whether it is one that is asked for. */
export const isAskedFor = ({ by, team }: Pick<Queued, 'by' | 'team'>, which: WhichWork): boolean =>
  (which.by === undefined || by === which.by) && (which.team === undefined || team === which.team);
