import { OFFERED } from '../../../language/catalogue/giver.ts';
import type { Offerable } from '../../gate/verdict.ts';
import { emitCaps } from '../../gate/work-caps.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import { refusedKind } from '../model/refused-kind.ts';
import type { HasCatalogue } from '../standing.ts';
import { isGiving } from './is-giving.ts';
import { allAgainst } from './may-give.ts';

/** Of what a moment offers, what may be given now. `spent`: kinds for which the budgets that all share had no room a moment ago. */
export const offerable = async (
  { state, now, deps: { catalogue } }: Pick<Draft, 'state' | 'now'> & HasCatalogue,
  kinds: readonly string[],
  journey: string,
  spent: readonly string[] = [],
): Promise<Offerable> => {
  const offer: Offerable = { kinds: [], refused: [] };
  for (const kind of kinds) {
    const event = ownValue(catalogue.gestures?.kinds ?? {}, kind)?.emit ?? '';
    const wish = { kind, as: 'journeys' as const, caps: emitCaps(event, { journey, step: '' }, catalogue) };
    const own = isGiving(catalogue) ? await allAgainst(state, wish, now, catalogue) : ['unknown' as const];
    const refused = refusedKind(kind, [...own, ...(spent.includes(kind) ? ['stage-budget' as const] : [])]);
    if (refused) offer.refused.push(refused);
    else if (offer.kinds.length < OFFERED.most) offer.kinds.push(kind);
  }
  return offer;
};
