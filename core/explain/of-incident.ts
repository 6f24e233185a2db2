import { type Asked, type Because, inItsWay, rests, untold } from './asked.ts';
import { reactionInWords } from './reaction.ts';
import { incidentInWords, lasting, list, when } from './tell.ts';

/** The incidents that were open. */
export const ofIncident = (asked: Asked): Because => {
  const { decision, zone, at } = asked;
  const { incidents, besides = 0 } = decision.basis ?? {};
  if (incidents === undefined) return untold('The record does not say what was open.');
  const names = incidents.map(({ incident }) => incidentInWords(incident));
  const all = besides > 0 ? [...names, `${besides} more`] : names;
  const rested = incidents.map(
    ({ incident, since }) =>
      `Open: ${incidentInWords(incident)}, since ${when(since, zone)} (${lasting(at - Date.parse(since))}).`,
  );
  if (besides > 0) rested.push(`Open: ${besides} more.`);
  rested.push(reactionInWords(asked, 'whenIncident'));
  const closed = `Once ${list(all)} ${all.length > 1 ? 'are' : 'is'} closed, ${inItsWay(asked)}.`;
  return rests(rested, [closed], { incidents });
};
