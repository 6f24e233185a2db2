import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { play } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';

const project = await loadProject('workflows');
const T0 = Date.parse('2026-03-02T10:00:00Z');

/** What the shipped journeys make of a reply, a minute after a sign-up and before a renewal. */
const afterReply = async (type: string, detail: Record<string, unknown>) => {
  const entries: JournalEntry[] = [];
  const line = (id: string, type: string, minute: number, detail: object) =>
    JSON.stringify({
      id,
      source: 'acme',
      'detail-type': type,
      time: new Date(T0 + minute * 60_000).toISOString(),
      detail: { customerId: 'ann', ...detail },
    });
  const lines = [
    line('1', 'customer.signed_up', 0, { email: 'ann@example.com' }),
    line('2', type, 1, detail),
    line('3', 'subscription.renewal_due', 60, {
      subscriptionId: 's1',
      renewsAt: '2026-04-02',
      amount: 29,
      currency: 'EUR',
    }),
  ];
  const { world } = await play(project, lines, { until: 30 * DAY, onEntry: (entry) => entries.push(entry) });
  const signals = entries.flatMap((entry) => (entry.kind === 'signal' ? [entry.value] : []));
  const moments = entries.flatMap((entry) =>
    entry.kind === 'decision' && entry.outcome === 'sent' ? [entry.moment] : [],
  );
  return { entries, signals, moments, state: await world.customer('ann'), letters: world.outbox.of('ann') };
};

const AWAY =
  'Automatic reply: I am on leave until 9 March and will not be able to respond. Sorry for any inconvenience and the delay.';

describe('a reply that a machine wrote', () => {
  it.each([
    ['by its words', { text: AWAY }],
    ['by its words, in German', { text: 'Abwesenheitsnotiz: Leider bin ich krank und kann nichts beantworten.' }],
    ['by word of the producer', { text: 'This is a horrible week. Terrible, sorry.', automatic: true }],
    ['by word of the producer, without a text', { automatic: 'true' }],
  ])('is no mood and no sign of life: %s', async (_, detail) => {
    const { entries, signals, moments, state } = await afterReply('message.replied', { channel: 'email', ...detail });
    expect(signals).toEqual([]);
    expect(state?.lastHeardAt).toBe(T0);
    expect(moments).toContain('value-recap');
    expect(moments).not.toContain('renewal-call');
    expect(moments).not.toContain('here-to-help');
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'delivery', status: 'replied', automatic: true }));
  });

  it('asks for nothing, also where it says STOP', async () => {
    const { state } = await afterReply('message.replied', { channel: 'sms', text: 'STOP', automatic: true });
    expect(JSON.stringify(state)).not.toContain('withdrawn');
  });

  it('is somebody’s own where the producer says nothing and its words say something', async () => {
    const { signals, state } = await afterReply('message.replied', { channel: 'email', text: 'It is terrible.' });
    expect(signals).toEqual([expect.closeTo(-1, 0)]);
    expect(state?.lastHeardAt).toBe(T0 + 60_000);
  });
});

describe('an answer that a machine gave, as its producer says', () => {
  it('is no mood, no answer and no sign of life', async () => {
    const { signals, state } = await afterReply('feedback.received', {
      scale: 'csat',
      score: 1,
      text: 'It is terrible.',
      automatic: true,
    });
    expect(signals).toEqual([]);
    expect(state?.answers).toEqual({});
    expect(state?.lastHeardAt).toBe(T0);
  });
});

describe('a ticket that a machine opened', () => {
  const ticket = { ticketId: 't1', subject: 'Renewal' };

  it('starts no journey where its producer says so, and is open as the help desk has it', async () => {
    const { entries, signals, state } = await afterReply('support.ticket_opened', {
      ...ticket,
      body: 'Horrible, terrible.',
      automatic: true,
    });
    expect(signals).toEqual([]);
    expect(state?.lastHeardAt).toBe(T0);
    expect(entries).not.toContainEqual(expect.objectContaining({ kind: 'entered', journey: 'first-support' }));
  });

  it('is helped with where its words alone say so: they may be misread', async () => {
    const { entries, signals, state } = await afterReply('support.ticket_opened', { ...ticket, body: AWAY });
    expect(signals).toEqual([]);
    expect(state?.lastHeardAt).toBe(T0);
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'entered', journey: 'first-support' }));
  });
});

describe('a reply with our own mail below it', () => {
  const OURS =
    'Hello, checkout is not working right for you at the moment. This is our failure, not yours. We are sorry.';

  it.each([
    'Am 02.03.2026 um 12:00 schrieb Acme <hello@acme.example>:',
    '*From:* Acme <hello@acme.example>\n*Sent:* Monday',
    '##- Please type your reply above this line -##',
    'On Mon, Mar 2, 2026 at 12:00 PM, Acme <hello@acme.example> wrote:',
  ])('counts for what is above: %s', async (frame) => {
    const text = `Thanks, all works again.\n\n${frame}\n\n${OURS}`;
    const { signals } = await afterReply('message.replied', { channel: 'email', text });
    expect(signals).toHaveLength(1);
    expect(signals[0]).toBeGreaterThan(0.25);
  });

  it('counts for nothing of ours also where the mail program says nowhere that it is ours', async () => {
    const { letters } = await afterReply('service.failure_detected', {
      failureId: 'f1',
      service: 'checkout',
      severity: 'major',
    });
    expect(letters.length).toBeGreaterThan(2);
    for (const letter of letters) {
      const text = `Thanks, all works again.\n\n${letter.text}`;
      const { signals } = await afterReply('message.replied', { channel: 'email', text });
      // Short lines of ours may be left: they dilute what was said, and never turn it.
      expect(signals, text).toHaveLength(1);
      expect(signals[0], text).toBeGreaterThan(-0.25);
    }
  });

  it('is no evidence where nothing is above', async () => {
    const text = `On Mon, Mar 2, 2026 at 12:00 PM, Acme <hello@acme.example> wrote:\n\n${OURS}`;
    expect((await afterReply('message.replied', { channel: 'email', text })).signals).toEqual([]);
  });
});

describe('a reply that begins with a number', () => {
  it('gives a score that outranks what we read in its words', async () => {
    const entries: JournalEntry[] = [];
    const line = (id: string, type: string, days: number, detail: object) =>
      JSON.stringify({
        id,
        source: 'acme',
        'detail-type': type,
        time: new Date(T0 + days * DAY).toISOString(),
        detail: { customerId: 'ann', ...detail },
      });
    const text = '5. Nothing worked last week, it was awful and I was furious.';
    const lines = [
      line('1', 'customer.signed_up', 0, { email: 'ann@example.com', plan: 'solo' }),
      line('2', 'message.replied', 12, { channel: 'email', text }),
    ];
    const { world } = await play(project, lines, { until: 13 * DAY, onEntry: (entry) => entries.push(entry) });
    const signals = entries.filter((entry) => entry.kind === 'signal');
    expect(signals).toMatchObject([
      { event: 'message.replied', because: expect.stringContaining('though the score they gave says otherwise') },
      { event: 'feedback.received', value: 1, weight: 1 },
    ]);
    expect(signals[0]?.value).toBeGreaterThan(project.catalogue.policy.mood.strong);
    expect((await world.customer('ann'))?.mood.quietUntil).toBe(0);
  });
});
