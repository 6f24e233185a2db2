import PostalMime, { type Email } from 'postal-mime';
import { linesOfHtml } from '../../core/reply/html.ts';
import { withoutQuotations } from '../../core/reply/quotations.ts';

/** What counts of a mail that somebody sent us. */
export interface Mail {
  /** Its sender's own key, by which a mail that comes twice is known. */
  id: string | undefined;
  /** Addresses in small letters. */
  from: string[];
  /** What they wrote themselves; empty where they wrote nothing. */
  text: string;
  /** A machine wrote it, as its head says: a notice of absence, a bounce, a list. */
  automatic: boolean;
}

/** It cannot be read, ever. */
export class MailUnreadable extends Error {
  override name = 'MailUnreadable';
}

/** In letters: more than any answer has, and less than a queue takes. */
const MOST = 60_000;
/** Of what a mail may hold in each other: ordinary ones have four. */
const DEEPEST = 32;
const MOST_HEAD = 256 * 1024;

/** Headers that no person's mail program sets, RFC 3834 and what was before it. */
const MACHINES: Record<string, RegExp> = {
  'auto-submitted': /^(?!\s*no\b)/i,
  precedence: /\b(bulk|junk|list|auto_reply)\b/i,
  'x-autoreply': /./,
  'x-autorespond': /./,
  'list-id': /./,
  'x-failed-recipients': /./,
  'return-path': /^\s*<\s*>/,
  'content-type': /^\s*multipart\/report\b/i,
};
const MACHINE = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i;

const isOfMachine = ({ headers }: Email, from: string[]): boolean =>
  from.some((address) => MACHINE.test(address)) ||
  headers.some(({ key, value }) => Object.hasOwn(MACHINES, key) && MACHINES[key]?.test(value) === true);

const addressesOf = ({ from, sender }: Email): string[] =>
  [from, sender].flatMap((one) => (one?.address === undefined ? [] : [one.address.toLowerCase()]));

/** A mail as it came over the wire, or the beginning of it. Throws MailUnreadable. */
export const readMail = async (raw: Uint8Array): Promise<Mail> => {
  let email: Email;
  try {
    email = await PostalMime.parse(raw, {
      // A mail that is attached was written by somebody else, and must not be read as their text.
      rfc822Attachments: true,
      maxNestingDepth: DEEPEST,
      maxHeadersSize: MOST_HEAD,
    });
  } catch {
    // What the parser says may quote the mail.
    throw new MailUnreadable('The mail is none that MIME describes, or holds more in each other than is read.');
  }
  const from = addressesOf(email);
  const body = email.text?.trim() ? email.text : linesOfHtml(email.html ?? '');
  return {
    id: email.messageId,
    from,
    text: withoutQuotations(body).slice(0, MOST).toWellFormed(),
    automatic: isOfMachine(email, from),
  };
};
