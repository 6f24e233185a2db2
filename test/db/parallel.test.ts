import { describe, expect, it } from 'vitest';
import { openIncidents } from '../../core/customer/model/incidents.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { catalogue, eventType, policy } from '../support/catalogue.ts';
import { openDatabase } from './database.ts';
import { atOnce, onDynamo, WRITERS } from './on-dynamo.ts';

const { client } = openDatabase();
const ROUNDS = Array.from({ length: 12 }, (_, round) => round);

type Ada = Awaited<ReturnType<typeof onDynamo>>['ada'];

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
const withdraws = eventType({ consent: { topic: 'topic', choice: '"withdrawn"' }, fields: { topic: text } });

/** What forbids a welcome, how it happens, and whether a committed item shows that it did. */
const FORBIDDING: [string, (ada: Ada, writer: number) => Promise<unknown>, (state: CustomerState) => boolean][] = [
  [
    'an incident',
    (ada, writer) => ada.event('fail', { ref: `f${writer}` }),
    (state) => openIncidents(state, state.at, policy).length > 0,
  ],
  [
    'a bad mood',
    (ada) => ada.event('reply', { ref: 'r' }, { signals: [{ value: -1, weight: 1, because: 'They were cross.' }] }),
    ({ evidence }) => evidence.length > 0,
  ],
  [
    'a withdrawal',
    (ada) => ada.event('withdraws', { topic: 'tips' }),
    ({ consent }) => Object.hasOwn(consent, 'topic:tips'),
  ],
];

describe('sixteen writers on one customer', () => {
  it('lose no event: each is remembered, each has a version of its own', async () => {
    const { ada, inOrder } = await onDynamo(client);
    await Promise.all(WRITERS.map((writer) => ada.event('fail', { ref: `f${writer}` })));
    const state = await ada.state();
    expect(openIncidents(state, state.at, policy)).toHaveLength(16);
    expect(Object.keys(state.seen)).toHaveLength(16);
    expect(inOrder().map(({ version }) => version)).toEqual(WRITERS.map((writer) => writer + 1));
  });

  it.each(FORBIDDING)('send once, and never after the commit of %s', async (_, forbid, isForbidden) => {
    for (const round of ROUNDS) {
      const { ada, inOrder } = await onDynamo(client, catalogue({ events: { withdraws } }));
      await ada.event('start');
      const welcome = ada.task('hello', 'welcome');
      const outbox: string[] = [];
      const deliver = async (attempt: string): Promise<void> => {
        const answer = await ada.send(welcome, attempt);
        if (typeof answer === 'string') return;
        outbox.push(attempt);
        await ada.record(welcome, 'accepted', attempt);
      };
      await atOnce(
        round,
        WRITERS.map((writer) => async () => {
          await (writer % 2 === 0 ? deliver(`attempt-${writer}`) : forbid(ada, writer));
        }),
      );
      const reserving = inOrder().find(({ enrolments }) =>
        Object.values(enrolments).some(({ reserved }) => reserved !== undefined),
      );
      expect(outbox).toHaveLength(reserving ? 1 : 0);
      expect(reserving !== undefined && isForbidden(reserving)).toBe(false);
      // Nothing that any of them wrote is lost: the start, and what the odd ones said.
      expect(Object.keys((await ada.state()).seen)).toHaveLength(1 + WRITERS.length / 2);
      expect(inOrder().map(({ version }, index) => version - index)).toEqual(inOrder().map(() => 1));
      expect(ada.decisions().filter(({ outcome }) => outcome === 'sent')).toHaveLength(outbox.length);
    }
  });
});
