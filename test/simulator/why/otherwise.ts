import { hashAssignment } from '../../../core/customer/assignment.ts';
import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { Explanation } from '../../../core/explain/explain.ts';
import type { Message } from '../../../functions/deliver/channel.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { PROMISE } from '../../../language/catalogue/promise-events.ts';
import type { Project } from '../../../simulator/project.ts';
import { type Line, type Otherwise, project } from './replay.ts';

const reasonOf = ({ reason }: DecisionEntry): string => reason.replace(/^patience:/, '');

const withCatalogue = (change: (catalogue: Catalogue) => Catalogue) => (one: Project) => ({
  ...one,
  catalogue: change(structuredClone(one.catalogue)),
});

/** An event that arrives just before an instant, or with the last that did. */
const before = (at: string, type: string, detail: Record<string, unknown>) => (lines: Line[]) => {
  const time = new Date(Date.parse(at) - 1).toISOString();
  const arrived = lines.findIndex((line) => line.time >= at);
  const event = {
    id: 'otherwise',
    source: type === 'gesture.chosen' ? 'acme.app' : 'test',
    'detail-type': type,
    time,
    detail: { ...lines[0]?.detail, ...detail },
  };
  return lines.toSpliced(arrived < 0 ? lines.length : arrived, 0, event as Line);
};

const without = (events: { event: string; at: string }[]) => (lines: Line[]) => {
  const ids = new Set(
    lines
      .filter((line) =>
        events.some(({ event, at }) => line['detail-type'] === event && Date.parse(line.time) === Date.parse(at)),
      )
      .map(({ id }) => id),
  );
  if (ids.size === 0) throw new Error(`no such event: ${JSON.stringify(events)}`);
  return lines.filter(({ id }) => !ids.has(id));
};

/** The same events, but they tell nothing of mood: what else they mean stays. */
const silence = ({ named }: Explanation): Otherwise => {
  const events = named.without ?? [];
  const spoken = events.filter(({ event }) =>
    project.catalogue.events[event]?.signals.some((one) => !('value' in one)),
  );
  const mute = events.filter((one) => !spoken.includes(one)).map(({ event }) => event);
  const words = (detail: Line['detail']) => ({ ...detail, text: undefined, body: undefined, score: undefined });
  return {
    lines: (lines) =>
      lines.map((line) =>
        spoken.some(({ event, at }) => line['detail-type'] === event && Date.parse(line.time) === Date.parse(at))
          ? { ...line, detail: words(line.detail) }
          : line,
      ),
    project: withCatalogue((catalogue) => {
      for (const type of mute) catalogue.events[type]!.signals = [];
      return catalogue;
    }),
  };
};

const CLOSES: Record<string, [type: string, field: string]> = {
  ticket: ['support.ticket_resolved', 'ticketId'],
  failure: ['service.restored', 'failureId'],
};

/** All incidents that were open are closed just before; what a moment promised and nobody kept was never said. */
const closeIncidents = ({ named, decision }: Explanation): Otherwise => ({
  lines: (lines) =>
    (named.incidents ?? []).reduce((changed, { incident }) => {
      const [kind = '', id] = incident.split(':');
      if (kind === PROMISE) return changed;
      const [type, field] = CLOSES[kind]!;
      return before(decision.at, type, { [field]: id })(changed);
    }, lines),
  project: withCatalogue((catalogue) => {
    for (const { incident } of named.incidents ?? [])
      if (incident.startsWith(`${PROMISE}:`)) delete catalogue.moments[incident.slice(PROMISE.length + 1)]?.promises;
    return catalogue;
  }),
});

/** One of the messages that were counted does not go out. */
const unsent = ({ named }: Explanation): Otherwise => {
  const { enrolment, step } = named.messages!.at(-1)!;
  const refuses = ({ id }: Message) => id.startsWith(`${enrolment}/${step}/`);
  return {
    channel: {
      send: async (message) => (refuses(message) ? { result: 'refused', reason: 'test' } : { result: 'accepted' }),
    },
  };
};

/** A day more of patience for it. */
export const longerPatience = ({ decision }: Explanation): Otherwise => ({
  project: withCatalogue((catalogue) => {
    catalogue.policy.purposes[decision.purpose].patience += 86_400;
    const own = catalogue.moments[decision.moment]!;
    if (own.patience !== undefined) own.patience += 86_400;
    return catalogue;
  }),
});

/** They say that email is welcome, have an address for it, or nothing has come back from it. */
const openEmail = ({ decision }: Explanation): Otherwise => {
  const { why, at = '' } = decision.basis?.channels?.email ?? {};
  if (why === 'unsubscribed')
    return { lines: before(decision.at, 'customer.channel_changed', { channel: 'email', choice: 'granted' }) };
  if (why === 'bounced' || why === 'complained') return { lines: without([{ event: `message.${why}`, at }]) };
  return { lines: before(decision.at, 'customer.details_changed', { email: 'another@example.com' }) };
};

/** What was done before is not counted. */
const uncapped: Otherwise = {
  project: withCatalogue(({ policy: { caps: _, ...policy }, ...catalogue }) => ({ ...catalogue, policy })),
};

/** Nor are gestures, each of which waits for a time of its own besides. */
const ungiven: Otherwise = {
  project: (one) => {
    const changed = uncapped.project!(one);
    for (const kind of Object.values(changed.catalogue.gestures!.kinds)) kind.again = 0;
    return changed;
  },
};

const BY_REASON: Record<string, (explanation: Explanation) => Otherwise> = {
  'negative-sentiment': silence,
  'open-incident': closeIncidents,
  'frequency-cap': unsent,
  gap: unsent,
  overtaken: ({ decision }) => ({ lines: without([decision.basis!.happened as { event: string; at: string }]) }),
  'paused-by-customer': ({ named, decision }) => ({
    lines: without([{ event: named.event!, at: decision.basis!.paused!.at }]),
  }),
  unsubscribed: (explanation) => {
    const { named, decision } = explanation;
    if (named.topic === undefined) return openEmail(explanation);
    return { lines: before(decision.at, 'customer.preference_changed', { topic: named.topic, choice: 'granted' }) };
  },
  'no-channel': (explanation) => openEmail(explanation),
  bounced: (explanation) => openEmail(explanation),
  complained: (explanation) => openEmail(explanation),
  'task-cap': () => uncapped,
  'emit-cap': () => uncapped,
  // Where they were given something before, that is not counted; else they say in time what would help.
  'no-gesture': ({ decision }) =>
    decision.basis?.gestures?.some(({ why }) => why === 'cap')
      ? ungiven
      : { lines: before(decision.at, 'gesture.chosen', { decision: 'what-would-help', gesture: 'points-200' }) },
  holdout: () => ({ draw: { ...hashAssignment, holdout: () => false } }),
  'enrolment-ended': ({ decision }) => ({
    project: withCatalogue((catalogue) => {
      const journey = catalogue.journeys[decision.journey]!;
      journey.exits = [];
      if (journey.goal) journey.goal.exit = false;
      for (const type of Object.values(catalogue.events)) type.farewell = false;
      return catalogue;
    }),
  }),
  'quiet-hours': () => ({
    project: withCatalogue(({ policy: { quietHours: _, ...policy }, ...catalogue }) => ({ ...catalogue, policy })),
  }),
  window: ({ decision }) => ({
    project: withCatalogue((catalogue) => {
      delete catalogue.moments[decision.moment]!.window;
      return catalogue;
    }),
  }),
};

const muteless = ({ named }: Explanation): Otherwise => ({
  project: withCatalogue((catalogue) => {
    delete catalogue.journeys[named.journey!];
    return catalogue;
  }),
});

/** The world in which what an explanation names is otherwise; undefined where it names nothing that could be. */
export const otherwise = (explanation: Explanation): Otherwise | undefined => {
  const reason = reasonOf(explanation.decision);
  return reason.startsWith('muted-by:') ? muteless(explanation) : BY_REASON[reason]?.(explanation);
};
