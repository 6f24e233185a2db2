import { listedAt } from '../../core/customer/model/listed-work.ts';
import type { CrowdCount } from '../shared/stores/crowds.ts';
import { placesOf, placesOfWork, type Queued, type QueuePlace } from '../shared/stores/queue.ts';
import type { QueuedAt } from './ports.ts';
import type { Commit } from './schema.ts';

/** What a commit changes in the lists of work. */
export interface WorkMoves {
  gone: QueuePlace[];
  come: QueuedAt[];
  /** Of whose work is one of many: how it was counts as less than none. */
  counts: CrowdCount[];
}

/** However often it is worked out it comes to the same. */
export const workMovesIn = ({ id: customer, tasks = {}, before, version }: Commit): WorkMoves => {
  const moved = Object.entries((before?.version === version ? before.tasks : undefined) ?? {});
  const gone = moved.flatMap(([task, { list, order, ...of }]): QueuePlace[] =>
    list === undefined || order === undefined ? [] : placesOf({ customer, task, list, order, ...of }),
  );
  const was = moved.flatMap(([, place]) => countOf(place, -1));
  const come = moved.flatMap(([task]): QueuedAt[] => {
    const work = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
    if (!work) return [];
    const { customer: of, ...rest } = work;
    const queued: Queued = { ...rest, customer, task, ...(of !== undefined && { of }) };
    return placesOfWork(queued, listedAt(work)).map((place) => ({ place, work: queued }));
  });
  const is = moved.flatMap(([task]) => countOf((Object.hasOwn(tasks, task) ? tasks[task] : undefined) ?? {}, 1));
  return { gone, come, counts: [...was, ...is] };
};

const countOf = (
  { crowd, moment, state }: Partial<Pick<CrowdCount, 'crowd' | 'moment' | 'state'>>,
  count: number,
): CrowdCount[] =>
  crowd === undefined || moment === undefined || state === undefined ? [] : [{ crowd, moment, state, count }];

const keyOf = ({ customer, task, list, order, of }: QueuePlace): string =>
  JSON.stringify([customer, task, list, order, of?.crowd, of?.moment]);

/** Where all work is in the end, and where it was on the way: a failed attempt may have put it there. */
export const workMoves = (all: readonly WorkMoves[]): Omit<WorkMoves, 'counts'> => {
  const rows = new Map<string, { place: QueuePlace; queued?: QueuedAt }>();
  for (const { gone, come } of all) {
    for (const place of gone) rows.set(keyOf(place), { place });
    for (const queued of come) rows.set(keyOf(queued.place), { place: queued.place, queued });
  }
  const last = [...rows.values()];
  return {
    gone: last.flatMap(({ place, queued }) => (queued ? [] : [place])),
    come: last.flatMap(({ queued }) => queued ?? []),
  };
};
