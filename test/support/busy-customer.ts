import type { Words } from '../../core/customer/draft.ts';
import { emptyCustomer } from '../../core/customer/model/empty-customer.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import { toItem } from '../../core/customer/model/item.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { type Command, reduce } from '../../core/customer/reduce.ts';
import { digest } from '../../core/hash.ts';
import type { EventType, Field } from '../../language/catalogue/event.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { loadProject } from '../../simulator/project.ts';
import { T0 } from './customer.ts';

const { catalogue: shipped } = await loadProject('workflows');
const deps = {
  catalogue: shipped,
  paused: new Set<string>(),
  catalogueNumber: 1,
  assignment: { holdout: () => false, arm: () => 'early' },
};

const words = {
  because: () => 'You asked for it on 2 March 2026.',
  task: () => ({ subject: 'A call', text: 'Please call them.' }),
} satisfies Words;

let ids = 0;
/** As random as a UUID, and as long. */
const uuid = (): string => digest([String(++ids)], 36);
const sentence = (): string => `We read ${uuid()} in what they wrote.`;

const makeValue = ({ type }: Field, name: string): unknown => {
  if (Array.isArray(type)) return type[ids % type.length];
  if (type === 'number') return (ids % 5) + 1;
  if (type === 'date') return new Date(T0 + 60 * DAY).toISOString();
  if (type === 'zone') return 'Europe/Berlin';
  return name.endsWith('Id') ? uuid() : sentence();
};

const happening = (type: string, { fields, signals }: EventType, now: number): IncomingEvent => ({
  id: uuid(),
  type,
  at: new Date(now).toISOString(),
  fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, makeValue(field, name)])),
  signals: signals.map(() => ({ value: -0.1, weight: 1, because: sentence() })),
});

/** Steps of a journey that send, the first ones. */
const sendsOf = (journey: string, most: number): string[] =>
  Object.entries(shipped.journeys[journey]?.steps ?? {})
    .flatMap(([id, { kind }]) => (kind === 'send' ? [id] : []))
    .slice(0, most);

/** A customer of the shipped journeys to whom everything has happened, over and over, and their largest item. `onChange` sees each item. */
export const busy = async (
  rounds: number,
  steps: number,
  from = emptyCustomer(uuid(), T0),
  onChange: (after: CustomerState) => void = () => {},
) => {
  let state = from;
  let now = from.at;
  let largest = '';
  const act = async (command: Command) => {
    now += 1000;
    state = (await reduce(state, command, now, deps)).state ?? state;
    onChange(state);
    const item = toItem(state);
    if (item.length > largest.length) largest = item;
  };
  for (let round = 0; round < rounds; round++) {
    for (const [name, type] of Object.entries(shipped.events)) {
      if (!type.farewell && !type.pauses) await act({ kind: 'event', event: happening(name, type, now) });
    }
  }
  for (const [enrolment, { journey }] of Object.entries(state.enrolments)) {
    for (const step of sendsOf(journey, steps)) {
      const { visit } = state.enrolments[enrolment]!;
      const at = { journey, enrolment, step, visit: visit + 1 };
      await act({ kind: 'task', ...at, task: 'send', sending: { attempt: 'a', lease: 60_000, words } });
      const because = words.because();
      await act({ kind: 'record', ...at, attempt: 'a', receipt: 'accepted', because });
    }
  }
  return { state, largest };
};
