import { customerZone } from '../../customer/model/customer-zone.ts';
import { copyOf, grounds, unsure } from '../../explain/context.ts';
import { hoursChanged, spreadInWords, windowInWords, zoneUnknown } from '../../explain/hours.ts';
import { clock, when } from '../../explain/tell.ts';
import { lengthOf, quietUntil, windowOpens } from '../../time/hours.ts';
import { iso } from '../../time/instant.ts';
import { basisOfHours, spreadFrom } from '../hours.ts';
import { quietFor, windowFor } from '../own-hours.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** The hours that suit the message. */
export const sendWindow: GateRow = {
  decide: (question) => {
    const window = windowFor(question);
    const zone = customerZone(question.state, question.catalogue);
    const opens = window && windowOpens(question.now, zone, window);
    if (opens === undefined || !window) return undefined;
    const quiet = quietFor(question);
    const isQuietThen = !quiet || quietUntil(opens, zone, quiet) !== undefined;
    // Whoever came only once it is quiet again would come too late on every day.
    const open = isQuietThen ? [] : [lengthOf({ from: window.from, to: quiet.from })];
    return hold('window', spreadFrom(question, opens, Math.min(lengthOf(window), ...open)));
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
