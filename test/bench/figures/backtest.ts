import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { play } from '../../../simulator/play.ts';
import { loadProject } from '../../../simulator/project.ts';
import { inMemory } from '../../../simulator/world/storage.memory.ts';
import { backtest } from '../backtest/events.ts';
import type { Figure } from '../figure.ts';
import type { Bench } from '../parts.ts';

const EVENTS = 1_000_000;
/** Events a second. */
const AIM = 5000;
const FLAT = 1.1;
const MIB = 2 ** 20;

interface Memory {
  events: number;
  customers: number;
  /** In use after a collection beyond what was before the first event, in bytes. */
  heap: number;
  rss: number;
}

/** Collects garbage, so that what is left is what is kept. */
const collect = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

const heapUsed = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const memory = (events: number, customers: number, before: number): Memory => {
  const { rss } = process.memoryUsage();
  return { events, customers, heap: heapUsed() - before, rss };
};

const memoryInWords = ({ events, customers, heap, rss }: Memory): string =>
  `${events} events, ${customers} customers: RSS ${Math.round(rss / MIB)} MiB, heap ${Math.round(heap / MIB)} MiB, ${(heap / customers / 1024).toFixed(1)} KiB a customer`;

/** The lines, and whose they were. */
function* noting(lines: Iterable<string>, customers: Set<string>): Generator<string> {
  for (const line of lines) {
    customers.add(/"customerId":"([^"]+)"/.exec(line)?.[1] ?? '');
    yield line;
  }
}

/** Plays seeded events with the shipped workflows as `tactful play --json` does, what it prints made but not kept. */
export const backtestFigures = async ({ tell, events = EVENTS }: Bench): Promise<Figure[]> => {
  const project = await loadProject('workflows');
  const seen = new Set<string>();
  const samples: Memory[] = [];
  const looks = [0.1, 0.5, 1].map((share) => Math.round(share * events));
  const before = heapUsed();
  let measuring = 0;
  let bytes = 0;
  const began = performance.now();
  const usageBefore = process.cpuUsage();
  const seconds = (): number => (performance.now() - began - measuring) / 1000;
  await play(project, noting(backtest(events), seen), {
    storage: inMemory({ history: false }),
    onEntry: (entry) => {
      bytes += JSON.stringify(entry).length;
    },
    onLine: (line) => {
      if (line % 50_000 === 0) tell(`${line} events, ${Math.round(line / seconds())} a second`);
      if (!looks.includes(line)) return;
      const from = performance.now();
      const now = memory(line, seen.size, before);
      measuring += performance.now() - from;
      samples.push(now);
      tell(memoryInWords(now));
    },
  });
  const value = events / seconds();
  const { user, system } = process.cpuUsage(usageBefore);
  tell(`${(bytes / MIB).toFixed()} MiB of journal, ${Math.round(seconds())} s with what was still to happen`);
  const [, half, end] = samples as [Memory, Memory, Memory];
  const growth = end.heap / end.customers / (half.heap / half.customers);
  return [
    {
      figure: `backtest of ${events} events`,
      value,
      unit: 'events/s',
      ratio: value / AIM,
      aim: `at least ${AIM}`,
      met: value >= AIM,
    },
    {
      figure: 'backtest, heap a customer: end over half',
      value: growth,
      unit: 'x',
      ratio: growth / FLAT,
      aim: `at most ${FLAT}`,
      met: growth <= FLAT,
    },
    {
      figure: 'the backtest by processor time',
      value: events / ((user + system) / 1e6),
      unit: 'events/s',
      aim: 'reported',
    },
    { figure: 'backtest, RSS at the end', value: end.rss / MIB, unit: 'MiB', aim: 'reported' },
  ];
};
