import { createHash } from 'node:crypto';
import { decisionId } from '../../core/customer/decision-id.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { LinkExpired, type Links, type ReplyLink } from '../shared/link.ts';
import { codesIn } from '../shared/reply-address.ts';
import { LinkForged } from '../shared/seal.ts';
import { INBOUND } from '../shared/source.ts';
import { type Mail, MailUnreadable, readMail } from './mail.ts';
import { type Notice, readNotice, refusalOf } from './notice.ts';
import type { EventQueue, Mailbox } from './ports.ts';

export interface InboundDeps {
  /** The domain of addresses that answers go to. */
  domain: string;
  /** The address that our mail comes from. */
  sender: string;
  mailbox: Mailbox;
  /** What a code of an address stands for. */
  find: (code: string) => Promise<string | undefined>;
  links: () => Promise<Pick<Links, 'verify'>>;
  /** The item of whoever an id means by now. */
  load: (customer: string) => Promise<CustomerState | undefined>;
  send: EventQueue;
  count: (name: string, by?: Record<string, string>) => void;
}

/** `refused`: forged, spam, or a virus. `nobodys`: of no message of ours that is young enough. `gone`: taken already. */
export type InboundOutcome = 'taken' | 'refused' | 'nobodys' | 'ours' | 'unreadable' | 'gone' | 'skipped';

const COUNTED: Partial<Record<InboundOutcome, string>> = {
  taken: 'Replies',
  nobodys: 'RepliesFromNobody',
  ours: 'RepliesOfOurs',
  unreadable: 'RepliesUnreadable',
};

/**
 * Takes a mail that came in as the answer of whoever it was asked of, for intake to read. It goes as soon as it is taken;
 * what is nobody's stays in its bucket for some days, for a person to look at. Throws only for our own fault.
 */
export const createInbound =
  (deps: InboundDeps) =>
  async (body: string): Promise<InboundOutcome> => {
    const notice = readNotice(body);
    const outcome = notice ? await take(deps, notice) : 'skipped';
    const name = COUNTED[outcome];
    if (name !== undefined) deps.count(name);
    return outcome;
  };

const take = async (deps: InboundDeps, notice: Notice): Promise<InboundOutcome> => {
  const { mailbox, send, count } = deps;
  const reason = refusalOf(notice);
  if (reason !== undefined) {
    count('RepliesRefused', { Reason: reason });
    return 'refused';
  }
  const to = await repliedTo(deps, notice);
  if (to === undefined) return 'nobodys';
  const key = notice.receipt.action.objectKey;
  const raw = await mailbox.read(key);
  if (raw === undefined) return 'gone';
  const mail = await readMail(raw).catch((error: unknown) => {
    if (error instanceof MailUnreadable) return undefined;
    throw error;
  });
  if (mail === undefined) return 'unreadable';
  const isOurs = mail.from.some((address) => address === deps.sender || address.endsWith(`@${deps.domain}`));
  if (!isOurs) await send(eventOf(notice, mail, to));
  // First sent, then removed: one that comes again is known by its key.
  await mailbox.remove(key);
  return isOurs ? 'ours' : 'taken';
};

/** The message that one of its addresses is of, where that is known and its customer too. */
const repliedTo = async (
  { domain, find, links, load }: InboundDeps,
  { receipt }: Notice,
): Promise<ReplyLink | undefined> => {
  for (const code of codesIn(receipt.recipients, domain)) {
    const token = await find(code);
    const claim = token === undefined ? undefined : claimIn(await links(), token);
    if (claim === undefined) continue;
    const state = await load(claim.customer);
    // Who was erased is not made known again by an answer.
    if (state && state.erased === undefined) return claim;
  }
  return undefined;
};

const claimIn = (links: Pick<Links, 'verify'>, token: string): ReplyLink | undefined => {
  try {
    const claim = links.verify(token);
    return claim.use === 'reply' ? claim : undefined;
  } catch (error) {
    if (error instanceof LinkForged || error instanceof LinkExpired) return undefined;
    throw error;
  }
};

const eventOf = ({ mail, receipt }: Notice, { id, text, automatic }: Mail, to: ReplyLink) => ({
  id: `mail#${createHash('sha256')
    .update(id ?? mail.messageId)
    .digest('hex')
    .slice(0, 32)}`,
  source: INBOUND,
  'detail-type': 'message.replied',
  time: receipt.timestamp,
  detail: {
    customerId: to.customer,
    channel: 'email',
    decision: decisionId(to),
    ...(text === '' ? {} : { text }),
    ...(automatic && { automatic }),
  },
});
