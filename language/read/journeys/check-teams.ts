import { teamOf } from '../../catalogue/team.ts';
import type { ReadMoments } from '../copy/moments.ts';
import type { Declarations } from '../declarations.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { JourneyFile } from './journey-file.ts';

/**
 * Teams that moments name have to be in policy.yaml once any is. What a team cannot reach in time falls to `undone`: work without
 * that stays on its list, and nothing comes in its place.
 */
export const checkTeams = (
  journeys: ReadonlyMap<string, JourneyFile>,
  { moments }: ReadMoments,
  { policy }: Declarations,
): void => {
  const teams = policy?.teams;
  if (!teams) return;
  for (const { moment, front } of moments.values())
    if (moment.team !== undefined && !Object.hasOwn(teams, moment.team))
      front.report(['team'], `unknown team \`${moment.team}\`${didYouMean(moment.team, Object.keys(teams))}`, true);
  for (const { places, source } of journeys.values())
    for (const [step, path] of places) {
      const moment = step.kind === 'task' ? moments.get(step.moment)?.moment : undefined;
      if (step.kind !== 'task' || !moment) continue;
      const team = teamOf(moment.team, teams);
      if (team === undefined || teams[team]?.calls === undefined || (step.awaited?.undone.length ?? 0) > 0) continue;
      source.warn(
        [...path, 'task'],
        `what ${team} cannot reach in time stays on its list, and nobody hears of it: add \`within\`, and under \`undone\` what comes in its place, such as a letter`,
      );
    }
};
