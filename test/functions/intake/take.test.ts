import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { IntakeAnswer } from '../../../functions/intake/answer.ts';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import { createTake } from '../../../functions/intake/take.ts';

const golden = (name: string): string => readFileSync(new URL(`../../events/${name}.json`, import.meta.url), 'utf8');

const open = () => {
  const events: unknown[] = [];
  const rejected: [string, string][] = [];
  const counts: unknown[] = [];
  const intake = vi.fn(async (raw: unknown): Promise<IntakeAnswer> => {
    events.push(typeof raw === 'string' ? JSON.parse(raw) : raw);
    return { status: 'applied', customer: 'ada' };
  });
  const tagReader = vi.fn(async () => () => ({ customer: 'ada', decision: 'e1/send-welcome' }));
  const take = createTake({
    intake,
    tagReader,
    correspondentAt: async (number) =>
      number === '+14255550182' ? { customer: 'ada', decision: 'e1/ask/2' } : undefined,
    rejects: async ({ reason }, raw) => void rejected.push([reason, raw]),
    keepPast: async () => {},
    count: (name, by) => counts.push(by ? [name, by] : name),
  });
  return { take, intake, tagReader, events, rejected, counts };
};

describe('taking a message of the intake queue', () => {
  it('gives an event to intake as it came, and asks for no key', async () => {
    const { take, events, tagReader, counts } = open();
    const event = { id: 'e1', source: 'shop', 'detail-type': 'purchase.made', detail: { note: 'bought at "aws.ses"' } };
    expect(await take(JSON.stringify(event))).toBe('applied');
    expect(events).toEqual([event]);
    expect(tagReader).not.toHaveBeenCalled();
    expect(counts).toEqual(['Applied']);
  });

  it('gives feedback of SES to intake as our own event', async () => {
    const { take, events, counts } = open();
    expect(await take(golden('ses-bounced-permanent'))).toBe('applied');
    expect(events).toMatchObject([{ 'detail-type': 'message.bounced', detail: { customerId: 'ada' } }]);
    expect(await take(golden('ses-delivered').replace('Email Delivered', 'Email Opened'))).toBe('skipped');
    expect(counts).toEqual(['Applied', 'Skipped']);
  });

  it('gives what became of a text to intake as our own event', async () => {
    const { take, events, counts } = open();
    expect(await take(golden('sms-invalid'))).toBe('applied');
    expect(events).toMatchObject([{ 'detail-type': 'message.bounced', detail: { customerId: 'ada', channel: 'sms' } }]);
    expect(await take(golden('sms-invalid').replace('TEXT_INVALID', 'TEXT_QUEUED'))).toBe('skipped');
    expect(counts).toEqual(['Applied', 'Skipped']);
  });

  it('gives an answer by text to intake as an answer to what we last wrote to that number', async () => {
    const { take, events, counts } = open();
    expect(await take(golden('sms-inbound'))).toBe('applied');
    expect(events).toEqual([
      {
        id: 'cae173d2-66b9-564c-8309-21f858e9fb84',
        source: 'aws.sms-voice',
        'detail-type': 'message.replied',
        detail: { customerId: 'ada', channel: 'sms', decision: 'e1/ask/2', text: 'Stop' },
      },
    ]);
    expect(counts).toEqual(['Applied']);
  });

  it('passes over texts from a number that we never wrote to, and counts them', async () => {
    const { take, events, rejected, counts } = open();
    expect(await take(golden('sms-inbound').replace('+14255550182', '+14255550183'))).toBe('skipped');
    expect({ events, rejected }).toEqual({ events: [], rejected: [] });
    expect(counts).toEqual(['TextsFromNobody', 'Skipped']);
  });

  it('takes an event of a system that looks like a text for what it is', async () => {
    const { take, intake } = open();
    for (const name of ['sms-inbound', 'sms-invalid']) {
      const event = JSON.stringify({ ...JSON.parse(golden(name)), source: 'shop' });
      await take(event);
      expect(intake).toHaveBeenLastCalledWith(event);
    }
  });

  it('puts what cannot be taken with the rejects, with its reason, and goes on', async () => {
    const { take, intake, rejected, counts } = open();
    intake.mockRejectedValue(new EventRejected('unknown-type', 'No event "x".'));
    expect(await take('{"id":"e1"}')).toBe('rejected');
    expect(rejected).toEqual([['unknown-type', '{"id":"e1"}']]);
    expect(counts).toEqual([['Rejections', { Reason: 'unknown-type' }], 'Rejected']);
  });

  it('keeps what came too late with the rejects, beside what was taken of it', async () => {
    const { take, intake, rejected, counts } = open();
    const stale = new EventRejected('stale', 'It came late.');
    intake.mockResolvedValue({ status: 'stale', customer: 'ada', stale } as never);
    expect(await take('{"id":"e1"}')).toBe('stale');
    expect(rejected).toEqual([['stale', '{"id":"e1"}']]);
    expect(counts).toEqual(['Stale']);
  });

  it('counts each field that an event was taken without, by its name and nothing that stood in it', async () => {
    const { take, intake, rejected, counts } = open();
    const leftOut = { event: 'customer.signed_up', fields: ['phone', 'zone'] };
    intake.mockResolvedValue({ status: 'applied', customer: 'ada', leftOut });
    expect(await take('{"id":"e1"}')).toBe('applied');
    expect(counts).toEqual([
      ['FieldsLeftOut', { Event: 'customer.signed_up', Field: 'phone' }],
      ['FieldsLeftOut', { Event: 'customer.signed_up', Field: 'zone' }],
      'Applied',
    ]);
    expect(rejected).toEqual([]);
  });

  it('fails for what is our own fault, so that the event comes back', async () => {
    const { take, intake, rejected, counts } = open();
    intake.mockRejectedValue(new Error('throttled'));
    await expect(take('{}')).rejects.toThrow('throttled');
    expect([rejected, counts]).toEqual([[], []]);
  });
});
