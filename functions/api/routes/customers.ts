import { customerZone } from '../../../core/customer/model/customer-zone.ts';
import { explain } from '../../../core/explain/explain.ts';
import { explanationLines } from '../../../core/explain/lines.ts';
import { readAt } from '../../../core/explain/read-at.ts';
import { titleOf } from '../../../core/explain/words/decision.ts';
import { choiceEvent, frequencyEvent, hoursEvent, pauseEvent } from '../../preferences/events.ts';
import type { OptionChoice } from '../../preferences/options.ts';
import type { Why } from '../contract/customers.ts';
import type { ParsedRequest } from '../contract/routes.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import { badCursor, noCustomer, notFound, Refused } from '../problem.ts';
import { tellLines } from '../story/lines.ts';
import { personOf, preferencesOf, summaryOf, themesOf } from '../story/person.ts';
import { withCursor } from '../with-cursor.ts';
import { COUNT } from './journeys.ts';

type Names =
  | 'searchCustomers'
  | 'readCustomer'
  | 'why'
  | 'addNote'
  | 'setPreferences'
  | 'setTheme'
  | 'eraseCustomer'
  | 'exportCustomer';

/** In bytes: Lambda answers six megabytes at most, with headers, and a body is a text in JSON there. */
const MOST_ANSWERED = 5_500_000;

/** Entries of a timeline that stay above a page, or all. Throws Refused. */
const readPlace = (after: string | undefined, all: number): number => {
  if (after === undefined) return all;
  if (!/^\d{1,9}$/.test(after)) throw badCursor(after);
  return Math.min(Number(after), all);
};

const choicesIn = ({ topics = {}, channels = {} }: ParsedRequest<'setPreferences'>['body']): OptionChoice[] => [
  ...Object.entries(topics).map(([id, choice]) => ({ kind: 'topic' as const, id, choice })),
  ...Object.entries(channels).map(([id, choice]) => ({ kind: 'channel' as const, id, choice })),
];

export const customerHandlers = (deps: ApiDeps): Pick<Handlers, Names> => {
  const { customers, directory, notes, intake, clock, running, stage } = deps;

  const catalogueNow = async () => (await running()).project.catalogue;

  const load = async (customer: string) => {
    const person = await customers.load(customer);
    if (person) return person;
    throw noCustomer(customer);
  };

  return {
    searchCustomers: async ({ query: { q = '', after, count = COUNT } }) => {
      const catalogue = await catalogueNow();
      const { items, next } = await withCursor(after, () => directory.find(q, { after, count }));
      const states = await customers.loadAll([...new Set(items.map(({ customer }) => customer))]);
      return {
        items: states.map((state) => summaryOf({ state, now: clock.now(), catalogue })),
        ...(next === undefined ? {} : { next }),
      };
    },

    readCustomer: async ({ params: { customer }, query: { after, count = COUNT } }) => {
      const catalogue = await catalogueNow();
      const { ids, state } = await load(customer);
      const [timeline, messages, noted] = await Promise.all([
        customers.timeline(ids),
        customers.messages(ids),
        notes.of(ids),
      ]);
      const now = clock.now();
      const tell = tellLines({ timeline, messages, catalogue, zone: customerZone(state, catalogue) });
      const end = readPlace(after, timeline.length);
      const begin = Math.max(0, end - count);
      return {
        ids,
        ...personOf({ state, now, catalogue }, timeline),
        notes: noted,
        timeline: timeline.slice(begin, end).toReversed().map(tell),
        ...(begin > 0 ? { older: String(begin) } : {}),
      };
    },

    why: async ({ params: { customer }, query: { at: atText } }) => {
      const catalogue = await catalogueNow();
      const { ids, state } = await load(customer);
      const zone = customerZone(state, catalogue);
      const at = atText === undefined ? undefined : readAt(atText, zone);
      if (atText !== undefined && at === undefined) {
        throw new Refused(
          400,
          `at is ${JSON.stringify(atText)}; it should be such as 2026-03-11, 2026-03-11 10:00 or 2026-03-11T09:00:00Z.`,
        );
      }
      const timeline = await customers.timeline(ids);
      const explained = explain({ customer: state.id, timeline, state }, catalogue, { zone, at });
      const tell = tellLines({ timeline, messages: [], catalogue, zone });
      const { situation, decisions, notEntered } = explained;
      return {
        customer: state.id,
        zone,
        ...(situation ? { situation: situationOf(situation, (journey) => titleOf(journey, catalogue)) } : {}),
        decisions: decisions.map(({ decision }) => tell(decision)),
        notEntered: notEntered.map(tell),
        lines: explanationLines(explained, catalogue),
      };
    },

    addNote: async ({ params: { customer }, body: { text } }, { caller }) => {
      const { state } = await load(customer);
      return notes.add(state.id, { at: new Date(clock.now()).toISOString(), by: caller.user, text });
    },

    setPreferences: async ({ params: { customer }, body }, { did }) => {
      const catalogue = await catalogueNow();
      const { state } = await load(customer);
      const unknown = Object.keys(body.topics ?? {}).find((topic) => !Object.hasOwn(catalogue.policy.topics, topic));
      if (unknown !== undefined) {
        throw notFound('topic', unknown, `There is ${Object.keys(catalogue.policy.topics).join(', ')}.`);
      }
      const choices = choicesIn(body);
      const { pausedUntil, frequency, hours } = body;
      const rhythm = [
        ...(frequency === undefined ? [] : [frequencyEvent(state.id, frequency)]),
        ...(hours === undefined ? [] : [hoursEvent(state.id, hours ?? {})]),
      ];
      const pause =
        pausedUntil === undefined
          ? []
          : [pauseEvent(state.id, pausedUntil === null ? clock.now() : Date.parse(pausedUntil))];
      await intake.publish([...choices.map((choice) => choiceEvent(catalogue, state.id, choice)), ...pause, ...rhythm]);
      did({ after: { choices: choices.length, paused: pausedUntil !== undefined, rhythm: rhythm.length } });
      const changed = await load(customer);
      return preferencesOf({ state: changed.state, now: clock.now(), catalogue });
    },

    setTheme: async ({ params: { customer }, body: { theme, choice, quote } }, { did }) => {
      const catalogue = await catalogueNow();
      const { state } = await load(customer);
      const themes = Object.keys((choice === 'set' ? catalogue.policy : state).themes ?? {});
      if (!themes.includes(theme))
        throw notFound('theme', theme, themes.length > 0 ? `There is ${themes.join(', ')}.` : 'There is none.');
      const detail = { customerId: state.id, theme, choice, ...(quote === undefined ? {} : { quote }) };
      await intake.publish([{ type: 'customer.theme_set', detail }]);
      did({ after: { theme, choice } });
      return { items: themesOf((await load(customer)).state) };
    },

    eraseCustomer: async ({ params: { customer } }) => {
      const { ids } = await load(customer);
      await customers.erase(customer);
      const under = ids.length === 1 ? '' : `, under all their ${ids.length} ids`;
      return { says: `Everything that was held of them is erased${under}.` };
    },

    exportCustomer: async ({ params: { customer } }) => {
      const { ids, state } = await load(customer);
      const [timeline, messages, noted, past] = await Promise.all([
        customers.timeline(ids),
        customers.messages(ids),
        notes.of(ids),
        customers.past(ids),
      ]);
      const exportedAt = new Date(clock.now()).toISOString();
      const sent = messages.map((message) => ({ ...message }));
      const data = {
        customer: state.id,
        exportedAt,
        state: { ...state },
        timeline,
        messages: sent,
        notes: noted,
        past,
      };
      const bytes = stage.isLocal ? 0 : Buffer.byteLength(JSON.stringify(JSON.stringify(data)));
      if (bytes > MOST_ANSWERED) {
        throw new Refused(
          413,
          `What is held of them has ${Math.ceil(bytes / 1e6)} MB, more than an answer may have. Somebody with the right of an operator prints it: tactful export <customer> --stage ${stage.name}.`,
        );
      }
      return data;
    },
  };
};

type Situation = NonNullable<ReturnType<typeof explain>['situation']>;

const situationOf = (
  { mood, running, incidents, ...rest }: Situation,
  title: (journey: string) => string,
): NonNullable<Why['situation']> => ({
  ...rest,
  mood: { ...mood, isStrong: mood.isStrong === true },
  ...(incidents === undefined ? {} : { incidents }),
  running: running.map((each) => ({ ...each, title: title(each.journey) })),
});
