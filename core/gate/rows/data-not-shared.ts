import { copyOf, grounds, unsure } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { nameOf } from '../../explain/words/decision.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import { isShared } from '../reach.ts';
import type { DecidedMoment, GateRow } from '../row.ts';
import { suppressed } from '../verdict.ts';

/** The first attribute that the copy would use though the customer never told us, and the moment does not say why. */
const borrowedBy = ({ state, copy }: Pick<DecidedMoment, 'state' | 'copy'>): string | undefined =>
  copy?.attributes.find((name) => {
    const provenance = ownValue(state.attributes, name)?.provenance;
    return provenance !== undefined && !isShared(provenance) && ownValue(copy.uses, name) === undefined;
  });

/** A fact that copy may not print. */
export const dataNotShared: GateRow = {
  decide: (question) => (borrowedBy(question) === undefined ? undefined : suppressed('data-not-shared')),
  basis: (decided) => {
    const name = borrowedBy(decided);
    const attribute = name === undefined ? undefined : ownValue(decided.state.attributes, name);
    if (name === undefined || attribute === undefined) return {};
    const { provenance, event, at } = attribute;
    return { attribute: { name, provenance, event, at: iso(at) } };
  },
  because: 'This message would have used something that you did not tell us yourself.',
  words: 'it would have used what they never told us',
  explain: (context) => {
    const { decision, catalogue, zone } = context;
    const attribute = decision.basis?.attribute;
    if (!attribute) return unsure('The record does not say which fact it was.');
    const { name, provenance, event, at } = attribute;
    const uses = copyOf(context) ? ` or with uses: { ${name}: <reason> } in ${nameOf(decision.moment, catalogue)}` : '';
    return grounds(
      [`It prints ${name}, which is ${provenance}: ${event} set it on ${when(at, zone)}.`],
      [`Had they told us ${name} themselves${uses}, it would have gone on.`],
      { attribute: name, event },
    );
  },
};
