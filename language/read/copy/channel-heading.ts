import { distance } from 'fastest-levenshtein';
import { Channel, customerWords } from '../../catalogue/channel.ts';
import { listNames } from '../yaml/lookup.ts';

const HEADING = /^## (\S+)[ \t]*$/;

/** The channel whose part begins with this line, if one does. */
export const channelHeading = (line: string): Channel | undefined => Channel.safeParse(HEADING.exec(line)?.[1]).data;

/** What the heading says, in small letters alone; undefined where it is none. */
const lettersOf = (line: string): string | undefined =>
  /^\s*#+(.*)$/
    .exec(line)?.[1]
    ?.toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const ONE = new RegExp(Channel.options.join('|'), 'g');
const ONLY_CHANNELS = new RegExp(`^(?:${Channel.options.join('|')}|and)+$`);

const sorted = (word: string): string => [...word].toSorted().join('');

/** One letter more, less or other, or two that changed places. `agenda` is no `agent`. */
const isNear = (letters: string, word: string): boolean =>
  distance(letters, word) <= 1 || sorted(letters) === sorted(word);

const meantBy = (letters: string): Channel | undefined =>
  Channel.options.find((channel) =>
    [channel, customerWords(channel)?.noun.replaceAll(' ', '')].some(
      (word) => word !== undefined && isNear(letters, word),
    ),
  );

/** What to say of a line that people read as the heading of a channel, and that is text to us. */
export const whyNoChannelHeading = (line: string): { message: string; isWarning?: true } | undefined => {
  const letters = lettersOf(line);
  if (!letters || channelHeading(line)) return undefined;
  const quote = `\`${line.trim()}\``;
  const named = ONLY_CHANNELS.test(letters) ? [...new Set(letters.match(ONE))] : [];
  const headings = listNames(named.map((channel) => `## ${channel}`));
  if (named.length > 0)
    return { message: `${quote} begins no part for a channel: write ${headings}, or a heading in other words` };
  const meant = meantBy(letters);
  return meant && { message: `${quote} is a heading in the text: did you mean \`## ${meant}\`?`, isWarning: true };
};
