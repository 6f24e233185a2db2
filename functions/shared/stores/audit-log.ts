import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { digest } from '../../../core/hash.ts';

/** Who says who somebody is: the user pool where they signed in, IAM, or nobody but themselves. */
const Voucher = z.enum(['sign-in', 'iam', 'nobody']);

const line = {
  /** Whoever did it: the name they sign in by, or the ARN of their session. */
  who: z.object({ name: z.string(), vouched: Voucher }),
  /** What they did it as: a role of the console (`publisher`), or a right of an operator (`operate-erase`). */
  right: z.string(),
  /** When, an instant in UTC. */
  at: z.iso.datetime(),
  /** What was done, as the route or the command is called: `pause`, `erase`. */
  act: z.string(),
  /** What it was done to: `customer`, `journey`, `version`, `draft`, …, and which. */
  subject: z.object({ kind: z.string(), id: z.string() }).optional(),
  /** What was asked beside that, as which queue, or how much of a customer. */
  given: z.json().optional(),
  /** What was so before, and what is to be so: never anything of a customer's, and no text that somebody wrote. */
  before: z.json().optional(),
  after: z.json().optional(),
  /** Given where it came to nothing; else it was done. */
  outcome: z.enum(['refused', 'failed']).optional(),
  /** Of the request that asked for it, by which logs and CloudTrail have the rest. */
  request: z.string(),
};

/** An act of a person, as it is handed to the log. */
export type Act = z.infer<z.ZodObject<typeof line>>;

/** A line of the log. A customer stands in it by a keyed hash of their id. */
export const AuditLine = z.object({ format: z.literal(1), id: z.string(), ...line });
export type AuditLine = z.infer<typeof AuditLine>;

export interface AuditQuery {
  /** Where a page before ended. */
  after?: string | undefined;
  /** Lines of a page; 50 if not given. A page may have fewer although there are more. */
  count?: number | undefined;
  /** Only what was done to this, such as one customer by their id. */
  about?: Act['subject'] | undefined;
}

export interface AuditPage {
  items: AuditLine[];
  next?: string;
}

/** Port: what people did here, for those who answer for it. Lines are added and never changed. */
export interface AuditLog {
  /** Adds a line. The same said twice of one request at one time is one line. */
  append(act: Act): Promise<void>;
  /** Lines, newest first. */
  page(query?: AuditQuery): Promise<AuditPage>;
}

/** Lines of a page where nobody says how many. */
export const AUDIT_PAGE = 50;

/**
 * What a subject is called in the log. Of a customer it is a hash with a key: it outlives their erasure, which is a line
 * itself, and without key and id nobody learns from it whom it is about.
 */
export const auditedSubject = (key: string, { kind, id }: NonNullable<Act['subject']>): NonNullable<Act['subject']> => {
  if (kind !== 'customer') return { kind, id };
  const hash = createHmac('sha256', key)
    .update(JSON.stringify(['audited', id]))
    .digest('hex');
  return { kind, id: hash.slice(0, 40) };
};

/** An act as a line of the log. */
export const auditLine = (key: string, { subject, ...act }: Act): AuditLine => {
  const { at, request, outcome = 'done', given, before, after } = act;
  const what = JSON.stringify([given, before, after]);
  return {
    format: 1,
    id: digest([at, request, act.act, outcome, subject?.kind ?? '', subject?.id ?? '', what], 16),
    ...act,
    ...(subject && { subject: auditedSubject(key, subject) }),
  };
};

/** Acts, a line each: of what was written before an act and what was afterwards, all that either says. */
export const auditedActs = (lines: readonly AuditLine[]): AuditLine[] => {
  const acts = new Map<string, AuditLine>();
  for (const line of lines) {
    const act = JSON.stringify([line.request, line.act, line.subject]);
    acts.set(act, { ...line, ...acts.get(act) });
  }
  return [...acts.values()];
};
