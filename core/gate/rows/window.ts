import type { Window } from '../../../language/catalogue/policy.ts';
import { customerZone } from '../../customer/model/customer-zone.ts';
import { copyOf, grounds, unsure } from '../../explain/context.ts';
import { hoursChanged, spreadInWords, windowInWords, zoneUnknown } from '../../explain/hours.ts';
import { clock, when } from '../../explain/tell.ts';
import { lengthOf, windowOpens } from '../../time/hours.ts';
import { iso } from '../../time/instant.ts';
import { basisOfHours, spreadFrom } from '../hours.ts';
import { coverAll, ownHours } from '../own-hours.ts';
import type { GateRow, Question } from '../row.ts';
import { held } from '../verdict.ts';

/** The hours that suit the message. They give way to quiet hours of the customer's own that leave nothing of them. */
const suiting = ({ state, copy, purpose, catalogue }: Question): Window | undefined => {
  const own = ownHours(state);
  const isQuiet = (copy?.quietHours ?? catalogue.policy.purposes[purpose].quietHours) !== 'ignore';
  return copy?.window && own && isQuiet && coverAll(own, copy.window) ? undefined : copy?.window;
};

/** The hours that suit the message. */
export const sendWindow: GateRow = {
  decide: (question) => {
    const window = suiting(question);
    const opens = window && windowOpens(question.now, customerZone(question.state, question.catalogue), window);
    return opens === undefined || !window ? undefined : held('window', spreadFrom(question, opens, lengthOf(window)));
  },
  basis: basisOfHours,
  words: 'not the time of day for it',
  explain: (context) => {
    const { decision, at, zone, catalogue } = context;
    const there = decision.basis?.zone;
    const window = copyOf(context)?.window;
    if (there === undefined) return unsure(zoneUnknown);
    const opens = window && windowOpens(at, there, window);
    if (!window || opens === undefined) return unsure(hoursChanged, [], { zone: there });
    return grounds(
      [`It was ${clock(at, there)} in ${there}; this message goes out ${windowInWords(window)}.`],
      [
        `Within those hours it would not have waited for this; they begin on ${when(opens, zone)}${spreadInWords(catalogue)}.`,
      ],
      { zone: there, ends: iso(opens) },
    );
  },
};
