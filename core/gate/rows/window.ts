import { customerZone } from '../../customer/model/customer-zone.ts';
import { copyOf, grounds, unsure } from '../../explain/context.ts';
import { hoursChanged, spreadInWords, zoneUnknown } from '../../explain/hours.ts';
import { clock, when } from '../../explain/tell.ts';
import { lengthOf, windowOpens } from '../../time/hours.ts';
import { iso } from '../../time/instant.ts';
import { basisOfHours, spreadFrom } from '../hours.ts';
import type { GateRow } from '../row.ts';
import { held } from '../verdict.ts';

/** The hours that suit the message. */
export const sendWindow: GateRow = {
  decide: (question) => {
    const window = question.copy?.window;
    const opens = window && windowOpens(question.now, customerZone(question.state, question.catalogue), window);
    return opens === undefined || !window ? undefined : held('window', spreadFrom(question, opens, lengthOf(window)));
  },
  basis: basisOfHours,
  because: 'We send this only at a time of day that suits it.',
  words: 'not the time of day for it',
  explain: (context) => {
    const { decision, at, zone, catalogue } = context;
    const there = decision.basis?.zone;
    const window = copyOf(context)?.window;
    if (there === undefined) return unsure(zoneUnknown);
    const opens = window && windowOpens(at, there, window);
    if (!window || opens === undefined) return unsure(hoursChanged, [], { zone: there });
    const days = window.days ? ` on ${window.days.join(', ')}` : '';
    return grounds(
      [`It was ${clock(at, there)} in ${there}; this message goes out from ${window.from} to ${window.to}${days}.`],
      [
        `Within those hours it would not have waited for this; they begin on ${when(opens, zone)}${spreadInWords(catalogue)}.`,
      ],
      { zone: there, ends: iso(opens) },
    );
  },
};
