import { toItem } from '../../core/customer/model/item.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { OF_THE_CUSTOMERS } from '../../language/catalogue/known-events.ts';
import { catalogue, eventType, journey, moment, policy } from './catalogue.ts';
import { MERGED } from './two-ids.ts';

/** An item has fewer bytes than this. */
export const MOST = 16_384;

export const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };

/** What customers say of themselves. */
export const KNOWN = Object.fromEntries(
  Object.entries(OF_THE_CUSTOMERS).map(([name, type]) => [name, { ...type, kept: [], awaited: false }]),
);

/** Fields that are texts. */
export const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Fields that are lists of things. */
export const LISTS = ['list', 'other'];
const list = {
  type: {
    list: { name: { type: 'text' as const, optional: true }, price: { type: 'number' as const, optional: true } },
  },
  optional: true,
  provenance: 'stated' as const,
};
export const fields = Object.fromEntries([...NAMES.map((name) => [name, text]), ...LISTS.map((name) => [name, list])]);

/** Four ways in: what one event enters twice takes little room the second time. */
export const STARTS = ['start', 'start-1', 'start-2', 'start-3'];
const start = eventType({
  everyone: { perSecond: 50 },
  fields,
  awaited: true,
  kept: [...NAMES, ...LISTS],
  sets: Object.fromEntries(NAMES.map((name) => [name, name])),
  opens: { kind: 'ticket', incident: 'a' },
  consent: { topic: 'b', choice: '"withdrawn"' },
});

/** All that an event can leave in an item, kept, in eight journeys. */
export const greedy = catalogue({
  events: {
    ...Object.fromEntries(STARTS.map((name) => [name, start])),
    reply: eventType({ fields, awaited: true, kept: [...NAMES, ...LISTS], closes: { kind: 'ticket', incident: 'c' } }),
    other: eventType({
      fields,
      awaited: true,
      kept: [...NAMES, ...LISTS],
      consent: { topic: 'd', choice: '"granted"' },
    }),
    survey: eventType({
      fields: { ...fields, scale: text, score: { ...text, type: 'number' }, answers: text },
      awaited: true,
      kept: [...NAMES, 'scale', 'score', 'answers'],
    }),
    letter: eventType({ feedback: 'replied', fields: { a: text } }),
    gone: eventType({ farewell: true }),
    ...MERGED,
    back: eventType({ returns: true }),
    ...KNOWN,
  },
  journeys: Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `journey-${index}`,
      journey(`journey-${index}`, STARTS[index % STARTS.length]!, {
        enter: { on: ['start'], again: 'always', per: 'event.a' },
        fields: [...NAMES, ...LISTS],
        exits: [{ on: 'other', where: 'heard.a = event.b', words: 'Exit-1' }],
        steps: {
          'send-vow': { kind: 'send', moment: 'vow', purpose: 'care' },
          task: { kind: 'task', moment: 'call', purpose: 'care', with: { said: '= event.a & event.b' } },
        },
      }),
    ]),
  ),
  moments: {
    vow: moment('vow', {
      promises: { within: 3600, kept: [{ on: 'reply', where: 'heard.a = event.a' }], fields: [...NAMES, ...LISTS] },
    }),
  },
  policy: { ...policy, gap: 0 },
});

/** The bytes of an item as it is written. */
export const largest = (state: CustomerState | undefined): number => (state ? Buffer.byteLength(toItem(state)) : 0);
