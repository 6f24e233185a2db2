import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ask, type RequestOptions } from './console/ask.ts';
import { nameOf, type RoleName, type Signed } from './console/everybody.ts';
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
  const readOutageLine = async () => (await tactful()).split('\n').find((line) => line.startsWith(OUTAGE_TOLD)) ?? '';
  await Promise.all(
    PEOPLE.map(({ id, isAffected }) =>
      stage.happen(id, 'customer.imported', { email: addressOf(id), plan: isAffected ? PLAN : 'solo' }),
    ),
  );
  await monitor(stage, 'service.outage_detected', OUTAGE, 'acme.shop');
  await monitor(stage, 'service.outage_detected', OUTAGE);
  await monitor(stage, 'service.outage_detected', OUTAGE);
  const affected = PEOPLE.filter(({ isAffected }) => isAffected).map(({ id }) => id);
  await until('everybody is asked', async () => /all of [\d,]+ asked/.test(await readOutageLine()), {
    every: 1000,
  });
  for (const id of affected) {
    const { outcome } = await stage.decided(id, 'disruption-notice');
    must(outcome === 'sent', `The notice to ${id} came to ${outcome}.`);
  }
  for (const { id } of PEOPLE.filter(({ isAffected }) => !isAffected))
    must(!(await isDown(stage, id)), `${id} is told of an outage of another plan.`);
  const line = await readOutageLine();
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

const WORK_PLAN = 'crowd-work';
const WORK = { failureId: 'crowd-work-outage', service: 'sync', severity: 'major', plan: WORK_PLAN };
const WORKED = Array.from({ length: 8 }, (_, number) => `crowd-work-${number}`);

/** An outage that is over, and of which billing confirms nothing: a colleague is to see to each. Whose work, and which. */
const givenWork = async (stage: Stage): Promise<Map<string, string>> => {
  await Promise.all(
    WORKED.map((id) => stage.happen(id, 'customer.imported', { email: addressOf(id), plan: WORK_PLAN })),
  );
  for (const id of WORKED) await stage.stands(id, 'is known', ({ attributes }) => attributes.plan !== undefined);
  await monitor(stage, 'service.outage_detected', WORK);
  for (const id of WORKED) await stage.decided(id, 'outage-notice');
  await monitor(stage, 'service.outage_ended', { failureId: WORK.failureId, plan: WORK_PLAN });
  const tasks = new Map<string, string>();
  for (const id of WORKED) {
    const { enrolment, step, visit } = await stage.decided(id, 'credit-by-hand');
    tasks.set(id, `${enrolment}/${step}/${visit}`);
  }
  return tasks;
};

interface CrowdSeen {
  crowd: string;
  open: number;
  taken: number;
  declined: number;
  fields: { name: string; value: string }[];
}

/** What an outage gave many to do: one entry, its list, one answer for all who wait. */
export const proveCrowdWork = async (
  { stage, env }: Run,
  { where: { url }, tokens }: Signed,
  { prove }: Proofs,
): Promise<void> =>
  prove('an outage of many is one entry in the queue with its list, and one answer reaches all who wait', async () => {
    const as = (role: RoleName, path: string, more: RequestOptions = {}) =>
      ask(url, path, { token: tokens[role].access, ...more });
    const tasks = await givenWork(stage);
    const seen = async (): Promise<CrowdSeen | undefined> =>
      (await as('agent', '/api/crowds')).json.items.find(({ fields }: CrowdSeen) =>
        fields.some(({ value }) => value === WORK.failureId),
      );
    await until('the entry has them all', async () => (await seen())?.open === WORKED.length, {
      every: 1000,
    });
    const { crowd = '' } = (await seen()) ?? {};
    const single = (await as('agent', '/api/tasks?count=200')).json.items.map(
      ({ customer }: { customer: string }) => customer,
    );
    must(!WORKED.some((id) => single.includes(id)), `In the queue stand ${single.join()}`);
    const list = (await as('agent', `/api/crowds/${crowd}/tasks?moment=credit-by-hand`)).json.items;
    const pairs = list.map(({ customer, id }: { customer: string; id: string }) => `${customer} ${id}`).toSorted();
    must(
      pairs.join() ===
        [...tasks]
          .map((one) => one.join(' '))
          .toSorted()
          .join(),
      `Its list has ${pairs.join()}`,
    );

    const [first = ''] = WORKED;
    const takeResponse = await as('agent', '/api/tasks/take', {
      method: 'POST',
      body: { customer: first, task: tasks.get(first) },
    });
    must(takeResponse.status === 200, `Taking one of them came to ${takeResponse.text}`);
    const stateOf = async (id: string) => (await stage.customer(id))?.tasks?.[tasks.get(id) ?? ''];
    await until('it is taken', async () => (await stateOf(first))?.state === 'taken');
    const answer = {
      method: 'POST',
      body: { moment: 'credit-by-hand', said: 'declined', text: 'told by status page' },
    } as const;
    const refused = await as('marketer', `/api/crowds/${crowd}/answer`, answer);
    must(refused.status === 403, `A marketer who answers got ${refused.text}`);
    const answerResponse = await as('agent', `/api/crowds/${crowd}/answer`, answer);
    must(answerResponse.status === 202, `The answer came to ${answerResponse.text}`);
    for (const id of WORKED.slice(1)) {
      await until(`${id} hears it`, async () => (await stateOf(id))?.state === 'declined', {
        every: 1000,
      });
      const readTaskEntries = async () => (await stage.timeline(id)).filter((entry) => entry.kind === 'task');
      await until(`${id} has it in their story`, async () => (await readTaskEntries()).length > 0, { every: 1000 });
      const entries = await readTaskEntries();
      must(
        entries.length === 1 && entries[0]?.reason === 'told by status page' && entries[0].by === nameOf('agent'),
        `${id} is told of ${JSON.stringify(entries)}`,
      );
    }
    must((await stateOf(first))?.state === 'taken', 'What a colleague had taken was answered with the others.');
    await until(
      'the entry is answered',
      async () => {
        const { open, taken: own, declined } = (await seen()) ?? {};
        return open === 0 && own === 1 && declined === WORKED.length - 1;
      },
      { every: 1000 },
    );
    const stopped = await as('marketer', `/api/broadcasts/${crowd}/stop`, { method: 'POST', body: {} });
    must(stopped.status === 200 && stopped.text.includes('over already'), `Stopping came to ${stopped.text}`);
    const lines = await command(process.execPath, ['cli/tactful.ts', 'broadcasts', '--stage', 'e2e'], { env });
    must(lines.includes(`answer#${crowd}#credit-by-hand`), `The command line says: ${lines}`);
  });

/** A monitor that knows a service and no customers. */
export const proveCrowd = async (run: Run, { prove }: Proofs): Promise<void> =>
  prove('an outage that a monitor reports reaches those whom it affects, once, and nobody else', () =>
    proveOutage(run),
  );
