import { customerZone } from '../../customer/model/customer-zone.ts';
import { grounds, unsure } from '../../explain/context.ts';
import { hoursChanged, spreadInWords, zoneUnknown } from '../../explain/hours.ts';
import { clock, when } from '../../explain/tell.ts';
import { lengthOf, quietUntil, windowOpens } from '../../time/hours.ts';
import { iso } from '../../time/instant.ts';
import { spreadFrom } from '../hours.ts';
import { basisOfQuietHours, quietFor, windowFor } from '../own-hours.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** The hours in which they sleep, where they are: their own, if they chose any. */
export const quietHours: GateRow = {
  decide: (question) => {
    const quiet = quietFor(question);
    const zone = customerZone(question.state, question.catalogue);
    const ends = quiet && quietUntil(question.now, zone, quiet);
    if (!quiet || ends === undefined) return undefined;
    const window = windowFor(question);
    const isOpenThen = window && windowOpens(ends, zone, window) === undefined;
    // Whoever came only once its hours are over would come too late on every day.
    const open = isOpenThen ? [lengthOf({ from: quiet.to, to: window.to })] : [];
    return hold(
      'quiet-hours',
      spreadFrom(question, ends, Math.min(lengthOf({ from: quiet.to, to: quiet.from }), ...open)),
    );
  },
  basis: basisOfQuietHours,
  words: 'it was quiet hours where they are',
  explain: (context) => {
    const { decision, at, zone, catalogue } = context;
    const there = decision.basis?.zone;
    const own = decision.basis?.hours;
    const quiet = own ?? catalogue.policy.quietHours;
    if (there === undefined) return unsure(zoneUnknown);
    const ends = quiet && quietUntil(at, there, quiet);
    if (!quiet || ends === undefined) return unsure(hoursChanged, [], { zone: there });
    return grounds(
      [
        `It was ${clock(at, there)} in ${there}; ${own ? 'their own ' : ''}quiet hours are from ${quiet.from} to ${quiet.to}.`,
        ...(own ? [`They chose them on ${when(own.at, zone)}.`] : []),
      ],
      [
        `Between ${quiet.to} and ${quiet.from} it would not have waited for this; they end on ${when(ends, zone)}${spreadInWords(catalogue)}.`,
      ],
      { zone: there, ends: iso(ends) },
    );
  },
};
