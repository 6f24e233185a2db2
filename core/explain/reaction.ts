import type { Reaction } from '../../language/catalogue/policy.ts';
import { parseReason } from '../../language/catalogue/reason.ts';
import { copyOf, type ExplainContext, policyOf } from './context.ts';
import { nameOf } from './words/decision.ts';

type When = 'whenIncident' | 'whenNegative';

const inWords = (reaction: Reaction): string => {
  if (typeof reaction === 'string') return reaction;
  const [[name, moment] = ['', '']] = Object.entries(reaction);
  return `{ ${name}: ${moment} }`;
};

const outcomeOf = (reaction: Reaction): string => {
  if (typeof reaction !== 'string') return 'instead' in reaction ? 'replaced' : 'escalated';
  return reaction === 'hold' ? 'held' : reaction === 'skip' ? 'suppressed' : 'sent';
};

/** Who says what is done then, and what: the moment, else the policy of its purpose. */
export const reactionInWords = (context: ExplainContext, when: When): string => {
  const { decision, catalogue } = context;
  const own = copyOf(context)?.[when];
  const reaction = own ?? policyOf(context)[when];
  const who = own === undefined ? `The policy for ${decision.purpose} messages` : nameOf(decision.moment, catalogue);
  const isOver = parseReason(decision.reason)?.isPatienceOver === true;
  const asThen = outcomeOf(reaction) === (isOver ? 'held' : decision.outcome);
  return `${who} says ${when}: ${inWords(reaction)}${asThen ? '' : ' now, and said otherwise then'}.`;
};
