import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { eventType } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { definitions } from '../../support/definitions.ts';

const field = (type: 'text') => ({ type, optional: false, provenance: 'observed' as const });

const nothing = { kept: [], awaited: false };

/** Somebody whose tickets are open, and what was handed to the desk of what they wrote. */
const withTickets = async (...tickets: string[]) => {
  const plain = compileCatalogue(definitions);
  const builtIn = Object.fromEntries(Object.entries(BUILT_IN).map(([name, type]) => [name, { ...type, ...nothing }]));
  const incident = (name: 'opens' | 'closes', kind: string, id: string) =>
    eventType({ [name]: { kind, incident: id }, fields: { [id]: field('text') } });
  const ada = oneCustomer({
    ...plain,
    events: {
      ...plain.events,
      ...builtIn,
      'support.ticket_opened': incident('opens', 'ticket', 'ticketId'),
      'support.ticket_resolved': incident('closes', 'ticket', 'ticketId'),
      'service.failure_detected': incident('opens', 'failure', 'failureId'),
    },
  });
  await ada.event('customer.signed_up');
  for (const ticketId of tickets) {
    ada.clock.now += DAY;
    await ada.event('support.ticket_opened', { ticketId });
  }
  ada.clock.now += DAY;
  const reply = (words: string | undefined, more: Record<string, unknown> = {}) =>
    ada.event(
      'message.replied',
      { channel: 'email', text: words ?? '' },
      { id: 'r1', ...(words && { words }), ...more },
    );
  const handed = () => ada.journal.flatMap((entry) => (entry.kind === 'delivery' && entry.desk ? [entry.desk] : []));
  return { ada, reply, handed };
};

describe('a reply with words', () => {
  it('goes to the ticket that was opened last of those that are open', async () => {
    const { ada, reply, handed } = await withTickets('t1', 't2', 't3');
    await ada.event('support.ticket_resolved', { ticketId: 't3' });
    await reply('It still fails.');
    expect(handed()).toEqual([{ ticket: 't2', text: 'It still fails.', reply: 'r1' }]);
  });

  it('goes there once, however often it comes', async () => {
    const { reply, handed } = await withTickets('t1');
    await reply('It still fails.');
    await reply('It still fails.');
    expect(handed()).toHaveLength(1);
  });

  it('goes to nobody where no ticket is open, not even one of another kind of incident', async () => {
    const { ada, reply, handed } = await withTickets('t1');
    await ada.event('support.ticket_resolved', { ticketId: 't1' });
    await ada.event('service.failure_detected', { failureId: 'f1' });
    await reply('It still fails.');
    expect(handed()).toEqual([]);
  });

  it('goes nowhere where a ticket that nobody closed counts no longer', async () => {
    const { ada, reply, handed } = await withTickets('t1');
    ada.clock.now += 31 * DAY;
    await reply('It still fails.');
    expect(handed()).toEqual([]);
  });

  it('is no longer than the item has room for', async () => {
    const { reply, handed } = await withTickets('t1');
    await reply('x'.repeat(50_000));
    const [{ text = '' } = {}] = handed();
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMITS.words);
  });
});

it('a reply without words of its own goes to no ticket', async () => {
  const { reply, handed } = await withTickets('t1');
  await reply(undefined);
  expect(handed()).toEqual([]);
});
