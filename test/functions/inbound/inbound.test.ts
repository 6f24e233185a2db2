import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { createInbound, type InboundOutcome } from '../../../functions/inbound/inbound.ts';
import { createLinks, type KeptLink } from '../../../functions/shared/link.ts';
import { replyAddress } from '../../../functions/shared/reply-address.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../support/customer.ts';
import { rawMail } from '../../support/raw-mail.ts';

const received = readFileSync(new URL('../../events/ses-received.json', import.meta.url), 'utf8');
const DOMAIN = 'reply.acme.example';
const about = { customer: 'ada', enrolment: 'e1', step: 'ask', visit: 2 };

/** Where mails come in that answer a message to Ada. */
const open = ({
  state = {},
  mail = rawMail('4\n\nIt works.'),
}: {
  state?: Partial<CustomerState>;
  mail?: Uint8Array;
} = {}) => {
  const clock = { now: T0 };
  const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '/', now: () => new Date(clock.now) });
  const targets = new Map<string, string>();
  const keep = ({ code, target }: KeptLink) => targets.set(code, target);
  const replyTo = links.reply(about);
  keep(replyTo);
  const mails = new Map([['mail/m1', mail]]);
  const sent: Record<string, unknown>[] = [];
  const counts: string[] = [];
  const inbound = createInbound({
    domain: DOMAIN,
    sender: 'hello@acme.example',
    mailbox: { read: async (key) => mails.get(key), remove: async (key) => void mails.delete(key) },
    find: async (code) => targets.get(code),
    links: async () => links,
    load: async (id) => (id === 'ada' ? { ...emptyCustomer(id, T0), ...state } : undefined),
    send: async (envelope) => void sent.push(envelope),
    count: (name, by) => counts.push([name, ...Object.values(by ?? {})].join(' ')),
  });
  const receive = (
    address = replyAddress(replyTo.code, DOMAIN),
    receipt: Record<string, unknown> = {},
    objectKey = 'mail/m1',
  ): Promise<InboundOutcome> => {
    const notice = JSON.parse(received);
    const action = { ...notice.receipt.action, objectKey };
    return inbound(
      JSON.stringify({ ...notice, receipt: { ...notice.receipt, recipients: [address], ...receipt, action } }),
    );
  };
  return { clock, links, targets, keep, replyTo, mails, sent, counts, receive, inbound };
};

describe('a mail to the address of a message', () => {
  it('is the answer of its customer to that message, and goes once it is taken', async () => {
    const { receive, sent, mails, counts } = open();
    expect(await receive()).toBe('taken');
    expect(sent).toEqual([
      {
        id: expect.stringMatching(/^mail#[0-9a-f]{32}$/),
        source: 'tactful.inbound',
        'detail-type': 'message.replied',
        time: '2026-03-02T10:00:00.000Z',
        detail: { customerId: 'ada', channel: 'email', decision: 'e1/ask/2', text: '4\n\nIt works.' },
      },
    ]);
    expect([mails.size, counts]).toEqual([0, ['Replies']]);
  });

  it('is known though a mail system made capitals of it, and stands beside others', async () => {
    const { receive, replyTo, sent } = open();
    const recipients = ['someone@acme.example', replyAddress(replyTo.code, DOMAIN).toUpperCase()];
    expect(await receive(undefined, { recipients })).toBe('taken');
    expect(sent).toHaveLength(1);
  });

  it('has the same key when it comes again by another delivery, and is done once when SES tells of it twice', async () => {
    const { receive, sent, mails } = open();
    await receive();
    expect(await receive()).toBe('gone');
    mails.set('mail/m2', rawMail('4\n\nIt works.'));
    await receive(undefined, {}, 'mail/m2');
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    mails.set('mail/m3', rawMail('5', { 'Message-ID': '<m3@mail.example.com>' }));
    await receive(undefined, {}, 'mail/m3');
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  });

  it('is said to be a machine’s where one wrote it', async () => {
    const { receive, sent } = open({ mail: rawMail('4', { 'Auto-Submitted': 'auto-replied' }) });
    expect(await receive()).toBe('taken');
    expect(sent[0]).toMatchObject({ detail: { automatic: true } });
  });

  it('from ourselves answers nothing, and is not kept', async () => {
    for (const From of ['Acme <Hello@acme.example>', `x@${DOMAIN}`]) {
      const { receive, sent, mails, counts } = open({ mail: rawMail('4', { From }) });
      expect(await receive()).toBe('ours');
      expect([sent, mails.size, counts]).toEqual([[], 0, ['RepliesOfOurs']]);
    }
  });

  it('stays where it is if intake’s queue does not take it', async () => {
    const { receive, mails, sent } = open();
    sent.push = () => {
      throw new Error('away');
    };
    await expect(receive()).rejects.toThrow('away');
    expect(mails.size).toBe(1);
  });

  it('stays for a person to look at where it cannot be read', async () => {
    const deep = Array.from({ length: 60 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}`);
    const mail = rawMail(`--b\n${deep.join('\n')}`, { 'Content-Type': 'multipart/mixed; boundary=b' });
    const { receive, mails, sent, counts } = open({ mail });
    expect(await receive()).toBe('unreadable');
    expect([mails.size, sent, counts]).toEqual([1, [], ['RepliesUnreadable']]);
  });
});

describe('a mail that is nobody’s answer stays for some days, and is counted', () => {
  const nobodys = async ({ receive, sent, mails, counts }: ReturnType<typeof open>, address?: string) => {
    expect(await receive(address)).toBe('nobodys');
    expect([sent, mails.size, counts]).toEqual([[], 1, ['RepliesFromNobody']]);
  };

  it.each([
    ['of no code', `hello@${DOMAIN}`],
    ['of a code that was made up', replyAddress('a'.repeat(24), DOMAIN)],
    ['of another domain', 'reply+aaaaaaaaaaaaaaaaaaaaaaaa@other.example'],
    ['of a part of every object', replyAddress('constructor', DOMAIN)],
  ])('to an address %s', async (_, address) => nobodys(open(), address));

  it('to one that is half a year old', async () => {
    const world = open();
    world.clock.now += 181 * DAY;
    await nobodys(world);
  });

  it('to one whose record somebody changed, or that was made for something else', async () => {
    const forged = open();
    forged.targets.set(forged.replyTo.code, `${forged.replyTo.target.slice(0, -2)}AA`);
    await nobodys(forged);
    const other = open();
    other.targets.set(other.replyTo.code, other.links.preferences('ada').split('/').at(-1) ?? '');
    await nobodys(other);
  });

  it('to somebody who was erased, or of whom nothing is known', async () => {
    await nobodys(open({ state: { erased: T0 } }));
    const stranger = open();
    const { code, target, until } = stranger.links.reply({ ...about, customer: 'bo' });
    stranger.keep({ code, target, until });
    await nobodys(stranger, replyAddress(code, DOMAIN));
  });
});

describe('what SES says of a mail', () => {
  const failed = { status: 'FAIL' };
  const none = { status: 'GRAY' };
  it.each([
    ['virus', { virusVerdict: failed }],
    ['spam', { spamVerdict: failed }],
    ['forged', { dmarcVerdict: failed }],
    ['forged', { spfVerdict: failed, dkimVerdict: none, dmarcVerdict: none }],
  ])('%s: it answers nothing', async (reason, receipt) => {
    const { receive, sent, mails, counts } = open();
    expect(await receive(undefined, receipt)).toBe('refused');
    expect([sent, mails.size, counts]).toEqual([[], 1, [`RepliesRefused ${reason}`]]);
  });

  it.each([
    ['was forwarded', { spfVerdict: failed, dmarcVerdict: none }],
    ['comes from a domain that says nothing of itself', { spfVerdict: none, dkimVerdict: none, dmarcVerdict: none }],
    ['was not asked', { dmarcVerdict: undefined }],
  ])('it is taken where it %s', async (_, receipt) => expect(await open().receive(undefined, receipt)).toBe('taken'));

  it('that is no mail is passed over, and what it says in another way comes back', async () => {
    const { inbound, counts } = open();
    for (const other of ['', 'not JSON', '{}', '"Received"', '{"notificationType":"AmazonSnsSubscriptionSucceeded"}'])
      expect(await inbound(other)).toBe('skipped');
    await expect(inbound('{"notificationType":"Received"}')).rejects.toThrow('receipt');
    expect(counts).toEqual([]);
  });
});
