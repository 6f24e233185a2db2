import { ITEM_FORMAT } from './format.ts';
import type { Millis } from './millis.ts';
import type { CustomerState } from './state.ts';

/**
 * What an item may lack: with all names from the first, items have one shape, which is read and copied faster than many. In the
 * item as it is written, which is JSON, what is undefined is not there.
 */
const NOT_KNOWN = {
  knownSince: undefined,
  cleared: undefined,
  paused: undefined,
  softBounces: undefined,
  frequency: undefined,
  hours: undefined,
  moodBefore: undefined,
  incidentsSince: undefined,
  lastHeardAt: undefined,
  lastIncidentAt: undefined,
  seenOf: undefined,
  worked: undefined,
  tasks: undefined,
  gestures: undefined,
  promises: undefined,
  themes: undefined,
  protectedBy: undefined,
  closedAt: undefined,
  returnedAt: undefined,
  catalogue: undefined,
  movedTo: undefined,
  aliases: undefined,
  mergedAt: undefined,
  erased: undefined,
  freed: undefined,
  marks: undefined,
  before: undefined,
  counted: undefined,
} as const satisfies { [Name in OptionalName]: undefined };

type OptionalName = {
  [Name in keyof CustomerState]-?: undefined extends CustomerState[Name] ? Name : never;
}[keyof CustomerState];

/** A customer of whom nothing is known yet. */
export const emptyCustomer = (id: string, now: Millis): CustomerState => ({
  format: ITEM_FORMAT,
  id,
  version: 0,
  at: now,
  firstSeenAt: now,
  attributes: {},
  consent: {},
  unreachable: {},
  mood: { s: 0, w: 0, at: now, quietUntil: 0, negativeUntil: 0 },
  evidence: [],
  incidents: {},
  answers: {},
  incidentsByWeek: {},
  seen: {},
  seenSince: 0,
  occurrences: {},
  decisions: [],
  enrolments: {},
  ended: {},
  journal: [],
  effects: [],
  ...NOT_KNOWN,
});
