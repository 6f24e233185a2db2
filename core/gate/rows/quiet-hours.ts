import { customerZone } from '../../customer/model/customer-zone.ts';
import { grounds, unsure } from '../../explain/context.ts';
import { hoursChanged, spreadInWords, zoneUnknown } from '../../explain/hours.ts';
import { clock, when } from '../../explain/tell.ts';
import { lengthOf, quietUntil } from '../../time/hours.ts';
import { iso } from '../../time/instant.ts';
import { spreadFrom } from '../hours.ts';
import { basisOfQuietHours, quietHoursOf } from '../own-hours.ts';
import type { GateRow } from '../row.ts';
import { held } from '../verdict.ts';

/** The hours in which they sleep, where they are: their own, if they chose any. */
export const quietHours: GateRow = {
  decide: (question) => {
    const { copy, purpose, catalogue, now } = question;
    const quiet = quietHoursOf(question.state, catalogue.policy);
    const isIgnored = (copy?.quietHours ?? catalogue.policy.purposes[purpose].quietHours) === 'ignore';
    const ends =
      isIgnored || !quiet ? undefined : quietUntil(now, customerZone(question.state, question.catalogue), quiet);
    if (!quiet || ends === undefined) return undefined;
    return held('quiet-hours', spreadFrom(question, ends, lengthOf({ from: quiet.to, to: quiet.from })));
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
