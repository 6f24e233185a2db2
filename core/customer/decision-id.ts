/** The visit to a step at which something was decided. */
export interface DecisionKey {
  enrolment: string;
  step: string;
  visit: number;
}

/** The id of a decision: for others, and in links and tags of messages. */
export const decisionId = ({ enrolment, step, visit }: DecisionKey): string => `${enrolment}/${step}/${visit}`;

/** The enrolment, step and visit that a decision's id names; each undefined where it does not. */
export const parseDecisionId = (id: unknown): Partial<DecisionKey> => {
  const [enrolment, step, visit] = typeof id === 'string' ? id.split('/') : [];
  if (!enrolment || !step) return {};
  return { enrolment, step, ...(visit && /^\d+$/.test(visit) ? { visit: Number(visit) } : {}) };
};
