import { iso } from '../../../core/time/instant.ts';
import { startOfDay } from '../../../core/time/working-days.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { teamOf } from '../../../language/catalogue/team.ts';
import { readDone, readList } from '../../capacity/read-lists.ts';
import type { Queued } from '../../shared/stores/queue.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';

/** Rows of a list that are counted for a page at the most. */
const MOST = 5000;

/** Those of policy.yaml in its order, then those that only moments name. */
const teamsOf = ({ policy, moments }: Pick<Catalogue, 'policy' | 'moments'>): string[] => {
  const named = Object.values(moments).flatMap(({ team }) => (team === undefined ? [] : [team]));
  return [...new Set([...Object.keys(policy.teams ?? {}), ...named.toSorted()])];
};

export const teamHandlers = ({ queue, clock, running }: ApiDeps): Pick<Handlers, 'listTeams'> => ({
  listTeams: async () => {
    const { catalogue } = (await running()).project;
    const { zone, teams = {} } = catalogue.policy;
    const [now, names] = [clock.now(), teamsOf(catalogue)];
    const since = iso(startOfDay(now, zone));
    if (names.length === 0) return { since, items: [] };
    const [over, takenList] = [await readDone(queue, zone, now, MOST), await readList(queue, 'taken', { most: MOST })];
    const items = names.map((team) => {
      const isOwn = (work: Queued) => teamOf(work.team, teams) === team;
      const calls = teams[team]?.calls;
      return {
        team,
        ...(calls !== undefined && { calls }),
        done: over.work.filter(isOwn).length,
        taken: takenList.work.filter(isOwn).length,
        ...(over.isWhole && takenList.isWhole ? {} : { isAtLeast: true as const }),
      };
    });
    return { since, items };
  },
});
