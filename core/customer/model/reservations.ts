import type { Decision } from './decision.ts';
import type { CustomerState } from './state.ts';

/** Of what is in hand, what may have reached the customer: it counts for caps as what went out does. */
const reservedDecisions = ({ enrolments }: CustomerState): Decision[] => {
  const decisions: Decision[] = [];
  for (const id of Object.keys(enrolments)) {
    const { journey, at: step, visit, reserved: reservation, lapsed, message } = enrolments[id]!;
    const attempt = reservation ?? lapsed;
    if (!attempt || !message) continue;
    const { at, channel } = attempt;
    decisions.push({ enrolment: id, journey, step, visit, ...message, outcome: 'unknown', at, channel });
  }
  return decisions;
};

/** What reached the customer, or may have. */
export const mayHaveReached = (state: CustomerState): Decision[] => [
  ...state.decisions.filter(({ outcome }) => outcome === 'sent' || outcome === 'unknown'),
  ...reservedDecisions(state),
];
