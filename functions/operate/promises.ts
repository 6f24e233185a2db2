import { DAY } from '../../language/catalogue/milliseconds.ts';
import { promiseFigures, promiseLines } from '../shared/promise-figures.ts';
import { dayOf } from '../shared/stores/counts.ts';
import type { CommandOf, OperatorAnswer } from './command.ts';
import type { OperateDeps } from './deps.ts';

/** What was promised in the last days, kept and broken, by moment. */
export const tellPromises = async (
  { counts, now }: Pick<OperateDeps, 'counts' | 'now'>,
  { days }: CommandOf<'promises'>,
): Promise<OperatorAnswer> => {
  const rows = await counts.of('', { from: dayOf(now() - (days - 1) * DAY), to: dayOf(now()) });
  const figures = promiseFigures(rows);
  return { ok: true, lines: promiseLines(figures), items: figures };
};
