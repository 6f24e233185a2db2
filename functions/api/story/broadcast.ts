import { incidentName } from '../../../core/customer/incident-names.ts';
import { crowdId } from '../../../core/customer/model/crowd-id.ts';
import { incidentInWords } from '../../../core/explain/tell.ts';
import { ownValue } from '../../../core/own-value.ts';
import { iso } from '../../../core/time/instant.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { fieldKind } from '../../../language/catalogue/field-type.ts';
import type { Broadcast } from '../../shared/stores/broadcasts.ts';
import type { BroadcastTold, Raisable } from '../contract/broadcasts.ts';
import type { CrowdAnswer } from '../contract/crowds.ts';

const MOST = 200;

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`.toWellFormed();
};

/** What an event says, field by field. */
export const fieldsOf = ({ fields }: Pick<Broadcast, 'fields'>): { name: string; value: string }[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [{ name, value: textOf(value) }],
  );

const stateOf = ({ over, stopped }: Broadcast): BroadcastTold['state'] => {
  if (over) return over.why === 'retired' ? 'retired' : 'over';
  return stopped === undefined ? 'under-way' : 'stopped';
};

/** What it is about, in a few words: the incident that it opens, else the event's type. */
export const broadcastTitle = async (
  { type, fields, at }: Broadcast,
  { events }: Pick<Catalogue, 'events'>,
): Promise<string> => {
  const eventType = ownValue(events, type);
  const incident = await incidentName(eventType?.opens ?? eventType?.closes, { ...fields, at }).catch(() => undefined);
  return incident === undefined ? type : incidentInWords(incident);
};

export const broadcastOf = (broadcast: Broadcast, { events }: Pick<Catalogue, 'events'>): BroadcastTold => {
  const { id, type, at, startedAt, asked, about, told, over, answers } = broadcast;
  const eventType = ownValue(events, type);
  const perSecond = answers?.perSecond ?? eventType?.everyone?.perSecond;
  return {
    broadcast: crowdId(id),
    id,
    type,
    ...(eventType?.about !== undefined && { about: eventType.about }),
    at,
    since: iso(startedAt),
    fields: fieldsOf(broadcast),
    asked,
    // How many there are is counted a few times a day.
    ...(about !== undefined && { of: Math.max(about, asked) }),
    told,
    ...(perSecond !== undefined && { perSecond }),
    state: stateOf(broadcast),
    ...(over && { over: iso(over.at) }),
    ...(answers && { crowd: answers.crowd }),
  };
};

/** What was said of all that was open of a crowd. */
export const answerOf = (broadcast: Broadcast): CrowdAnswer[] => {
  const { answers, type, fields, startedAt, told, about } = broadcast;
  if (!answers) return [];
  const outcome = type === 'agent.task_done' ? 'done' : 'declined';
  const text = outcome === 'done' ? fields.outcome : fields.reason;
  const state = stateOf(broadcast);
  return [
    {
      moment: answers.moment,
      said: outcome,
      ...(text !== undefined && { text: String(text) }),
      by: String(fields.by ?? ''),
      at: iso(startedAt),
      told,
      ...(about !== undefined && { about }),
      state: state === 'retired' ? 'over' : state,
    },
  ];
};

/** Events about everyone that a person can send: not those of the stage's own clock, nor such as carry lists. */
export const raisableIn = ({ events }: Pick<Catalogue, 'events'>): Raisable[] =>
  Object.entries(events).flatMap(([type, { everyone, sources, about, fields }]) => {
    const [source] = sources ?? [];
    if (!everyone || everyone.draw || source === undefined) return [];
    const all = Object.entries(fields).flatMap(([name, field]): Raisable['fields'] => {
      const { kind, expected } = fieldKind(field.type, field.from);
      const words = Array.isArray(field.type) ? { words: field.type } : {};
      return kind === 'list' ? [] : [{ name, kind, expected, ...words, isNeeded: !field.optional }];
    });
    const isWhole = Object.values(fields).every(
      (field) => field.optional || fieldKind(field.type, field.from).kind !== 'list',
    );
    return isWhole ? [{ type, ...(about !== undefined && { about }), source, fields: all }] : [];
  });
