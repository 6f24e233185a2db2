import { type Bill, emptyBill } from './bill.ts';
import type { Call } from './call.ts';
import type { Carrying, Invocation } from './functions.ts';

/** The memory of our functions in MB. Lambda gives a whole processor at 1,769 MB, and as much less of one below. */
const MEMORY = 512;
const WHOLE = 1769;

/** Milliseconds that a function waits for a call, as assumed: one region, a warm connection. */
const WAITS: Record<string, number> = {
  DynamoDB: 5,
  SQS: 10,
  EventBridge: 15,
  'Step Functions': 20,
  Scheduler: 20,
  SES: 80,
  'Secrets Manager': 20,
};

/** Of an Express run in MB, and milliseconds that Step Functions adds to each task, as assumed; it bills tenths of a second. */
const RUN_MEMORY = 64;
const PER_TASK = 30;
const TENTH = 100;

/** What happened in an account. */
export interface Tally {
  /** All but Lambda's time. */
  bill: Bill;
  calls: Record<string, number>;
  invocations: Partial<Record<Carrying, number>>;
  /** Milliseconds for which functions waited. */
  waited: number;
  /** Tasks of each run: by function, with the milliseconds for which it waited. */
  runs: { name: Carrying; waited: number }[][];
}

export const emptyTally = (): Tally => ({ bill: emptyBill(), calls: {}, invocations: {}, waited: 0, runs: [] });

const READS = new Set(['GetItem', 'Query']);

const addCall = ({ bill, calls }: Tally, { service, operation, units, input }: Call): void => {
  const name = `${service} ${operation}`;
  calls[name] = (calls[name] ?? 0) + 1;
  // DynamoDB bills a read that finds nothing too; the local one does not.
  if (READS.has(operation)) bill['DynamoDB read units'] += Math.max(units, 1);
  else bill['DynamoDB write units'] += units;
  if (service === 'SQS') bill['SQS requests']++;
  if (service === 'SES') bill['SES messages']++;
  if (service === 'EventBridge') bill['EventBridge events'] += (input.Entries as unknown[]).length;
};

const waitedFor = (calls: Call[]): number => calls.reduce((sum, { service }) => sum + (WAITS[service] ?? 0), 0);

/** A run of a machine, by the tasks in it. */
export const addRun = (tally: Tally, tasks: { name: Carrying; invocation: Invocation }[]): void => {
  tally.bill['Step Functions Express requests']++;
  tally.runs.push(tasks.map(({ name, invocation }) => ({ name, waited: waitedFor(invocation.calls) })));
};

export const addInvocation = (tally: Tally, name: Carrying, { calls, logged }: Invocation): void => {
  for (const call of calls) {
    addCall(tally, call);
  }
  tally.waited += waitedFor(calls);
  tally.invocations[name] = (tally.invocations[name] ?? 0) + 1;
  tally.bill['Lambda requests']++;
  tally.bill['CloudWatch KB of logs'] += logged / 1000;
};

/** The bill of a tally; `processor` is a typical invocation's time on a whole processor, in milliseconds, by function. */
export const billOf = ({ bill, invocations, waited, runs }: Tally, processor: (name: Carrying) => number): Bill => {
  const names = Object.entries(invocations) as [Carrying, number][];
  const busy = names.reduce((sum, [name, count]) => sum + count * processor(name), 0);
  const seconds = ((busy * WHOLE) / MEMORY + waited) / 1000;
  const lasted = runs.map((tasks) =>
    tasks.reduce((sum, task) => sum + PER_TASK + task.waited + (processor(task.name) * WHOLE) / MEMORY, PER_TASK),
  );
  const billed = lasted.reduce((sum, time) => sum + Math.ceil(time / TENTH) * TENTH, 0) / 1000;
  return {
    ...bill,
    'Lambda GB-seconds': (seconds * MEMORY) / 1024,
    'Step Functions GB-seconds': (billed * RUN_MEMORY) / 1024,
  };
};
