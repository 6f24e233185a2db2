import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { play } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';

const project = await loadProject('workflows');
type Detail = Record<string, unknown>;

/** What comes of the shipped journeys for a customer, event by event, an hour apart. */
const whatComes = async (days: number, events: [type: string, detail: Detail][]) => {
  const entries: JournalEntry[] = [];
  const lines = events.map(([type, detail], index) =>
    JSON.stringify({
      id: `e${index}`,
      source: 'acme',
      'detail-type': type,
      time: new Date(Date.parse('2026-03-02T10:00:00Z') + (index * DAY) / 24).toISOString(),
      detail: { customerId: 'ann', ...detail },
    }),
  );
  const { world } = await play(project, lines, { until: days * DAY, onEntry: (entry) => entries.push(entry) });
  const sent = entries.flatMap((entry) => (entry.kind === 'decision' && entry.outcome === 'sent' ? [entry] : []));
  const rejected = entries.flatMap((entry) => (entry.kind === 'rejected' ? [`${entry.reason}: ${entry.message}`] : []));
  return { entries, sent, rejected, state: await world.customer('ann'), letters: world.outbox.of('ann') };
};

const due = (renewsAt: unknown): [string, Detail] => [
  'subscription.renewal_due',
  { subscriptionId: 's1', renewsAt, amount: 29, currency: 'EUR' },
];

describe('what producers really send, with the shipped journeys', () => {
  it.each([
    '2026-04-10 00:30:00+00',
    '2026-04-10T00:30:00Z',
    'Fri, 10 Apr 2026 00:30:00 GMT',
    '2026-04-10T02:30:00+02:00[Europe/Berlin]',
  ])('a renewal at %s is on the same day of the customer’s', async (renewsAt) => {
    const imported: [string, Detail] = ['customer.imported', { email: 'a@example.com', zone: 'America/Los_Angeles' }];
    const { sent } = await whatComes(45, [imported, due(renewsAt)]);
    expect(sent.map(({ because }) => because).join('\n')).toContain('9 April');
  });

  it.each(['0001-01-01T00:00:00', '1970-01-01T00:00:00Z', '9999-12-31'])(
    'nobody hears of a renewal on %s',
    async (renewsAt) => {
      const { sent, rejected } = await whatComes(20, [
        ['customer.imported', { email: 'a@example.com' }],
        due(renewsAt),
      ]);
      expect(sent).toEqual([]);
      expect(rejected).toEqual([expect.stringContaining(`renewsAt is "${renewsAt}"; it should be a date from 1901`)]);
    },
  );

  it('nobody has been here for two thousand years: the smaller credit, and the customer is taken', async () => {
    const { entries, state } = await whatComes(2, [
      ['customer.imported', { email: 'a@example.com', since: '0001-01-01T00:00:00Z' }],
      ['service.failure_detected', { failureId: 'f1', service: 'checkout', severity: 'major' }],
      ['service.restored', { failureId: 'f1' }],
    ]);
    expect(state?.attributes).toMatchObject({ email: { value: 'a@example.com' } });
    expect(state?.attributes.since).toBeUndefined();
    const credits = entries.flatMap((entry) =>
      entry.kind === 'decision' && entry.moment === 'billing.credit_granted' ? [entry.with] : [],
    );
    const result = await whatComes(2, [
      ['customer.imported', { email: 'a@example.com', since: '2026-01-01' }],
      ['service.failure_detected', { failureId: 'f1', service: 'checkout', severity: 'major' }],
      ['service.restored', { failureId: 'f1' }],
    ]);
    const smaller = result.entries.flatMap((entry) =>
      entry.kind === 'decision' && entry.moment === 'billing.credit_granted' ? [entry.with] : [],
    );
    expect(credits).toHaveLength(1);
    expect(credits).toEqual(smaller);
  });

  it('one field that does not fit costs neither a welcome, nor a new address, nor an angry word', async () => {
    const { sent, rejected, state } = await whatComes(1, [
      ['customer.signed_up', { email: 'old@example.com', phone: '', firstName: ' ' }],
      ['customer.details_changed', { email: 'new@example.com', phone: '(020) 7183 8750', zone: 'here' }],
      ['feedback.received', { scale: 'csat', score: '1', text: 'It is broken, and nobody answers' }],
      ['service.restored', { failureId: 'f1', cause: { code: 7 } }],
    ]);
    expect(sent.map(({ moment }) => moment)).toContain('welcome');
    expect(state?.attributes).toMatchObject({ email: { value: 'new@example.com' }, phone: { value: '+442071838750' } });
    expect(state?.evidence).toHaveLength(2);
    expect(state?.incidents).toHaveProperty('failure:f1');
    expect(rejected).toEqual([
      expect.stringMatching(/^left-out: customer.details_changed .*zone is "here"/),
      expect.stringMatching(/^left-out: service.restored .*cause is \{"code":7\}/),
    ]);
  });

  it('a blank first name is none', async () => {
    const { letters } = await whatComes(1, [['customer.signed_up', { email: 'a@example.com', firstName: '' }]]);
    expect(letters[0]?.subject).toBe('Your account is ready');
    expect(letters[0]?.text).toMatch(/^Hello,/);
  });

  it('a number that was taken away gets no text any more', async () => {
    const { letters, state } = await whatComes(1, [
      ['customer.imported', { phone: '+447700900123', email: 'a@example.com' }],
      ['customer.details_changed', { phone: null, preferredChannel: 'sms' }],
      ['customer.details_changed', { phone: '' }],
      ['support.ticket_opened', { ticketId: 't1', subject: 'Hello' }],
    ]);
    expect(state?.attributes.phone).toBeUndefined();
    expect(letters.map(({ channel }) => channel)).toEqual(['email']);
  });

  it('a ticket with a thread of 300 KB is taken, and what is larger than the bus takes is not', async () => {
    const ticket = (size: number): [string, Detail] => [
      'support.ticket_opened',
      { ticketId: 't1', subject: 'Hello', body: 'It is broken. '.repeat(size / 14) },
    ];
    const signUp: [string, Detail] = ['customer.imported', { email: 'a@example.com' }];
    expect((await whatComes(1, [signUp, ticket(300_000)])).sent.map(({ moment }) => moment)).toEqual([
      'ticket-received',
      // Nobody solves it.
      'promise-due-soon',
    ]);
    expect((await whatComes(1, [ticket(1_100_000)])).rejected).toEqual([expect.stringMatching(/^too-large/)]);
  });
});
