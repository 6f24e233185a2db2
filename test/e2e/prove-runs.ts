import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { comeSoon, isScheduled, passTime, runsOf, sendTo, standingIn, timerOf } from './runs.ts';
import type { Stage } from './stage.ts';
import { DAY } from './stories.ts';
import { until } from './until.ts';

const signUp = (stage: Stage, id: string) =>
  stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });

const listens = async (stage: Stage, id: string) => {
  const state = await stage.stands(
    id,
    'listens',
    (one) => standingIn(one, 'onboarding')?.at.startsWith('listen-') === true,
  );
  return standingIn(state, 'onboarding')!;
};

/** Waits for a date that is far away. */
export const waitFor = async (stage: Stage, id: string, days: number, subscriptionId = 's1') => {
  const renewsAt = new Date(Date.now() + days * 86_400_000).toISOString();
  await stage.happen(id, 'subscription.renewal_due', { subscriptionId, renewsAt, amount: 9, currency: 'EUR' });
  const state = await stage.stands(id, 'waits', (one) => standingIn(one, 'renewal')?.at === 'three-weeks-before');
  return standingIn(state, 'renewal')!;
};

const proveNothingOpen = async (stage: Stage): Promise<void> => {
  const id = treated('paul');
  await signUp(stage, id);
  const { id: enrolment } = await listens(stage, id);
  const runs = await until('its run has ended', async () => {
    const all = await runsOf(stage, 'onboarding', enrolment);
    return all.length > 0 && all.every((status) => status !== 'RUNNING') ? all : undefined;
  });
  must(runs.join() === 'SUCCEEDED', `From entering to listening its runs were ${runs.join()}.`);
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
  const { outcome } = await stage.decided(id, 'first-value');
  must(outcome === 'sent', `The last word came to ${outcome}.`);
  await stage.over(id);
};

const proveKept = async (stage: Stage): Promise<void> => {
  const id = treated('quinn');
  await signUp(stage, id);
  const event = await stage.happen(id, 'product.activated', { feature: 'invite' });
  await stage.decided(id, 'tip-after-invite');
  const took = standingIn(await stage.customer(id), 'onboarding')?.took;
  must(took?.join() === event, `The step took ${took}, not the event ${event}.`);
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
};

const proveHeld = async (stage: Stage): Promise<void> => {
  const id = treated('rosa');
  await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
  await stage.happen(id, 'support.ticket_opened', { ticketId: 't1', subject: 'Login' });
  await stage.decided(id, 'ticket-received');
  await signUp(stage, id);
  const decision = await stage.decided(id, 'welcome', 'held');
  must(decision.reason === 'open-incident', `It was held for ${decision.reason}.`);
  await stage.happen(id, 'support.ticket_resolved', { ticketId: 't1' });
  const closed = Date.now();
  const { outcome, at } = await stage.decided(id, 'welcome');
  const late = (Date.parse(at) - closed) / 1000;
  const patience = (Date.parse(decision.until ?? '') - Date.parse(decision.at)) / 1000;
  must(outcome === 'sent', `It came to ${outcome}.`);
  must(late < 2 * DAY, `It was sent ${late} s after the ticket closed, of ${patience} s that it might have waited.`);
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
};

/** It lies half a year ahead; moved to now it comes the same way, and the run finds that there is nothing to do yet. */
const proveSchedules = async (stage: Stage): Promise<void> => {
  const id = treated('ravi');
  await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
  const standing = await waitFor(stage, id, 183);
  const timer = timerOf(id, standing);
  await until('its timer lies with Scheduler', () => isScheduled(stage, timer));
  const runs = await runsOf(stage, 'renewal', standing.id);
  await comeSoon(stage, timer, 2);
  await until('it has deleted itself', async () => !(await isScheduled(stage, timer)));
  await until('it has started a run', async () => {
    const now = await runsOf(stage, 'renewal', standing.id);
    return now.length === runs.length + 1 && now.every((status) => status === 'SUCCEEDED');
  });
  const after = standingIn(await stage.customer(id), 'renewal');
  must(after?.due === standing.due, 'A timer that came early moved somebody on.');
};

const proveSweep = async (stage: Stage): Promise<void> => {
  const id = treated('sunna');
  await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
  await waitFor(stage, id, 183);
  await passTime(stage, id, 'renewal', 3 * 3600);
  await sendTo(stage, 'later', { type: 'sweep', format: 1 });
  await stage.decided(id, 'value-recap');
};

/** Runs and timers: what waits goes on when it should, and nothing is open until then. */
export const proveRuns = async ({ stage }: Run, { prove }: Proofs): Promise<void> => {
  await Promise.all([
    prove('nothing is open while somebody listens; an exit says its last words', () => proveNothingOpen(stage)),
    prove('an event that comes before its step listens is not lost', () => proveKept(stage)),
    prove('a moment that is held is sent soon after the ticket closes', () => proveHeld(stage)),
    prove('a timer that lies far ahead is a schedule, which comes once and deletes itself', () =>
      proveSchedules(stage),
    ),
    prove('whom no timer reached a sweep finds', () => proveSweep(stage)),
  ]);
};
