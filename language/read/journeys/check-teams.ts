import type { Moment } from '../../catalogue/moment.ts';
import { teamOf } from '../../catalogue/team.ts';
import { insteadOf } from '../../catalogue/unreached.ts';
import type { ReadMoments } from '../copy/moments.ts';
import type { Declarations } from '../declarations.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { JourneyFile } from './journey-file.ts';
import { REACTIONS } from './reactions.ts';

const UNHEARD = 'what the team cannot reach in time stays on its list, and nobody hears of it: ';
const BY_MOMENT =
  'say under `instead` of the moment what its customer gets then, such as a letter, or `later` where nothing can stand for it';
const BY_STEP =
  'say under `undone` what its customer gets then, or `instead: later` in the moment where nothing can stand for it';

/** Work that is given in place of a message: no step waits for it. */
const givenByReaction = (moments: ReadMoments['moments'], policy: Declarations['policy']): Set<string> => {
  const reacting = [...[...moments.values()].map(({ moment }) => moment), ...Object.values(policy?.purposes ?? {})];
  const reactions = reacting.flatMap((one) => REACTIONS.map((when) => one[when]));
  return new Set(
    reactions.flatMap((reaction) => (typeof reaction === 'object' && 'person' in reaction ? [reaction.person] : [])),
  );
};

/**
 * Teams that moments name have to be in policy.yaml once any is. What a team cannot reach in time falls to `undone` of its step, or,
 * where nobody waits for it, to `instead` of its moment: without either its customer would be left without a word.
 */
export const checkTeams = (
  journeys: ReadonlyMap<string, JourneyFile>,
  { moments }: ReadMoments,
  { policy }: Declarations,
): void => {
  const teams = policy?.teams;
  for (const { moment, front } of moments.values())
    if (teams && moment.team !== undefined && !Object.hasOwn(teams, moment.team))
      front.report(['team'], `unknown team \`${moment.team}\`${didYouMean(moment.team, Object.keys(teams))}`, true);
  const isCountedOf = (moment: Moment): boolean => {
    const team = teamOf(moment.team, teams);
    return team !== undefined && teams?.[team]?.calls !== undefined;
  };
  for (const id of givenByReaction(moments, policy)) {
    const file = moments.get(id);
    if (file && isCountedOf(file.moment) && file.moment.instead === undefined)
      file.front.warn(['moment'], UNHEARD + BY_MOMENT);
  }
  for (const { places, source } of journeys.values())
    for (const [step, path] of places) {
      const moment = step.kind === 'task' ? moments.get(step.moment)?.moment : undefined;
      if (step.kind !== 'task' || !moment) continue;
      if (step.awaited && insteadOf(moment) !== undefined)
        source.report(
          [...path, 'within'],
          `${moment.id} says under \`instead\` what comes where nobody waits for it, and this step waits: say here under \`undone\` what comes in its place, and leave \`instead\` out there`,
        );
      const isHeard = moment.instead !== undefined || (step.awaited?.undone.length ?? 0) > 0;
      const advice = step.awaited
        ? BY_STEP
        : `${BY_MOMENT}; or wait for it \`within\` a time, and say it under \`undone\``;
      if (isCountedOf(moment) && !isHeard) source.warn([...path, 'task'], UNHEARD + advice);
    }
};
