import { titleOf } from '../../../core/explain/words/decision.ts';
import type { JourneyDefinition } from '../../../language/catalogue/definition.ts';
import { kindOf } from '../../../language/steps/steps.ts';
import { everyStep } from '../../../language/steps/walk.ts';
import type { Project } from '../../../simulator/project.ts';
import type { UpcomingDay } from '../contract/work.ts';
import { nextDays } from '../days.ts';
import type { ApiDeps } from '../deps.ts';
import { doingAt, kindsOf } from '../figures.ts';
import type { Handlers } from '../handlers.ts';
import { momentsAfter } from '../moments-after.ts';

/** What people call a step, and the moments that come at it or next. */
const namesAt = (definition: JourneyDefinition, step: string, isHeld: boolean, { definitions }: Project) => {
  const stepDefinition = everyStep(definition).find(({ id }) => id === step);
  return {
    ...(stepDefinition && { stepTitle: kindOf(stepDefinition).draw(stepDefinition).text }),
    momentTitles: momentsAfter(definition, step, isHeld).map((id) => definitions.moments[id]?.title ?? id),
  };
};

export const workHandlers = (deps: ApiDeps): Pick<Handlers, 'upcoming'> => {
  const { clock, running, upcoming } = deps;
  return {
    upcoming: async ({ query: { days } }) => {
      const { project } = await running();
      const { definitions, catalogue } = project;
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
          momentTitles: [],
          ...(definition && namesAt(definition, step, held !== undefined, project)),
          people: count,
        });
        byDay.set(day, items);
      }
      const sorted = [...byDay.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
      return { zone: 'UTC', items: sorted };
    },
  };
};
