import type { Evident, IncomingEvent } from '../../../core/customer/model/incoming.ts';
import { type CustomerState, emptyCustomer } from '../../../core/customer/model/state.ts';
import { reduce } from '../../../core/customer/reduce.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';

/** Something that happens so long after its sign's day began. */
interface Happening {
  after: number;
  type: string;
  fields?: Record<string, unknown>;
  signals?: Evident[];
}

/** What one sign is, and what comes a day after the last of them. */
interface Kind {
  name: string;
  sign: (number: number) => Happening[];
  after?: Happening[];
}

const wrote = (value: number, weight: number): Evident[] => [{ value, weight, because: 'wrote it', of: 'text' }];
const gave = (score: number): Happening => ({
  after: 0,
  type: 'feedback.received',
  signals: [{ value: (score - 3) / 2, weight: 1, because: 'scored', of: 'score' }],
});

const opened = (number: number, value: number): Happening => ({
  after: 0,
  type: 'support.ticket_opened',
  fields: { ticketId: `t${number}`, subject: 'Help' },
  signals: wrote(value, 0.5),
});
const solved = (number: number): Happening => ({
  after: 6 * HOUR,
  type: 'support.ticket_resolved',
  fields: { ticketId: `t${number}` },
});

const failed = (number: number): Happening => ({
  after: 0,
  type: 'service.failure_detected',
  fields: { failureId: `f${number}`, service: 'checkout', severity: 'minor' },
  signals: [{ value: -0.5, weight: 1, because: 'It failed.', of: 'event' }],
});
const restored = (number: number): Happening => ({
  after: 2 * HOUR,
  type: 'service.restored',
  fields: { failureId: `f${number}` },
});

const KINDS: Kind[] = [
  {
    name: 'a ticket that asks or grumbles (-0.4), solved after six hours',
    sign: (number) => [opened(number, -0.4), solved(number)],
  },
  { name: 'a strong ticket (-0.9), solved after six hours', sign: (number) => [opened(number, -0.9), solved(number)] },
  { name: 'a strong ticket (-0.9) that nobody solves', sign: (number) => [opened(number, -0.9)] },
  { name: 'a strong review (-0.9)', sign: () => [{ after: 0, type: 'review.posted', signals: wrote(-0.9, 0.5) }] },
  { name: '2 of 5 when asked', sign: () => [gave(2)] },
  { name: '1 of 5 when asked', sign: () => [gave(1)] },
  { name: '1 of 5 when asked, and 5 of 5 a day after the last', sign: () => [gave(1)], after: [gave(5)] },
  { name: 'a failure, over after two hours', sign: (number) => [failed(number), restored(number)] },
  { name: 'a failure that nobody ends', sign: (number) => [failed(number)] },
];

const MOST = 5;
const T0 = Date.parse('2026-03-02T10:00:00Z');

/** Days in all of negative mood that so many signs cost, one a day. */
export const daysOfQuiet = async ({ sign, after = [] }: Kind, count: number, catalogue: Catalogue): Promise<number> => {
  const assignment = { holdout: () => false, arm: () => '' };
  const deps = { catalogue, paused: new Set<string>(), assignment, catalogueNumber: 1 };
  const signs = Array.from({ length: count }, (_, day) =>
    sign(day).map((one) => ({ ...one, at: T0 + day * DAY + one.after })),
  );
  const all = [...signs.flat(), ...after.map((one) => ({ ...one, at: T0 + count * DAY + one.after }))];
  let state: CustomerState = emptyCustomer('ada', T0);
  let quiet = 0;
  for (const [index, { at, type, fields = {}, signals = [] }] of all.entries()) {
    const event: IncomingEvent = {
      id: `e${index}`,
      type,
      at: new Date(at).toISOString(),
      fields: { customerId: 'ada', ...fields },
      signals,
    };
    state = (await reduce(state, { kind: 'event', event }, at, deps)).state ?? state;
    const next = all[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    quiet += Math.max(0, Math.min(state.mood.negativeUntil, next) - at);
  }
  return quiet / DAY;
};

const HEAD = ['a sign a day', ...Array.from({ length: MOST }, (_, count) => String(count + 1))];

/** What one to five signs cost, as a table. */
export const quietTable = async (catalogue: Catalogue): Promise<string> => {
  const rows = await Promise.all(
    KINDS.map(async (kind) => {
      const days = Array.from({ length: MOST }, (_, count) => daysOfQuiet(kind, count + 1, catalogue));
      return [kind.name, ...(await Promise.all(days)).map((quiet) => quiet.toFixed(1))];
    }),
  );
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const MARKED = /(<!-- days of quiet -->\n)[\s\S]*?(<!-- \/days of quiet -->)/;

/** The page with its table as the code has it. */
export const withQuietTable = async (page: string, catalogue: Catalogue): Promise<string> => {
  const table = await quietTable(catalogue);
  if (!MARKED.test(page)) throw new Error('docs/sentiment.md has no <!-- days of quiet --> for its table.');
  return page.replace(MARKED, (_, begins: string, ends: string) => `${begins}\n${table}\n\n${ends}`);
};
