import { crowdId } from '../../../core/customer/model/crowd-id.ts';
import { priorityOf } from '../../../core/customer/work/need.ts';
import { ownValue } from '../../../core/own-value.ts';
import { iso } from '../../../core/time/instant.ts';
import type { Broadcast } from '../../shared/stores/broadcasts.ts';
import type { CrowdCount } from '../../shared/stores/crowds.ts';
import type { Queued } from '../../shared/stores/queue.ts';
import type { Crowd, CrowdWork } from '../contract/crowds.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import { notFound, Refused } from '../problem.ts';
import { answerOf, broadcastTitle, fieldsOf } from '../story/broadcast.ts';
import { MOST_BROADCASTS } from './broadcasts.ts';
import { COUNT } from './journeys.ts';
import { createWorkLists } from './work-lists.ts';

type Names = 'listCrowds' | 'readCrowd' | 'crowdTasks' | 'answerCrowd';

const STATES = ['open', 'taken', 'done', 'declined', 'expired'] as const;

/** How many are in each state. What a later release calls one is left out. */
const countsOf = (counts: readonly CrowdCount[]): Record<(typeof STATES)[number], number> => {
  const sum = (state: string): number =>
    counts.filter((one) => one.state === state).reduce((all, { count }) => all + Math.max(0, count), 0);
  return {
    open: sum('open'),
    taken: sum('taken'),
    done: sum('done'),
    declined: sum('declined'),
    expired: sum('expired'),
  };
};

/** By when it is needed; what nobody waits for any more comes last, the newest first. */
const byNeed = (one: Crowd, other: Crowd): number => {
  if (one.neededBy !== undefined && other.neededBy !== undefined) return one.neededBy < other.neededBy ? -1 : 1;
  if (one.neededBy !== other.neededBy) return one.neededBy === undefined ? 1 : -1;
  return (one.at ?? '') > (other.at ?? '') ? -1 : 1;
};

export const crowdHandlers = (deps: ApiDeps): Pick<Handlers, Names> => {
  const { crowds, queue, broadcasting, running, clock } = deps;
  const listWork = createWorkLists(deps);

  /** Who needs it most of those who are open. */
  const neediestOf = async (work: readonly CrowdCount[]): Promise<Queued | undefined> => {
    const pages = await Promise.all(
      work
        .filter(({ state, count }) => state === 'open' && count > 0)
        .map(({ crowd, moment }) => queue.page({ list: 'open', of: { crowd, moment } }, { count: 1 })),
    );
    return pages.flatMap(({ items }) => items).toSorted((one, other) => one.rank - other.rank)[0];
  };

  const tell = async (crowd: string, counts: readonly CrowdCount[], all: readonly Broadcast[]): Promise<Crowd> => {
    const { catalogue } = (await running()).project;
    const broadcast = all.find(({ id }) => crowdId(id) === crowd);
    const neediest = await neediestOf(counts);
    const moments = [...new Set(counts.map(({ moment }) => moment))];
    const work = moments.map((moment): CrowdWork => {
      const own = counts.filter((one) => one.moment === moment);
      return { moment, title: ownValue(catalogue.moments, moment)?.title ?? moment, ...countsOf(own) };
    });
    return {
      crowd,
      title: broadcast ? await broadcastTitle(broadcast, catalogue) : 'An event about everyone',
      fields: broadcast ? fieldsOf(broadcast) : [],
      ...(broadcast && { event: broadcast.type, at: broadcast.at, customers: broadcast.told }),
      ...(neediest && {
        due: iso(neediest.due),
        priority: priorityOf(neediest.rank, clock.now()),
        neededBy: iso(neediest.rank),
      }),
      ...countsOf(counts),
      work: work.toSorted((one, other) => other.open - one.open || (one.title < other.title ? -1 : 1)),
      answers: all.filter(({ answers }) => answers?.crowd === crowd).flatMap(answerOf),
    };
  };

  const find = async (crowd: string): Promise<readonly CrowdCount[]> => {
    const counts = await crowds.counts(crowd);
    if (counts.length > 0) return counts;
    throw notFound('entry for many', crowd, 'It may be over since long: look at the tasks again.');
  };

  return {
    listCrowds: async () => {
      const [counts, all] = await Promise.all([crowds.counts(), broadcasting.list(MOST_BROADCASTS)]);
      const ids = [...new Set(counts.map(({ crowd }) => crowd))];
      const items = await Promise.all(
        ids.map((id) =>
          tell(
            id,
            counts.filter(({ crowd }) => crowd === id),
            all,
          ),
        ),
      );
      return { items: items.toSorted(byNeed) };
    },

    readCrowd: async ({ params: { crowd } }) =>
      tell(crowd, await find(crowd), await broadcasting.list(MOST_BROADCASTS)),

    crowdTasks: async ({ params: { crowd }, query: { moment, list, after, count = COUNT } }, asking) =>
      listWork({ list, of: { crowd, moment } }, { count, after }, asking),

    answerCrowd: async ({ params: { crowd }, body: { moment, said, text, note } }, asking) => {
      const counts = (await find(crowd)).filter((one) => one.moment === moment);
      const { open } = countsOf(counts);
      if (open === 0) throw new Refused(409, 'Nothing of this is open any more. Look at the list again.');
      const by = asking.caller.user.name.slice(0, 100).toWellFormed();
      const { ok, lines } = await broadcasting.ask({
        command: 'answer-crowd',
        crowd,
        moment,
        said,
        by,
        text,
        about: open,
        ...(note !== undefined && { note }),
      });
      if (!ok) throw new Refused(409, lines.join(' '));
      asking.did({ given: { moment, said }, before: { open } });
      return { says: lines.join(' ') };
    },
  };
};
