import { decisionId } from '../../../core/customer/decision-id.ts';
import { customerZone } from '../../../core/customer/model/customer-zone.ts';
import { factsOf } from '../../../core/customer/model/facts.ts';
import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { titleOf } from '../../../core/explain/words/decision.ts';
import { reasonInWords } from '../../../core/explain/words/reason.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Task, UpcomingDay } from '../contract/work.ts';
import { nextDays } from '../days.ts';
import type { ApiDeps } from '../deps.ts';
import { doingAt, kindsOf } from '../figures.ts';
import type { Handlers } from '../handlers.ts';
import { momentsAfter } from '../moments-after.ts';
import { moodWord } from '../story/mood-word.ts';
import { nameOf } from '../story/name-of.ts';
import { withCursor } from '../with-cursor.ts';
import { COUNT } from './journeys.ts';

const aboutPerson = (state: CustomerState, now: number, catalogue: Catalogue) => {
  const { mood, moodScore, openIncidents, tenureDays } = factsOf(state, now, catalogue);
  const name = nameOf(state);
  return {
    ...(name === undefined ? {} : { name }),
    zone: customerZone(state, catalogue),
    mood: moodWord(mood),
    moodScore: Number(moodScore),
    openIncidents: Number(openIncidents),
    ...(tenureDays === undefined ? {} : { tenureDays: Number(tenureDays) }),
  };
};

const taskOf = (entry: DecisionEntry, state: CustomerState | undefined, now: number, catalogue: Catalogue): Task => {
  const { at, customer, journey, step, moment, instead, reason, outcome, message } = entry;
  return {
    id: decisionId(entry),
    at,
    customer,
    journey,
    title: titleOf(journey, catalogue),
    step,
    moment: instead ?? moment,
    subject: message?.subject ?? '',
    text: message?.text ?? '',
    // A task that the journey asks for anyway has no reason but that.
    ...(outcome === 'escalated' ? { because: reasonInWords(reason, catalogue) } : {}),
    ...(state ? aboutPerson(state, now, catalogue) : {}),
  };
};

export const workHandlers = (deps: ApiDeps): Pick<Handlers, 'listTasks' | 'upcoming'> => {
  const { tasks, customers, clock, running, upcoming } = deps;
  return {
    listTasks: async ({ query: { days, after, count = COUNT } }) => {
      const { catalogue } = (await running()).project;
      const now = clock.now();
      const { items, next } = await withCursor(after, () => tasks.given({ since: now - days * DAY, after, count }));
      const states = await customers.loadAll([...new Set(items.map(({ customer }) => customer))]);
      const byId = new Map(states.flatMap((state) => [state.id, ...(state.aliases ?? [])].map((id) => [id, state])));
      return {
        items: items.map((entry) => taskOf(entry, byId.get(entry.customer), now, catalogue)),
        ...(next === undefined ? {} : { next }),
      };
    },

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
