import { addressOf, control, treated } from './people.ts';
import type { Stage } from './stage.ts';

/** At this pace a day takes ten seconds: long enough for the loopback, short enough to wait for. */
export const PACE = 8_640;
export const DAY = 86_400 / PACE;

/** What happens to one customer, each event only after what it answers to, so that nothing depends on how long anything takes. */
export interface Story {
  journey: string;
  about: string;
  customer: string;
  tell: (stage: Stage, id: string) => Promise<void>;
}

const story = (journey: string, about: string, customer: string, tell: Story['tell']): Story => ({
  journey,
  about,
  customer,
  tell,
});

const signUp = (stage: Stage, id: string, more: Record<string, unknown> = {}) =>
  stage.happen(id, 'customer.signed_up', { email: addressOf(id), firstName: 'Ada', plan: 'solo', ...more });

const importCustomer = (stage: Stage, id: string, since: string) =>
  stage.happen(id, 'customer.imported', { email: addressOf(id), firstName: 'Ada', plan: 'team', since });

const answer = (stage: Stage, id: string, moment: string, scale: string, score: number) =>
  stage.happen(id, 'feedback.received', { scale, score, answers: moment });

/** Long ago, and not: whose tenure is over two years, and whose is not. */
const LONG = '2019-03-01';
const RECENT = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

/** A renewal that the journey's first wait, three weeks before, reaches so many seconds from now. */
const renewsIn = (seconds: number): string => new Date(Date.now() + (21 * DAY + seconds) * 1000).toISOString();

const due = (stage: Stage, id: string, seconds: number) =>
  stage.happen(id, 'subscription.renewal_due', {
    subscriptionId: 's1',
    renewsAt: renewsIn(seconds),
    amount: 29,
    currency: 'EUR',
  });

const subscription = { subscriptionId: 's1' };

export const STORIES: Story[] = [
  story('onboarding', 'follows what the person did', treated('ada'), async (stage, id) => {
    await signUp(stage, id);
    await stage.decided(id, 'welcome');
    await stage.happen(id, 'product.activated', { feature: 'import' });
    await stage.decided(id, 'tip-after-import');
    await stage.decided(id, 'onboarding-survey');
    await answer(stage, id, 'onboarding-survey', 'ces', 2);
    await stage.decided(id, 'onboarding-call');
    await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
  }),
  story('onboarding', 'silence, a withdrawn topic', treated('ben'), async (stage, id) => {
    await signUp(stage, id, { plan: 'team' });
    await stage.happen(id, 'customer.preference_changed', { topic: 'product-tips', choice: 'withdrawn' });
    await stage.decided(id, 'tip-first-step');
    await stage.decided(id, 'tip-team');
    await stage.happen(id, 'product.first_value', { what: 'report_shared' });
  }),
  story('onboarding', 'a first value, and its last word', treated('cleo'), async (stage, id) => {
    await signUp(stage, id);
    await stage.decided(id, 'welcome');
    await stage.stands(id, 'listens', ({ enrolments }) =>
      Object.values(enrolments).some(({ at }) => at.startsWith('listen-')),
    );
    await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
    await stage.decided(id, 'first-value');
  }),
  story('onboarding', 'the holdout gets nothing', control('dan', 'onboarding'), async (stage, id) => {
    await signUp(stage, id);
    await stage.decided(id, 'welcome', 'control');
    await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
  }),
  story('onboarding', 'an internal account does not enter', treated('eve'), async (stage, id) => {
    await signUp(stage, id, { plan: 'internal' });
  }),
  story('first-support', 'solved soon, a bad answer becomes a call', treated('finn'), async (stage, id) => {
    await importCustomer(stage, id, RECENT);
    await stage.happen(id, 'support.ticket_opened', { ticketId: 't1', subject: 'Import' });
    await stage.decided(id, 'ticket-received');
    await stage.happen(id, 'support.ticket_resolved', { ticketId: 't1' });
    await stage.decided(id, 'ticket-check-in');
    await answer(stage, id, 'ticket-check-in', 'csat', 2);
    await stage.decided(id, 'support-call');
  }),
  story('first-support', 'drags on, news without being asked, a good answer', treated('gus'), async (stage, id) => {
    await importCustomer(stage, id, LONG);
    await stage.happen(id, 'support.ticket_opened', { ticketId: 't1', subject: 'Export' });
    await stage.decided(id, 'ticket-news');
    await stage.happen(id, 'support.ticket_resolved', { ticketId: 't1' });
    await stage.decided(id, 'ticket-check-in');
    await answer(stage, id, 'ticket-check-in', 'csat', 5);
  }),
  story('first-support', 'unhappy by the time of the check-in', treated('hugo'), async (stage, id) => {
    await importCustomer(stage, id, RECENT);
    await stage.happen(id, 'support.ticket_opened', { ticketId: 't1', subject: 'Invoice' });
    await stage.decided(id, 'ticket-received');
    await stage.happen(id, 'support.ticket_resolved', { ticketId: 't1' });
    await stage.happen(id, 'feedback.received', { scale: 'csat', score: 1 });
    await stage.decided(id, 'ticket-check-in', 'escalated');
  }),
  story('service-recovery', 'minor, for somebody long with us', treated('ines'), async (stage, id) => {
    await importCustomer(stage, id, LONG);
    await stage.happen(id, 'service.failure_detected', { failureId: 'f1', service: 'checkout', severity: 'minor' });
    await stage.decided(id, 'disruption-notice');
    await stage.happen(id, 'service.restored', { failureId: 'f1', cause: 'A disk was full.' });
    // At this pace an hour is over before anybody can say that it is done.
    await stage.decided(id, 'credit-by-hand');
    await stage.decided(id, 'trust-question');
    await answer(stage, id, 'trust-question', 'trust', 1);
    await stage.decided(id, 'trust-call');
    // Nobody calls.
    await stage.decided(id, 'trust-letter');
  }),
  story('service-recovery', 'major, an update when it takes long', treated('jan'), async (stage, id) => {
    await importCustomer(stage, id, RECENT);
    await stage.happen(id, 'service.failure_detected', { failureId: 'f2', service: 'login', severity: 'major' });
    await stage.decided(id, 'outage-notice');
    await stage.decided(id, 'outage-update');
    await stage.happen(id, 'service.restored', { failureId: 'f2' });
    await stage.decided(id, 'credit-by-hand');
    await stage.decided(id, 'trust-question');
    await answer(stage, id, 'trust-question', 'trust', 5);
  }),
  story('renewal', 'calm, renewed by a fan', treated('kim'), async (stage, id) => {
    await importCustomer(stage, id, RECENT);
    await stage.happen(id, 'customer.preference_changed', { topic: 'offers', choice: 'granted' });
    await due(stage, id, 2 * DAY);
    await stage.decided(id, 'value-recap');
    await stage.decided(id, 'renewal-reminder', undefined, 250);
    await stage.happen(id, 'feedback.received', { scale: 'nps', score: 10 });
    await stage.happen(id, 'subscription.renewed', subscription);
    await stage.decided(id, 'community-invite');
  }),
  story('renewal', 'unhappy: a person, no recap', treated('lea'), async (stage, id) => {
    await importCustomer(stage, id, RECENT);
    await stage.happen(id, 'feedback.received', { scale: 'nps', score: 0 });
    await due(stage, id, DAY);
    await stage.decided(id, 'renewal-call');
    await stage.happen(id, 'subscription.renewed', subscription);
  }),
  story('renewal', 'loyal by inertia: thanks, a question, acting on the answer', treated('mo'), async (stage, id) => {
    await importCustomer(stage, id, LONG);
    await stage.happen(id, 'feedback.received', { scale: 'nps', score: 6 });
    await due(stage, id, 8 * DAY);
    await stage.decided(id, 'thank-you');
    await stage.decided(id, 'renewal-question');
    await answer(stage, id, 'renewal-question', 'trust', 2);
    await stage.decided(id, 'renewal-call');
    await stage.happen(id, 'subscription.lapsed', subscription);
    await stage.decided(id, 'subscription-ended');
  }),
];
