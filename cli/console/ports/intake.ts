import { knownSinceOf } from '../../../core/customer/model/facts.ts';
import { readEntries } from '../../../functions/api/entries.ts';
import type { Intake } from '../../../functions/api/ports.ts';
import { PREFERENCES } from '../../../functions/shared/source.ts';
import type { RefusedArrival } from '../arrivals.ts';
import type { LocalWorld } from '../local-world.ts';
import { readCursor } from './cursor.ts';

/** So many are put back at once; whoever wants more asks again. */
const MOST = 500;

/** Where events come in here, and the shelf of those that were refused. */
export const createLocalIntake = (local: LocalWorld, newId: () => string): Intake => {
  const { arrivals } = local;
  const rejectOf = ({ at, reason, message, event, id, customer }: RefusedArrival) => ({
    place: 'rejects' as const,
    at: new Date(at).toISOString(),
    reason,
    message,
    ...(event === null ? {} : { event }),
    ...(id === null ? {} : { id }),
    ...(customer === null ? {} : { customer }),
  });

  return {
    receive: (body) => local.receive(readEntries(body, newId)),

    publish: async (events) => {
      const time = new Date(local.now).toISOString();
      const { failure } = await local.receive(
        events.map(({ type, detail }) => {
          const id = newId();
          return { id, raw: { id, source: PREFERENCES, 'detail-type': type, time, detail } };
        }),
      );
      if (failure !== undefined) throw failure;
    },

    rejects: async ({ place, reason, after, count }) => {
      // Nothing is ever left in between here: an action is a transaction.
      if (place !== 'rejects') return { items: [], byReason: {} };
      const { seq } = readCursor(after, { seq: Number.MAX_SAFE_INTEGER });
      return local.ask(() => {
        const rows = arrivals.refused({ before: seq, reason, count: count + 1 });
        const items = rows.slice(0, count);
        const last = items.at(-1);
        return {
          items: items.map(rejectOf),
          ...(last && rows.length > count ? { next: JSON.stringify({ seq: last.seq }) } : {}),
          byReason: arrivals.reasons(),
        };
      });
    },

    redrive: async ({ place, reason, discard }) => {
      if (place !== 'rejects') return { putBack: 0, discarded: 0, isMore: false };
      const rows = await local.ask(() => arrivals.refused({ reason, count: MOST + 1 }));
      const batch = rows.slice(0, MOST).toReversed();
      for (const { seq } of batch) arrivals.drop(seq);
      const isMore = rows.length > MOST;
      if (discard) return { putBack: 0, discarded: batch.length, isMore };
      const { entries, failure } = await local.receive(batch.map(({ raw }) => ({ raw })));
      if (failure !== undefined) throw failure;
      const refusedAgain = entries.filter(({ status }) => status === 'rejected').length;
      return { putBack: batch.length, discarded: 0, refusedAgain, isMore };
    },

    past: (since) =>
      local.ask(async (world) => {
        const all = await Promise.all(world.customers().map((id) => world.customer(id)));
        const people = all.flatMap((state) => (state && knownSinceOf(state) < since ? state : []));
        return { lines: local.pastEvents(since), people };
      }),
  };
};
