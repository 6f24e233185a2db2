import { Command, InvalidArgumentError } from 'commander';
import { type PromiseFigures, promiseFigures, promiseLines } from '../../functions/shared/promise-figures.ts';
import { dayOf } from '../../functions/shared/stores/counts.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { DeclareCommand } from '../command.ts';
import { countsInLocalWorld } from '../console/customer-data.ts';
import { type SourceFlags, sourceOptions } from '../options.ts';
import type { Output } from '../output.ts';
import { type AskStage, askStage } from '../stage/ask-stage.ts';

interface PromisesFlags extends SourceFlags {
  days: number;
  json?: boolean;
}

/** The local world's clock may be moved ahead. */
const LAST_DAY = '9999-12-31';

const figuresOf = async ({ stage, data, days }: PromisesFlags, ask: AskStage): Promise<PromiseFigures[]> => {
  if (stage !== undefined) return ((await ask(stage, { command: 'promises', days })).items ?? []) as PromiseFigures[];
  const from = dayOf(Date.now() - (days - 1) * DAY);
  return promiseFigures(await countsInLocalWorld(data, '', { from, to: LAST_DAY }));
};

/** Lists by moment what was promised, kept and broken, on a stage or in the local world's data. */
export const listPromises = async (flags: PromisesFlags, { out }: Output, ask = askStage): Promise<number> => {
  const figures = await figuresOf(flags, ask);
  for (const line of flags.json ? [JSON.stringify(figures)] : promiseLines(figures)) out(line);
  return 0;
};

const MOST_DAYS = 400;

const daysOf = (text: string): number => {
  const days = Number(text);
  if (Number.isInteger(days) && days > 0 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`Write a number of days from 1 to ${MOST_DAYS}, such as 30.`);
};

export const promisesCommand: DeclareCommand = ({ output, run }) => {
  const [stage, data] = sourceOptions();
  return new Command('promises')
    .description('list what copy promised, by moment: how often, and how often it was kept, broken, and kept late')
    .option('--days <number>', 'of the last so many days, by UTC', daysOf, 90)
    .addOption(stage)
    .addOption(data)
    .option('--json', 'one JSON document')
    .action(run((flags: PromisesFlags) => listPromises(flags, output)));
};
