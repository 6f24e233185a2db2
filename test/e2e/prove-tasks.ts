import { ask, type RequestOptions } from './console/ask.ts';
import { nameOf, type RoleName, type Signed } from './console/everybody.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** Somebody who has lost trust, for whom a colleague has work; its id. */
export const givenWork = async (stage: Stage, id: string): Promise<string> => {
  await stage.happen(id, 'customer.imported', { email: addressOf(id), since: '2020-01-01' });
  await stage.happen(id, 'service.failure_detected', { failureId: `f-${id}`, service: 'checkout', severity: 'minor' });
  await stage.decided(id, 'disruption-notice');
  await stage.happen(id, 'service.restored', { failureId: `f-${id}` });
  await stage.decided(id, 'trust-question', 'sent');
  await stage.happen(id, 'feedback.received', { scale: 'trust', score: 1, answers: 'trust-question' });
  const { enrolment, step, visit } = await stage.decided(id, 'trust-call');
  return `${enrolment}/${step}/${visit}`;
};

/** Work for a person on a stage: what agents say of it in the console is done, and what nobody does is owned up to. */
export const proveTasks = async (
  { stage }: Run,
  { where: { url }, tokens }: Signed,
  { prove }: Proofs,
): Promise<void> => {
  const as = (role: RoleName, path: string, more: RequestOptions = {}) =>
    ask(url, path, { token: tokens[role].access, ...more });
  const act = (role: RoleName, verb: string, body: object) => as(role, `/api/tasks/${verb}`, { method: 'POST', body });
  const fateOf = async (id: string, task: string): Promise<string | undefined> =>
    (await stage.customer(id))?.tasks?.[task]?.state;

  await Promise.all([
    prove(
      'tasks: an agent takes one and does it, a second one is told who has it, and no letter goes out',
      async () => {
        const id = treated('tilda');
        const task = await givenWork(stage, id);
        const body = { customer: id, task };
        const refused = await act('viewer', 'take', body);
        must(refused.status === 403, `A viewer who takes got ${refused.text}`);
        const first = await act('agent', 'take', body);
        must(first.status === 200 && first.json.by === nameOf('agent'), `Taking came to ${first.text}`);
        await until('it is taken', async () => (await fateOf(id, task)) === 'taken');
        const second = await act('admin', 'take', body);
        must(second.status === 409 && second.text.includes(nameOf('agent')), `The second got ${second.text}`);
        const done = await act('agent', 'done', { ...body, outcome: 'listened', note: 'Wanted to be told earlier.' });
        must(done.status === 200, `Doing came to ${done.text}`);
        await until('it is done', async () => (await fateOf(id, task)) === 'done');
        // Nothing comes after the call, so its journey is over with the commit that heard of it, which the timeline has a little later.
        const timeline = await stage.over(id);
        must(
          !timeline.some((entry) => entry.kind === 'decision' && entry.moment === 'trust-letter'),
          'A letter went out.',
        );
        const words = timeline.filter((entry) => entry.kind === 'task').map(({ status, by }) => `${status} ${by}`);
        const who = nameOf('agent');
        must(words.join() === `taken ${who},done ${who}`, `The timeline tells: ${words.join()}`);
      },
    ),
    prove(
      'tasks: one that nobody does expires, its customer gets a letter, and the lists have what was over',
      async () => {
        const id = treated('tomas');
        const task = await givenWork(stage, id);
        const open = await as('agent', `/api/customers/${id}/tasks`);
        must(open.json.items[0]?.id === task && open.json.items[0].text !== '', `They have ${open.text}`);
        await stage.decided(id, 'trust-letter');
        must((await fateOf(id, task)) === 'expired', `It is ${await fateOf(id, task)}.`);
        await until(
          'it is in the list of what is over',
          async () =>
            (await as('agent', '/api/tasks?list=over')).json.items.some((one: { id: string }) => one.id === task),
          { every: 500 },
        );
      },
    ),
  ]);
};
