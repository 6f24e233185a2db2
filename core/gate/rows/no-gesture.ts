import { OFFERED } from '../../../language/catalogue/giver.ts';
import { grounds, unsure } from '../../explain/context.ts';
import { NOT_GIVEN } from '../../explain/words/not-given.ts';
import type { GateRow } from '../row.ts';
import { suppressed } from '../verdict.ts';

/**
 * Nothing that makes up for this may be given now: it does not fit, was given lately, or its budgets are used up. Of a moment that
 * offers gestures: too little to choose from. Where a step gives, the reducer asks: that is no moment.
 */
export const noGesture: GateRow = {
  decide: ({ offers }) => (offers && offers.kinds.length < OFFERED.least ? suppressed('no-gesture') : undefined),
  words: 'no gesture fitted, was within its budgets and had not been given lately',
  explain: ({ decision: { basis } }) => {
    const kinds = basis?.gestures ?? [];
    if (kinds.length === 0) return unsure('The journal does not say which gestures were considered.');
    const listed = `(${kinds.map(({ kind }) => kind).join(', ')})`;
    if (kinds.every(({ why }) => why === 'unchosen'))
      return grounds(
        [`They were asked what would help ${listed}, and chose nothing in time.`],
        ['What they had chosen in time would have been given.'],
      );
    if (kinds.every(({ why }) => why === 'person'))
      return grounds(
        [`They were asked what would help ${listed}, and would rather hear from a person.`],
        ['What they had chosen instead would have been given.'],
      );
    return grounds(
      kinds.map(({ kind, why }) => `“${kind}”: ${NOT_GIVEN[why]}.`),
      ['Another kind that fits, in gestures.yaml, or more room in its budgets, would have been given.'],
    );
  },
};
