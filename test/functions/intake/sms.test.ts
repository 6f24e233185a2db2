import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import { fromInbound, fromStatus, textIn } from '../../../functions/intake/sms.ts';
import { LinkForged } from '../../../functions/shared/seal.ts';

const golden = (name: string): string => readFileSync(new URL(`../../events/${name}.json`, import.meta.url), 'utf8');

const decision = '0123456789abcdef0123456789abcdef/send-welcome/1';
const read = (tags: Record<string, string | undefined>) =>
  tags.c === 'sealed' ? { customer: 'ada', decision } : undefined;

const statusOf = (more: object = {}) => {
  const text = textIn(JSON.stringify({ ...JSON.parse(golden('sms-invalid')), ...more }));
  if (text?.kind !== 'status') throw new Error('not a status');
  return text;
};

describe('what became of a text', () => {
  it.each([
    ['TEXT_DELIVERED', 'message.delivered'],
    ['TEXT_SUCCESSFUL', 'message.delivered'],
    ['TEXT_INVALID', 'message.bounced'],
    ['TEXT_UNREACHABLE', 'message.soft_bounced'],
    ['TEXT_CARRIER_UNREACHABLE', 'message.soft_bounced'],
    ['TEXT_TTL_EXPIRED', 'message.soft_bounced'],
    ['TEXT_BLOCKED', 'message.soft_bounced'],
    ['TEXT_INVALID_MESSAGE', 'message.rejected'],
    ['TEXT_CARRIER_BLOCKED', 'message.rejected'],
    ['TEXT_SPAM', 'message.rejected'],
    ['TEXT_PROTECT_BLOCKED', 'message.rejected'],
  ])('%s becomes %s, about the decision that the context names', (eventType, type) => {
    const event = fromStatus(statusOf({ eventType }), read);
    expect(event).toEqual({
      id: `862a8790-60c0-4430-9b2b-658bdexample#${eventType}`,
      source: 'aws.sms-voice',
      'detail-type': type,
      time: '2026-03-02T10:00:03.470Z',
      detail: {
        customerId: 'ada',
        channel: 'sms',
        decision,
        ...(type === 'message.delivered' ? {} : { cause: eventType }),
      },
    });
  });

  it.each(['TEXT_QUEUED', 'TEXT_PENDING', 'TEXT_SENT', 'TEXT_UNKNOWN', 'TEXT_OF_TOMORROW'])(
    'nothing is learned from %s',
    (eventType) => expect(fromStatus(statusOf({ eventType }), read)).toBeUndefined(),
  );

  it('a text of another sender of the account is passed over, a context that was changed is rejected', () => {
    expect(fromStatus(statusOf({ context: undefined }), read)).toBeUndefined();
    const forged = () => {
      throw new LinkForged();
    };
    expect(() => fromStatus(statusOf(), forged)).toThrow(EventRejected);
    expect(() => fromStatus(statusOf(), forged)).toThrow(/not sealed with this stage's key/);
  });
});

describe('a text that somebody sent us', () => {
  it('is an answer to the message that we last wrote, known by its own id', () => {
    const text = textIn(golden('sms-inbound'));
    expect(text?.kind).toBe('inbound');
    expect(text?.kind === 'inbound' && fromInbound(text, { customer: 'ada', decision }, undefined)).toEqual({
      id: 'cae173d2-66b9-564c-8309-21f858e9fb84',
      source: 'aws.sms-voice',
      'detail-type': 'message.replied',
      detail: { customerId: 'ada', channel: 'sms', decision, text: 'Stop' },
    });
  });

  it.each([
    '{"inboundMessageId":',
    '{"id":"e1","source":"shop","detail":{"inboundMessageId":"m"}}',
    '{"id":"e1","source":"shop","originationNumber":"+1","messageBody":"x","inboundMessageId":"m"}',
    '{"inboundMessageId":"m","messageBody":7}',
  ])('is not %s', (body) => expect(textIn(body)).toBeUndefined());
});
