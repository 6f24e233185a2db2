import { OFFERED } from '../../../language/catalogue/giver.ts';
import type { Basis } from '../../customer/model/journal.ts';
import { copyOf, type Grounds, grounds, unsure } from '../../explain/context.ts';
import { refusedInWords, takenBy } from '../../explain/not-given.ts';
import type { GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';

/** Of a moment that offers gestures: what was left of its list by today's copy. */
const tooFew = (offered: readonly string[], kinds: NonNullable<Basis['gestures']>, refused: string[]): Grounds => {
  const left = offered.filter((kind) => !kinds.some((one) => one.kind === kind));
  const only = left.length === 0 ? 'none' : `only ${left.map((kind) => `“${kind}”`).join(' and ')}`;
  const missing = OFFERED.least - left.length;
  const needed = `Who is to choose needs at least ${OFFERED.least} gestures, and ${only} could be given.`;
  // Where more is left, the list is not the one that it was then.
  return grounds(
    [...(left.length < OFFERED.least ? [needed] : []), ...refused],
    [`For ${OFFERED.least} of the list to be given, it takes ${takenBy(kinds, missing >= kinds.length)}.`],
  );
};

/**
 * Nothing that makes up for this may be given now: it does not fit, was given lately, or its budgets are used up. Of a moment that
 * offers gestures: too little to choose from. Where a step gives, the reducer asks: that is no moment.
 */
export const noGesture: GateRow = {
  decide: ({ offers }) => (offers && offers.kinds.length < OFFERED.least ? suppress('no-gesture') : undefined),
  words: 'no gesture could be given, there were too few to choose from, or none was chosen',
  explain: (context) => {
    const kinds = context.decision.basis?.gestures ?? [];
    if (kinds.length === 0) return unsure('The journal does not say which gestures were considered.');
    const kindNames = `(${kinds.map(({ kind }) => kind).join(', ')})`;
    if (kinds.every(({ why }) => why === 'unchosen'))
      return grounds(
        [`They were asked what would help ${kindNames}, and chose nothing in time.`],
        ['What they had chosen in time would have been given.'],
      );
    if (kinds.every(({ why }) => why === 'person'))
      return grounds(
        [`They were asked what would help ${kindNames}, and would rather hear from a person.`],
        ['What they had chosen instead would have been given.'],
      );
    const refused = kinds.map(refusedInWords);
    const offered = copyOf(context)?.gestures;
    if (offered) return tooFew(offered, kinds, refused);
    return grounds(refused, [`It takes ${takenBy(kinds)}.`]);
  },
};
