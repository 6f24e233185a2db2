import * as z from 'zod';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Flags } from './flags.ts';

/** What an operator may ask of a deployed stage. */
export const OperatorCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('pause'), journey: z.string() }),
  z.strictObject({ command: z.literal('resume'), journey: z.string() }),
  z.strictObject({ command: z.literal('paused') }),
]);
export type OperatorCommand = z.infer<typeof OperatorCommand>;

/** `lines` are for people; with `ok: false` they say what to do instead. */
export interface OperatorAnswer {
  ok: boolean;
  lines: string[];
}

export interface OperateDeps {
  catalogue: Pick<Catalogue, 'journeys'>;
  flags: Flags;
}

/** Does what an operator asks, without a deploy. Asked twice, it changes nothing more. */
export const createOperate =
  ({ catalogue, flags }: OperateDeps) =>
  async (given: unknown): Promise<OperatorAnswer> => {
    const asked = OperatorCommand.parse(given);
    if (asked.command === 'paused') {
      const journeys = await flags.paused();
      return { ok: true, lines: journeys.length > 0 ? journeys : ['No journey is paused.'] };
    }
    const { command, journey } = asked;
    const isKnown = Object.hasOwn(catalogue.journeys, journey) || (await flags.paused()).includes(journey);
    if (!isKnown) {
      const known = Object.keys(catalogue.journeys).join(', ');
      return { ok: false, lines: [`No journey ${JSON.stringify(journey)} is deployed here. There is ${known}.`] };
    }
    await flags[command](journey);
    return { ok: true, lines: [command === 'pause' ? PAUSED(journey) : RESUMED(journey)] };
  };

const PAUSED = (journey: string): string =>
  `${journey} is paused: within a minute it sends nothing more. What it would have sent is held, up to its patience, and everybody keeps their place.`;

const RESUMED = (journey: string): string =>
  `${journey} goes on. What was held asks again at its next turn: after 15 minutes at the soonest, a day at the latest.`;
