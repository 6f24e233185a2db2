import { isWork } from '../../catalogue/channel.ts';
import type { Use } from '../journeys/flow-state.ts';
import type { MomentFile } from './moments.ts';
import { type FoundWords, type WordList, wordsListed } from './word-list.ts';

const messageFor = ({ words, entry, language }: FoundWords): string =>
  `\`${words.trim()}\` promises something (policy.yaml has \`${entry}\` under \`copy.promises.${language}\`), and nobody would know whether it is kept: say by which event under \`promises: { within: …, kept: { on: … } }\`, or why it is none under \`promises: { none: … }\``;

/** What copy promises is known to be kept: words that promise have `promises:` beside them. */
export const checkPromiseWords = (file: MomentFile, uses: readonly Use[], list: WordList): void => {
  const { moment, front, parts, whole, promisesNothing } = file;
  if (!whole || isWork(moment.channels) || moment.promises) return;
  const reports: (() => void)[] = [];
  for (const part of parts) {
    const words = wordsListed(part.text, part.locale, list);
    if (words) reports.push(() => part.report(words.offset, messageFor(words)));
  }
  for (const use of uses.filter(({ moment: sent }) => sent === moment.id))
    for (const { literal } of use.withValues.values()) {
      const words = typeof literal === 'string' ? wordsListed(literal, undefined, list) : undefined;
      if (words) reports.push(() => use.file.source.report([...use.path, 'with'], messageFor(words)));
    }
  if (promisesNothing === undefined) for (const report of reports) report();
  else if (reports.length === 0 && Object.keys(list).length > 0)
    front.report(['promises'], 'there is nothing here that sounds like a promise: leave this out', true);
};
