import { listedAt } from '../../core/customer/model/work.ts';
import type { Queued, QueuePlace } from '../shared/stores/queue.ts';
import type { QueuedAt } from './ports.ts';
import type { Commit } from './schema.ts';

/** What a commit changes in the lists of work. */
export interface WorkMoves {
  gone: QueuePlace[];
  come: QueuedAt[];
}

/** However often it is worked out it comes to the same. */
export const workMovesIn = ({ id: customer, tasks = {}, before, version }: Commit): WorkMoves => {
  const moved = Object.entries((before?.version === version ? before.tasks : undefined) ?? {});
  const gone = moved.flatMap(([task, { list, order }]): QueuePlace[] =>
    list === undefined || order === undefined ? [] : [{ customer, task, list, order }],
  );
  const come = moved.flatMap(([task]): QueuedAt[] => {
    const work = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
    if (!work) return [];
    const { customer: of, ...rest } = work;
    const queued: Queued = { ...rest, customer, task, ...(of !== undefined && { of }) };
    return [{ place: { customer, task, ...listedAt(work) }, work: queued }];
  });
  return { gone, come };
};

const keyOf = ({ customer, task, list, order }: QueuePlace): string => JSON.stringify([customer, task, list, order]);

/** Where all work is in the end, and where it was on the way: a failed attempt may have put it there. */
export const workMoves = (all: readonly WorkMoves[]): WorkMoves => {
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
