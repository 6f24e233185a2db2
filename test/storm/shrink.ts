import type { Violation } from './oracle/ledger.ts';
import { runStorm, START, type StormOptions } from './storm.ts';
import { trafficOf } from './traffic.ts';

type Alone = NonNullable<StormOptions['alone']>;

const RUNS = 600;

/** Takes away what the failure does not need: all, then halves, then one by one. */
const fewer = async (all: readonly string[], stillFails: (some: string[]) => Promise<boolean>): Promise<string[]> => {
  if (all.length > 0 && (await stillFails([]))) return [];
  let remaining = [...all];
  for (let size = Math.ceil(remaining.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < remaining.length; ) {
      const without = remaining.toSpliced(at, size);
      if (await stillFails(without)) remaining = without;
      else at += size;
    }
  }
  return remaining;
};

/** The same broken promise with one customer, as few of their events and of what went wrong as still show it. */
const smallest = async (options: StormOptions, invariant: string, index: number): Promise<Alone | undefined> => {
  const { seed, days, stories = [1, 4] } = options;
  let runs = 0;
  const run = async (alone: Alone) => {
    const { violations, last } = await runStorm({ ...options, alone });
    return { fails: violations.some((violation) => violation.invariant === invariant), last };
  };
  const fails = async (alone: Alone): Promise<boolean> => runs++ < RUNS && (await run(alone)).fails;
  let alone: Alone = { customer: index };
  const whole = await run(alone);
  if (!whole.fails) return undefined;
  const traffic = trafficOf({ seed, index, customer: `c${index}-${seed}`, start: START, days, stories });
  let events = traffic.map(({ event }) => event.id);
  let mishaps = whole.last.map(({ key }) => key);
  for (let before = 0; before !== events.length + mishaps.length; ) {
    before = events.length + mishaps.length;
    const candidate = events.length === traffic.length ? alone : { ...alone, events: new Set(events) };
    mishaps = await fewer(mishaps, (some) => fails({ ...candidate, mishaps: new Set(some) }));
    alone = { ...alone, mishaps: new Set(mishaps) };
    events = await fewer(events, (some) => fails({ ...alone, events: new Set(some) }));
    alone = { ...alone, events: new Set(events) };
  }
  return alone;
};

const sizeOf = ({ events, mishaps }: Alone): number => (events?.size ?? 0) + (mishaps?.size ?? 0);

/** Of the first few customers to whom it happened. */
const FEW = 3;

/** What the smallest case of the first broken promise is, how to play it again, and all that happens in it. */
export const shrink = async (options: StormOptions, violations: Violation[]): Promise<string> => {
  const { invariant = 'I1' } = violations[0] ?? {};
  const customers = new Set(violations.filter((one) => one.invariant === invariant).map(({ customer }) => customer));
  const cases: Alone[] = [];
  for (const customer of [...customers].slice(0, FEW)) {
    const smallestCase = await smallest(options, invariant, Number(customer.slice(1).split('-')[0]));
    if (smallestCase) cases.push(smallestCase);
  }
  const [alone] = cases.sort((one, two) => sizeOf(one) - sizeOf(two));
  if (!alone) return `  It takes more than one of the customers ${[...customers].slice(0, FEW).join()} alone.`;
  const index = alone.customer;
  const lines: string[] = [];
  const { last } = await runStorm({ ...options, alone, trace: (text) => lines.push(text) });
  const until = lines.findIndex((text) => text.includes(`BROKEN ${invariant}`)) + 1 || lines.length;
  const { seed, days, stories = [1, 4] } = options;
  const [events = [], mishaps = []] = [[...(alone.events ?? [])], [...(alone.mishaps ?? [])]];
  const flags = [
    ...[`--seed ${seed}`, `--customer ${index}`, `--days ${days}`, `--stories ${stories.join('-')}`],
    ...[`--events "${events.map((id) => id.split('-').at(-1)).join()}"`, `--mishaps "${mishaps.join()}"`],
  ];
  return [
    `  The smallest case found has ${events.length} events and ${last.length} mishaps. To play it again:`,
    `    npm run -s storm -- ${flags.join(' ')}`,
    ...last.map(({ at, what }) => `    mishap at ${new Date(at).toISOString().slice(5, 23)}: ${what}`),
    ...lines.slice(0, until).map((text) => `      ${text.slice(0, 200)}`),
    ...(until < lines.length ? [`      and ${lines.length - until} lines more.`] : []),
  ].join('\n');
};
