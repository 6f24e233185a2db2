import { titleOf } from '../../../core/explain/words/decision.ts';
import type { UpcomingDay } from '../contract/work.ts';
import { nextDays } from '../days.ts';
import type { ApiDeps } from '../deps.ts';
import { doingAt, kindsOf } from '../figures.ts';
import type { Handlers } from '../handlers.ts';
import { momentsAfter } from '../moments-after.ts';

export const workHandlers = (deps: ApiDeps): Pick<Handlers, 'upcoming'> => {
  const { clock, running, upcoming } = deps;
  return {
    upcoming: async ({ query: { days } }) => {
      const { definitions, catalogue } = (await running()).project;
      const rows = await upcoming.on(nextDays(clock.now(), days));
      const byDay = new Map<string, UpcomingDay>();
      for (const { day, journey, step, held, count } of rows) {
        const definition = definitions.journeys[journey];
        const items = byDay.get(day) ?? { day, total: 0, items: [] };
        items.total += count;
        items.items.push({
          journey,
          title: titleOf(journey, catalogue),
          step,
          doing: definition ? doingAt(step, held, kindsOf(definition)) : 'waiting',
          moments: definition ? momentsAfter(definition, step, held !== undefined) : [],
          people: count,
        });
        byDay.set(day, items);
      }
      const sorted = [...byDay.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
      return { zone: 'UTC', items: sorted };
    },
  };
};
