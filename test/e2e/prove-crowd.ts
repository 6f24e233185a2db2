import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Run } from './open-run.ts';
import { addressOf } from './people.ts';
import { run as command } from './process.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

const PLAN = 'crowd';
const OUTAGE = { failureId: 'crowd-outage', service: 'sync', severity: 'minor', plan: PLAN };

/** What is told of it is called so. */
const OUTAGE_TOLD = `service.outage_detected#${OUTAGE.failureId}`;

/** Some dozens: each third has the plan that is down. */
const PEOPLE = Array.from({ length: 36 }, (_, number) => ({ id: `crowd-${number}`, isAffected: number % 3 === 0 }));

/** A monitor knows no customers, and has a source of its own. */
const monitor = async ({ bus, prefix }: Stage, type: string, detail: object, source = 'acme.monitoring') => {
  const entry = { EventBusName: prefix, Source: source, DetailType: type, Detail: JSON.stringify(detail) };
  const { FailedEntryCount } = await bus.send(new PutEventsCommand({ Entries: [entry] }));
  must(FailedEntryCount === 0, `The bus did not take ${type}.`);
};

const isDown = async (stage: Stage, id: string): Promise<boolean> =>
  (await stage.customer(id))?.incidents[`failure:${OUTAGE.failureId}`]?.openedAt !== undefined;

const proveOutage = async ({ stage, env }: Run): Promise<void> => {
  const tactful = (...words: string[]) =>
    command(process.execPath, ['cli/tactful.ts', 'broadcasts', ...words, '--stage', 'e2e'], { env });
  // Other proofs tell everybody something, too.
  const told = async () => (await tactful()).split('\n').find((line) => line.startsWith(OUTAGE_TOLD)) ?? '';
  await Promise.all(
    PEOPLE.map(({ id, isAffected }) =>
      stage.happen(id, 'customer.imported', { email: addressOf(id), plan: isAffected ? PLAN : 'solo' }),
    ),
  );
  await monitor(stage, 'service.outage_detected', OUTAGE, 'acme.shop');
  await monitor(stage, 'service.outage_detected', OUTAGE);
  await monitor(stage, 'service.outage_detected', OUTAGE);
  const affected = PEOPLE.filter(({ isAffected }) => isAffected).map(({ id }) => id);
  await until('everybody is asked', async () => /all of [\d,]+ asked/.test(await told()), {
    seconds: 120,
    every: 2000,
  });
  for (const id of affected) {
    const { outcome } = await stage.decided(id, 'disruption-notice');
    must(outcome === 'sent', `The notice to ${id} came to ${outcome}.`);
  }
  for (const { id } of PEOPLE.filter(({ isAffected }) => !isAffected))
    must(!(await isDown(stage, id)), `${id} is told of an outage of another plan.`);
  const line = await told();
  must(line.includes(`${affected.length} told`), `This is said of it: ${line}`);
  await monitor(stage, 'service.outage_ended', { failureId: OUTAGE.failureId, plan: PLAN });
  for (const id of affected)
    await stage.stands(
      id,
      'knows that it is over',
      ({ incidents }) => incidents[`failure:${OUTAGE.failureId}`]?.closedAt !== undefined,
    );
  for (const id of affected) {
    const entered = (await stage.timeline(id)).filter(({ kind }) => kind === 'entered');
    must(entered.length === 1, `${id} entered ${entered.length} journeys.`);
  }
  const stopped = await tactful('--stop', OUTAGE_TOLD);
  must(stopped.includes('over already'), `Stopping what is over said: ${stopped}`);
};

/** A monitor that knows a service and no customers. */
export const proveCrowd = async (run: Run, { prove }: Proofs): Promise<void> =>
  prove('an outage that a monitor reports reaches those whom it affects, once, and nobody else', () =>
    proveOutage(run),
  );
