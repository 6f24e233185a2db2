import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { grounds } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { nameOf } from '../../explain/words/decision.ts';
import { iso } from '../../time/instant.ts';
import type { GateRow } from '../row.ts';
import { heldSince, hold, suppress } from '../verdict.ts';

const givesUpAt = (since: number, { pace }: { pace: number }): number => since + Math.ceil((15 * MINUTE) / pace);

/** A moment that is not in the catalogue: perhaps a deploy is under way, so it is asked about again for 15 minutes. */
export const momentRetired: GateRow = {
  ofWork: true,
  decide: (question) => {
    const { copy, now, catalogue } = question;
    if (copy !== undefined) return undefined;
    const gives = givesUpAt(heldSince(question, 'moment-retired', now), catalogue);
    if (now >= gives) return suppress('moment-retired');
    return hold('moment-retired', Math.min(gives, now + Math.ceil(MINUTE / catalogue.pace)));
  },
  words: 'the message was retired',
  explain: ({ decision, catalogue, at, zone }) => {
    const rested = [`There was no ${nameOf(decision.moment, catalogue)} in the catalogue then.`];
    if (decision.outcome !== 'held')
      return grounds(rested, ['With it in the catalogue, the gate would have been asked.']);
    const ends = givesUpAt(at, catalogue);
    return grounds(
      rested,
      [`With it in the catalogue before ${when(ends, zone)}, the gate is asked; after that it is not sent any more.`],
      { ends: iso(ends) },
    );
  },
};
