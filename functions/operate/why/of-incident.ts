import { type Asked, type Because, rests, untold } from './asked.ts';
import { incidentInWords, lasting, list, when } from './tell.ts';

/** The incidents that were open. */
export const ofIncident = ({ decision, zone, at }: Asked): Because => {
  const { incidents, besides = 0 } = decision.basis ?? {};
  if (incidents === undefined) return untold('The record does not say what was open.');
  const names = incidents.map(({ incident }) => incidentInWords(incident));
  const all = besides > 0 ? [...names, `${besides} more`] : names;
  const rested = incidents.map(
    ({ incident, since }) =>
      `Open: ${incidentInWords(incident)}, since ${when(since, zone)} (${lasting(at - Date.parse(since))}).`,
  );
  if (besides > 0) rested.push(`Open: ${besides} more.`);
  return rests(
    rested,
    [`Once ${list(all)} ${all.length > 1 ? 'are' : 'is'} closed, this is not in its way any more.`],
    {
      incidents,
    },
  );
};
