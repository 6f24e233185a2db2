import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, deploy } from '../../e2e/deploy.ts';
import { type Loopback, startLoopback } from '../../e2e/loopback.ts';
import { openStage } from '../../e2e/stage.ts';
import { until } from '../../e2e/until.ts';
import { openVenv } from '../../e2e/venv.ts';
import { benchFiles } from '../bench-journey.ts';
import type { Figure } from '../figure.ts';
import { writeFiles } from '../many-journeys.ts';
import type { Part } from '../parts.ts';
import { journeyFigures, TEMPORAL } from './journeys.ts';

const CUSTOMERS = 40;
/** Messages of one journey. */
const SENDS = 4;
const STAGE = 'bench';

const linesOf = (file: string): number => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0);

/** Deploys the bench journey and carries some customers through it. Journeys a second, from the first event to the last email. */
const measure = async ({ endpoint, env, outbox }: Loopback, out: string, tell: (what: string) => void) => {
  const workflows = join(out, 'workflows');
  writeFiles(workflows, benchFiles());
  tell('cdk bootstrap and cdk deploy');
  await bootstrap({ env, out });
  const context = { stage: STAGE, identity: 'address', workflows };
  await deploy([`tactful-${STAGE}`], { env, out, context });
  const stage = await openStage({ endpoint, outbox, prefix: `tactful-${STAGE}` });
  const signUp = async (from: number, to: number): Promise<void> => {
    const ids = Array.from({ length: to - from }, (_, index) => `c${from + index}`);
    for (let start = 0; start < ids.length; start += 10) {
      const ten = ids.slice(start, start + 10);
      const about = (id: string) => ({ customerId: id, email: `${id}@example.com`, plan: 'solo', feature: 'report' });
      await stage.tell(...ten.map((id) => ({ type: 'customer.signed_up', detail: about(id) })));
      await stage.tell(...ten.map((id) => ({ type: 'product.activated', detail: about(id) })));
    }
  };
  const sent = (count: number) =>
    until(`${count} emails`, async () => linesOf(outbox) >= count, { seconds: 300, every: 50 });
  tell('one customer, so that every function is warm');
  await signUp(0, 1);
  await sent(SENDS);
  tell(`${CUSTOMERS} customers`);
  const began = performance.now();
  await signUp(1, 1 + CUSTOMERS);
  await sent(SENDS * (1 + CUSTOMERS));
  return CUSTOMERS / ((performance.now() - began) / 1000);
};

/** The same journey deployed on a loopback AWS, its waits scaled to nothing, beside the simulator and beside Temporal. */
export const loopbackFigures: Part = async ({ tell }): Promise<Figure[]> => {
  const out = mkdtempSync(join(tmpdir(), 'tactful-bench-'));
  const program = await openVenv('loopback');
  const aws = await startLoopback(program('python'), { SFN_WAIT_SCALE: '0' });
  let value: number;
  try {
    value = await measure(aws, out, tell);
  } finally {
    await aws.stop();
    rmSync(out, { recursive: true, force: true });
  }
  tell('the simulator');
  const [simulated] = (await journeyFigures()) as [Figure];
  const beside = (what: string, other: number): Figure => ({
    figure: 'journeys deployed on a loopback AWS',
    value,
    unit: 'a second',
    reference: { what, value: other },
    ratio: value / other,
    aim: 'reported',
  });
  return [beside('the simulator', simulated.value), beside("Temporal's test server", TEMPORAL)];
};
