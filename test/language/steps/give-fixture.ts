import { EVENTS, problems, withSteps } from '../read/fixture.ts';

const events = `${EVENTS}credit.granted: { ours: true, gesture: true, fields: { days: number, ref: { type: text, optional: true }, note: { type: text, optional: true } } }
credit.applied: { customer: customerId, fields: { customerId: text, gesture: { type: text, optional: true } } }
`;

export const gestures = `currency: EUR
gestures:
  credit:
    title: 7 days free
    days: 7
    cost: 7 EUR
    by: [journeys]
    fits: [failure]
    emit: credit.granted
    with: { days: 7 }
    confirmed: { on: credit.applied, within: 1 hour }
  treat:
    title: A treat
    by: [agents]
    fits: [birthday]
    emit: credit.granted
    with: { days: 1 }
`;

/** A folder that may give, whose journey has these steps. */
export const files = (steps: string, more: Record<string, string | null> = {}) => ({
  'events.yaml': events,
  'gestures.yaml': gestures,
  'journeys/onboarding.yaml': withSteps(steps),
  ...more,
});

/** What is wrong with such a folder. */
export const wrong = (steps: string, more: Record<string, string | null> = {}) => problems(files(steps, more));
