import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { readFiles } from '../../../language/read/read.ts';
import { openWorld } from '../../../simulator/open-world.ts';
import type { Project } from '../../../simulator/project.ts';
import { inMemory } from '../../../simulator/world/storage.memory.ts';
import { benchFiles } from '../bench-journey.ts';
import { type Figure, median } from '../figure.ts';

/** Temporal's time-skipping test server on a machine like the ones this project is built on, a second. */
export const TEMPORAL = 26;
const CUSTOMERS = 2000;

const project = (): Pick<Project, 'catalogue' | 'machines'> => {
  const { definitions, problems } = readFiles(benchFiles());
  if (!definitions) throw new Error(problems.map(({ message }) => message).join('\n'));
  const catalogue = compileCatalogue(definitions, {});
  return { catalogue, machines: { bench: compileMachine(definitions.journeys.bench!, catalogue) } };
};

/** Carries all customers through. How many in a second, and in a second of the processor, collecting garbage included. */
const carry = async (): Promise<{ wall: number; processor: number }> => {
  const start = Date.parse('2026-03-02T09:00:00Z');
  const world = openWorld(project(), { now: start, storage: inMemory({ history: false }) });
  const began = performance.now();
  const usageBefore = process.cpuUsage();
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    await world.arrive({
      id: `e${customer}`,
      source: 'bench',
      'detail-type': 'customer.signed_up',
      time: new Date(start).toISOString(),
      detail: { customerId: `c${customer}`, email: `c${customer}@example.com`, plan: 'solo' },
    });
  }
  await world.passUntil(start + 30 * 86_400_000);
  const seconds = (performance.now() - began) / 1000;
  if (world.outbox.count() !== 4 * CUSTOMERS)
    throw new Error(`${world.outbox.count()} messages instead of ${4 * CUSTOMERS}`);
  const { user, system } = process.cpuUsage(usageBefore);
  return { wall: CUSTOMERS / seconds, processor: CUSTOMERS / ((user + system) / 1e6) };
};

/** Journeys of 4 sends, 3 waits and a listen that the simulator carries through in a second: the median of three worlds. */
export const journeyFigures = async (): Promise<Figure[]> => {
  const runs = [await carry(), await carry(), await carry()];
  const value = median(runs.map(({ wall }) => wall));
  return [
    {
      figure: 'simulated journeys (4 sends, 3 waits, 1 listen)',
      value,
      unit: 'a second',
      reference: { what: "Temporal's test server", value: TEMPORAL },
      ratio: value / TEMPORAL,
      aim: 'at least 100 times',
      met: value / TEMPORAL >= 100,
    },
    {
      figure: 'the same by processor time',
      value: median(runs.map(({ processor }) => processor)),
      unit: 'a second',
      aim: 'reported',
    },
  ];
};
