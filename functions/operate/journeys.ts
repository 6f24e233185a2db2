import type { CommandOf, OperatorAnswer } from './command.ts';
import type { OperateDeps } from './deps.ts';

/** Holds a journey, lets it go on, or lists those that are held. */
export const operateJourney = async (
  { catalogue, flags }: Pick<OperateDeps, 'catalogue' | 'flags'>,
  command: CommandOf<'pause' | 'resume' | 'paused'>,
): Promise<OperatorAnswer> => {
  if (command.command === 'paused') {
    const journeys = await flags.paused();
    return { ok: true, lines: journeys.length > 0 ? journeys : ['No journey is paused.'] };
  }
  const { command: verb, journey } = command;
  const isKnown = Object.hasOwn(catalogue.journeys, journey) || (await flags.paused()).includes(journey);
  if (!isKnown) {
    const ids = Object.keys(catalogue.journeys).join(', ');
    return { ok: false, lines: [`No journey ${JSON.stringify(journey)} is deployed here. There is ${ids}.`] };
  }
  await flags[verb](journey);
  return { ok: true, lines: [verb === 'pause' ? PAUSED(journey) : RESUMED(journey)] };
};

const PAUSED = (journey: string): string =>
  `${journey} is paused: within a minute it sends nothing more. What it would have sent is held, up to its patience, and everybody keeps their place.`;

const RESUMED = (journey: string): string =>
  `${journey} goes on. What was held asks again at its next turn: after 15 minutes at the soonest, a day at the latest.`;
