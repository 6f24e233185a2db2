import type { Run } from '../open-run.ts';
import { addressOf, treated } from '../people.ts';
import { must, type Proofs } from '../proofs.ts';
import { until } from '../until.ts';
import { ask, type RequestOptions } from './ask.ts';
import { nameOf, type RoleName, type Signed } from './everybody.ts';

/** That admins say who may sign in, and that a draft is tried on what came to the stage. */
export const proveUsers = async (run: Run, { where: { url }, tokens }: Signed, { prove }: Proofs): Promise<void> => {
  const as = (role: RoleName, path: string, more: RequestOptions = {}) =>
    ask(url, path, { token: tokens[role].access, ...more });

  await prove('console: an admin invites a colleague, changes what they may, and locks them out', async () => {
    const email = 'newcomer@acme.example';
    const refused = await as('publisher', '/api/users', { method: 'POST', body: { email, roles: ['admin'] } });
    must(refused.status === 403, `A publisher who invites got ${refused.status}.`);
    const invited = await as('admin', '/api/users', { method: 'POST', body: { email, roles: ['viewer'] } });
    must(invited.status === 201, `The invitation came to ${invited.text}`);
    const again = await as('admin', '/api/users', { method: 'POST', body: { email, roles: ['viewer'] } });
    must(again.status === 409, `A second invitation came to ${again.text}`);
    const path = `/api/users/${encodeURIComponent(invited.json.user)}`;
    const rolesResponse = await as('admin', `${path}/roles`, { method: 'PUT', body: { roles: ['agent'] } });
    must(rolesResponse.status === 200, `Roles came to ${rolesResponse.text}`);
    const out = await as('admin', `${path}/access`, { method: 'PUT', body: { isEnabled: false } });
    must(out.status === 200, `Locking out came to ${out.text}`);
    const { json } = await as('admin', '/api/users');
    const user = json.items.find(({ name }: { name: string }) => name === email);
    must(
      user?.isEnabled === false && user.roles.join() === 'agent',
      `The list has ${JSON.stringify(user ?? json.items)}`,
    );
    const me = json.items.find(({ name }: { name: string }) => name === nameOf('admin'));
    must(me?.isMe === true, 'An admin does not know themselves.');
    const fewer = await as('admin', `/api/users/${encodeURIComponent(me.user)}/roles`, {
      method: 'PUT',
      body: { roles: ['viewer'] },
    });
    must(fewer.status === 409, `An admin who gives up being one got ${fewer.status}.`);
  });

  await prove('console: a draft is tried on what came to the stage', async () => {
    const id = treated('past-petra');
    await run.stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
    await run.stage.decided(id, 'welcome');
    const { json: started } = await as('marketer', '/api/drafts/backtest', { method: 'POST', body: { days: 30 } });
    const job = await until('the last 30 days are played', async () => {
      const { json } = await as('marketer', `/api/jobs/${started.job}`);
      return json.state === 'running' ? undefined : json;
    });
    must(job.state === 'done', `It came to ${JSON.stringify(job.problem)}`);
    const { events, customers, differing, journeys } = job.result;
    must(
      events > 0 && customers > 0 && differing === 0,
      `It found ${JSON.stringify({ events, customers, differing })}`,
    );
    must(
      journeys.some(
        ({ journey, before }: { journey: string; before: Record<string, number> }) =>
          journey === 'onboarding' && (before.sent ?? 0) > 0,
      ),
      `It played ${JSON.stringify(journeys).slice(0, 500)}`,
    );
  });
};
