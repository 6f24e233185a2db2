import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { grounds } from '../../explain/context.ts';
import { nameOf } from '../../explain/words/decision.ts';
import type { GateRow } from '../row.ts';
import { held, heldSince, suppressed } from '../verdict.ts';

/** A moment that is not in the catalogue: perhaps a deploy is under way, so it is asked about again for 15 minutes. */
export const momentRetired: GateRow = {
  ofWork: true,
  decide: (question) => {
    const { copy, now, catalogue } = question;
    if (copy !== undefined) return undefined;
    const gives = heldSince(question, 'moment-retired', now) + Math.ceil((15 * MINUTE) / catalogue.pace);
    if (now >= gives) return suppressed('moment-retired');
    return held('moment-retired', Math.min(gives, now + Math.ceil(MINUTE / catalogue.pace)));
  },
  words: 'the message was retired',
  explain: ({ decision, catalogue }) =>
    grounds(
      [`There was no ${nameOf(decision.moment, catalogue)} in the catalogue then.`],
      ['With it in the catalogue, the gate would have been asked.'],
    ),
};
