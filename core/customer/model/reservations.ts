import type { CustomerState, Decision } from './state.ts';

/** Of what is in hand, what may have reached the customer: it counts for caps as what went out does. */
const reserved = ({ enrolments }: CustomerState): Decision[] =>
  Object.entries(enrolments).flatMap(([id, { journey, at: step, visit, reserved: reservation, lapsed, message }]) => {
    const attempt = reservation ?? lapsed;
    if (!attempt || !message) return [];
    const { at, channel } = attempt;
    return [{ enrolment: id, journey, step, visit, ...message, outcome: 'unknown' as const, at, channel }];
  });

/** What reached the customer, or may have. */
export const mayHaveReached = (state: CustomerState): Decision[] =>
  [...state.decisions, ...reserved(state)].filter(({ outcome }) => outcome === 'sent' || outcome === 'unknown');
