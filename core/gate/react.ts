import type { Reaction } from '../../language/catalogue/policy.ts';
import type { BareReason } from '../../language/catalogue/reason.ts';
import { hold, suppress, type Verdict } from './verdict.ts';

/** What a moment, or the policy for its purpose, does about trouble; undefined: it goes out all the same. */
export const react = (reaction: Reaction, reason: BareReason, until: number): Verdict | undefined => {
  if (reaction === 'send') return undefined;
  if (reaction === 'hold') return hold(reason, until);
  if (reaction === 'skip') return suppress(reason);
  return 'instead' in reaction
    ? { outcome: 'replaced', reason, instead: reaction.instead }
    : { outcome: 'escalated', reason, instead: reaction.person };
};
