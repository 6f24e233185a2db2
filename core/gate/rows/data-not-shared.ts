import { copyOf, grounds, unsure } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { nameOf } from '../../explain/words/decision.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import { choosingAttributes } from '../chosen.ts';
import { isShared } from '../reach.ts';
import type { DecidedMoment, GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';

type MomentWithCopy = Pick<DecidedMoment, 'state' | 'copy' | 'catalogue' | 'journey' | 'step'>;

/**
 * The first attribute that the copy would use, or by which they were chosen, though the customer never told us, and the
 * moment does not say why.
 */
const borrowedBy = (decided: MomentWithCopy): string | undefined => {
  const { state, copy } = decided;
  return (
    copy &&
    [...copy.attributes, ...choosingAttributes(decided)].find((name) => {
      const provenance = ownValue(state.attributes, name)?.provenance;
      return provenance !== undefined && !isShared(provenance) && ownValue(copy.uses, name) === undefined;
    })
  );
};

/** A fact that may choose neither copy nor recipients. */
export const dataNotShared: GateRow = {
  decide: (question) => (borrowedBy(question) === undefined ? undefined : suppress('data-not-shared')),
  basis: (decided) => {
    const name = borrowedBy(decided);
    const attribute = name === undefined ? undefined : ownValue(decided.state.attributes, name);
    if (name === undefined || attribute === undefined) return {};
    const { provenance, event, at } = attribute;
    const isPrinted = decided.copy?.attributes.includes(name);
    return { attribute: { name, provenance, event, at: iso(at), ...(isPrinted ? {} : { chose: true }) } };
  },
  words: 'it would have used what they never told us',
  explain: (context) => {
    const { decision, catalogue, zone } = context;
    const attribute = decision.basis?.attribute;
    if (!attribute) return unsure('The record does not say which fact it was.');
    const { name, provenance, event, at, chose } = attribute;
    const uses = copyOf(context) ? ` or with uses: { ${name}: <reason> } in ${nameOf(decision.moment, catalogue)}` : '';
    return grounds(
      [
        `${chose ? `They were chosen by` : `It prints`} ${name}, which is ${provenance}: ${event} set it on ${when(at, zone)}.`,
      ],
      [`Had they told us ${name} themselves${uses}, ${name} would not have been in its way.`],
      { attribute: name, event },
    );
  },
};
