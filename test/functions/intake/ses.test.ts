import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Envelope, EventRejected, readEnvelope } from '../../../functions/intake/envelope.ts';
import { fromSes } from '../../../functions/intake/ses.ts';
import { LinkForged } from '../../../functions/shared/seal.ts';

const golden = (name: string): Envelope =>
  readEnvelope(readFileSync(new URL(`../../events/${name}.json`, import.meta.url), 'utf8'));

const decision = '0123456789abcdef0123456789abcdef/send-welcome';
const read = (tags: Record<string, string | undefined>) =>
  tags.c === 'sealed' ? { customer: 'ada', decision } : undefined;

const detailOf = (event: Envelope, part: string, more: object): Envelope => ({
  ...event,
  detail: { ...event.detail, [part]: { ...(event.detail[part] as object), ...more } },
});

describe('feedback of SES', () => {
  it.each([
    ['ses-bounced-permanent', 'message.bounced', '2026-03-02T10:00:03.500Z', 'General'],
    ['ses-bounced-transient', 'message.soft_bounced', '2026-03-02T10:00:03.500Z', 'MailboxFull'],
    ['ses-rejected', 'message.rejected', '2026-03-02T10:00:04Z', 'Bad content'],
    ['ses-rendering-failed', 'message.rejected', '2026-03-02T10:00:04Z', 'RenderingFailure'],
    ['ses-delayed', 'message.delayed', '2026-03-02T10:20:40.095Z', 'TransientCommunicationFailure'],
    ['ses-complaint', 'message.complained', '2026-03-03T07:30:00.000Z', undefined],
    ['ses-delivered', 'message.delivered', '2026-03-02T10:00:04.100Z', undefined],
  ])('%s becomes %s, about the decision that the tags name', (name, type, time, cause) => {
    const event = golden(name);
    expect(fromSes(event, read)).toEqual({
      id: event.id,
      source: 'aws.ses',
      'detail-type': type,
      time,
      detail: { customerId: 'ada', channel: 'email', decision, ...(cause ? { cause } : {}) },
    });
  });

  it.each(['Transient', 'Undetermined', 'Novel'])('gives no address up for one bounce that is %s', (bounceType) => {
    const event = detailOf(golden('ses-bounced-transient'), 'bounce', { bounceType, bounceSubType: undefined });
    expect(fromSes(event, read)).toMatchObject({
      'detail-type': 'message.soft_bounced',
      detail: { cause: bounceType },
    });
  });

  it('takes no complaint from somebody who says that it was no spam', () => {
    const complaint = golden('ses-complaint');
    expect(fromSes(detailOf(complaint, 'complaint', { complaintFeedbackType: 'not-spam' }), read)).toBeUndefined();
    expect(fromSes(detailOf(complaint, 'complaint', { complaintFeedbackType: null }), read)).toMatchObject({
      'detail-type': 'message.complained',
      detail: { customerId: 'ada', decision },
    });
  });

  it('passes over opens, clicks and the like, and emails that are not ours', () => {
    expect(fromSes({ ...golden('ses-delivered'), 'detail-type': 'Email Opened' }, read)).toBeUndefined();
    expect(fromSes(detailOf(golden('ses-delivered'), 'mail', { tags: { campaign: ['x'] } }), read)).toBeUndefined();
    expect(fromSes(detailOf(golden('ses-delivered'), 'mail', { tags: undefined }), read)).toBeUndefined();
  });

  it('rejects what SES does not document, and tags that were changed, without quoting them', () => {
    const bounced = golden('ses-bounced-permanent');
    expect(() => fromSes(detailOf(bounced, 'bounce', { bounceType: 7 }), read)).toThrow(EventRejected);
    const forged = () => {
      throw new LinkForged();
    };
    expect(() => fromSes(bounced, forged)).toThrow(/not sealed with this stage's key/);
  });
});
