import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { standing } from './prove-waking.ts';
import { DAY } from './stories.ts';
import { until } from './until.ts';

/** The workflows with onboarding changed (a step goes, one comes) and renewal gone. */
const changed = async (out: string): Promise<string> => {
  const folder = join(out, 'workflows');
  await cp('workflows', folder, { recursive: true });
  for (const gone of ['scenarios', 'journeys/renewal.yaml', 'biome.json']) {
    await rm(join(folder, gone), { recursive: true, force: true });
  }
  const path = join(folder, 'journeys/onboarding.yaml');
  const before = await readFile(path, 'utf8');
  const after = before.replace(
    / {2}- choose:\n {6}- when: event\.plan[\s\S]*?tip-solo \} \]\n/,
    '  - send: tip-first-step\n    id: second-tip\n',
  );
  must(after !== before, 'onboarding.yaml no longer looks as this proof expects: change the proof with it.');
  await writeFile(path, after);
  return folder;
};

/** A second deploy while people are on their way. */
export const proveDeploys = async ({ stage, out, deploy }: Run, { prove }: Proofs): Promise<void> => {
  const [old, young, renewing] = [treated('uma'), treated('vera'), treated('willa')];
  await stage.happen(old, 'customer.signed_up', { email: addressOf(old), plan: 'solo' });
  const started = (await stage.decided(old, 'tip-first-step')).enrolment;
  await stage.happen(renewing, 'customer.imported', { email: addressOf(renewing), since: '2026-10-01' });
  const renewsAt = new Date(Date.now() + (21 + 7) * DAY * 1000).toISOString();
  const due = { subscriptionId: 's1', renewsAt, amount: 29, currency: 'EUR' };
  await stage.happen(renewing, 'subscription.renewal_due', due);
  const { enrolment } = await until('a renewal runs', async () => {
    const [found] = Object.entries((await stage.customer(renewing))?.enrolments ?? {});
    const running = found && (await standing(stage, 'renewal', found[0]));
    return running && running.length > 0 ? { enrolment: found[0] } : undefined;
  });
  await deploy({ workflows: await changed(out) });
  await Promise.all([
    prove('a second deploy with a changed journey and people in flight loses nobody', async () => {
      await stage.happen(young, 'customer.signed_up', { email: addressOf(young), plan: 'solo' });
      const kept = await stage.decided(old, 'tip-solo');
      must(kept.enrolment === started, 'The one on the way was entered anew.');
      await until('whoever enters after it takes the new way', async () =>
        (await stage.decisions(young)).some(({ step, outcome }) => step === 'second-tip' && outcome === 'sent'),
      );
      for (const id of [old, young]) {
        await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
        const entries = await stage.over(id);
        const finals = entries.filter((entry) => entry.kind === 'decision' && entry.outcome !== 'held');
        const steps = finals.map((entry) => (entry.kind === 'decision' ? entry.step : ''));
        must(new Set(steps).size === steps.length, `${id} has two final decisions on a step: ${steps.join(', ')}`);
      }
    }),
    prove('the enrolments of a removed journey end in order at their next task', async () => {
      const entries = await stage.over(renewing);
      const ended = entries.find((entry) => entry.kind === 'ended');
      must(ended?.kind === 'ended' && ended.reason === 'journey-retired', `It ended so: ${JSON.stringify(ended)}`);
      const [execution] = await until('its execution has ended', async () => {
        const all = await standing(stage, 'renewal', enrolment);
        return all.every(({ status }) => status !== 'RUNNING') ? all : undefined;
      });
      must(execution?.status === 'SUCCEEDED', `Its execution: ${JSON.stringify(execution)}`);
    }),
  ]);
  await prove('a journey that comes back under its name is deployed again', async () => {
    await deploy();
    const id = treated('yara');
    await stage.happen(id, 'customer.imported', { email: addressOf(id), since: '2026-10-01' });
    const soon = new Date(Date.now() + 22 * DAY * 1000).toISOString();
    await stage.happen(id, 'subscription.renewal_due', { ...due, renewsAt: soon });
    await stage.decided(id, 'value-recap');
  });
};
