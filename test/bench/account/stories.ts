/** One customer's typical way through a journey. */
export interface Story {
  journey: string;
  /** In words. */
  about: string;
  timeline: { day: number; type: string; detail: Record<string, unknown> }[];
  /** The last day on which something happens by itself. */
  days: number;
  emails: number;
}

const SUBSCRIPTION = { subscriptionId: 's1', amount: 29, currency: 'EUR' };
const answer = (moment: string, scale: string, score: number) => ({ answers: moment, scale, score });

/** A typical path of each shipped journey. An answer names the message that it answers, as a form would. */
export const STORIES: Story[] = [
  {
    journey: 'onboarding',
    about: 'four emails, a feature used, the survey answered',
    timeline: [
      { day: 0, type: 'customer.signed_up', detail: { firstName: 'Ada', plan: 'solo' } },
      { day: 1.1, type: 'product.activated', detail: { feature: 'report' } },
      { day: 10.5, type: 'feedback.received', detail: answer('onboarding-survey', 'ces', 5) },
    ],
    days: 40,
    emails: 4,
  },
  {
    journey: 'first-support',
    about: 'solved on the same day, the check-in answered',
    timeline: [
      { day: 0, type: 'support.ticket_opened', detail: { ticketId: 't1', subject: 'Where is my report?' } },
      { day: 0.2, type: 'support.ticket_resolved', detail: { ticketId: 't1' } },
      { day: 2, type: 'feedback.received', detail: answer('ticket-check-in', 'csat', 5) },
    ],
    days: 20,
    emails: 2,
  },
  {
    journey: 'service-recovery',
    about: 'a major failure of some hours, credit, the trust question answered',
    timeline: [
      { day: 0, type: 'service.failure_detected', detail: { failureId: 'f1', service: 'sync', severity: 'major' } },
      { day: 0.2, type: 'service.restored', detail: { failureId: 'f1', cause: 'A disk was full.' } },
      { day: 5, type: 'feedback.received', detail: answer('trust-question', 'trust', 4) },
    ],
    days: 30,
    emails: 3,
  },
  {
    journey: 'renewal',
    about: 'a recap, a reminder, renewed',
    timeline: [
      { day: 0, type: 'subscription.renewal_due', detail: { ...SUBSCRIPTION, renewsAt: 28 } },
      { day: 27, type: 'subscription.renewed', detail: SUBSCRIPTION },
    ],
    days: 60,
    emails: 2,
  },
];
