import type { Evident } from '../../../core/customer/model/incoming.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { daysOfQuiet, type Happening } from '../../support/days-of-quiet.ts';

/** Something that happens so long after its sign's day began. */
type Late = Omit<Happening, 'at'> & { after: number };

/** What one sign is, and what comes a day after the last of them. */
interface Kind {
  name: string;
  sign: (number: number) => Late[];
  after?: Late[];
}

const wrote = (value: number, weight: number): Evident[] => [{ value, weight, because: 'wrote it', of: 'text' }];
const gave = (score: number): Late => ({
  after: 0,
  type: 'feedback.received',
  signals: [{ value: (score - 3) / 2, weight: 1, because: 'scored', of: 'score' }],
});

const opened = (number: number, value: number): Late => ({
  after: 0,
  type: 'support.ticket_opened',
  fields: { ticketId: `t${number}`, subject: 'Help' },
  signals: wrote(value, 0.5),
});
const solved = (number: number): Late => ({
  after: 6 * HOUR,
  type: 'support.ticket_resolved',
  fields: { ticketId: `t${number}` },
});

const failed = (number: number): Late => ({
  after: 0,
  type: 'service.failure_detected',
  fields: { failureId: `f${number}`, service: 'checkout', severity: 'minor' },
  signals: [{ value: -0.5, weight: 1, because: 'It failed.', of: 'event' }],
});
const restored = (number: number): Late => ({
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
const daysOf = ({ sign, after = [] }: Kind, count: number, catalogue: Catalogue): Promise<number> => {
  const at = (day: number, one: Late): Happening => ({ ...one, at: T0 + day * DAY + one.after });
  const signs = Array.from({ length: count }, (_, day) => sign(day).map((one) => at(day, one)));
  return daysOfQuiet([...signs.flat(), ...after.map((one) => at(count, one))], catalogue);
};

const HEAD = ['a sign a day', ...Array.from({ length: MOST }, (_, count) => String(count + 1))];

/** What one to five signs cost, as a table. */
export const quietTable = async (catalogue: Catalogue): Promise<string> => {
  const rows = await Promise.all(
    KINDS.map(async (kind) => {
      const days = Array.from({ length: MOST }, (_, count) => daysOf(kind, count + 1, catalogue));
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
