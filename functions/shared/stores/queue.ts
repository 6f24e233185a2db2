import type { Listed, Work } from '../../../core/customer/model/work.ts';

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
}

export interface WhichWork {
  /** What is to be done by how much it is needed; what is over, the newest first. */
  list: Listed['list'];
  /** Only this person's, and only this team's. */
  by?: string | undefined;
  team?: string | undefined;
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
