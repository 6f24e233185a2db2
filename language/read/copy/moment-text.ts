import type { Channel } from '../../catalogue/channel.ts';
import type { Problem } from '../yaml/problem.ts';
import { type File, readYaml, type Source } from '../yaml/source.ts';
import { channelHeading, whyNoChannelHeading } from './channel-heading.ts';
import { RAW_LINE } from './raw-lines.ts';

/** A piece of copy, and how to say that something is wrong at a place in it. */
export interface Part {
  name: string;
  text: string;
  /** Of a file in another language. */
  locale?: string;
  report: (offset: number, message: string) => void;
  /** The same of what can go out as it is. */
  warn: (offset: number, message: string) => void;
  /** It is a line of front matter, and no Markdown. */
  isPlain: boolean;
}

export interface MomentText {
  front: Source;
  body: Part;
  sections: Partial<Record<Channel, Part>>;
}

/** A line taken as written becomes a quoted one, which leaves every place where it was. */
const quoteRaw = (line: string): string => {
  const [, key, value = ''] = RAW_LINE.exec(line) ?? [];
  if (key === undefined || value.trim() === '') return line;
  return `${line.slice(0, line.length - value.length)}${JSON.stringify(value.trimEnd())}`;
};

const checkRaw = (lines: string[], file: string, problems: Problem[]): void => {
  for (const [index, line] of lines.entries()) {
    const [, key, value = ''] = RAW_LINE.exec(line) ?? [];
    const at = { file, line: index + 1, column: line.length - value.length + 1 };
    if (/^("[^"]*"|'[^']*')$/.test(value.trim()))
      problems.push({
        ...at,
        message: `\`${key}\` is taken as written, so customers would read the quotes: leave them out`,
      });
    if (/^[|>][+-]?$/.test(value.trim()))
      problems.push({ ...at, message: `\`${key}\` is one line: write it after the colon` });
  }
};

/** Front matter and body of a moment's file; undefined, after saying so, when it has no front matter. */
export const splitMoment = ({ path: file, text }: File, problems: Problem[]): MomentText | undefined => {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end < 0) {
    const message = 'a moment starts with a line `---`, what it is, and another line `---`; its text comes after';
    problems.push({ file, line: 1, column: 1, message });
    return undefined;
  }
  const front = ['', ...lines.slice(1, end)];
  checkRaw(front, file, problems);
  const source = readYaml({ path: file, text: `${front.map(quoteRaw).join('\n')}\n` }, problems);
  return { front: source, ...splitBody(file, lines, end + 1, problems) };
};

const splitBody = (
  file: string,
  lines: string[],
  start: number,
  problems: Problem[],
): Pick<MomentText, 'body' | 'sections'> => {
  const headings: { channel: Channel; index: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < start) continue;
    const channel = channelHeading(line);
    const other = whyNoChannelHeading(line);
    if (channel) headings.push({ channel, index });
    if (other) problems.push({ file, line: index + 1, column: 1, ...other });
  }
  const part = (name: string, from: number, to: number) => bodyPart(name, file, lines, from, to, problems);
  const sections: Partial<Record<Channel, Part>> = {};
  for (const [place, { channel, index }] of headings.entries()) {
    if (sections[channel])
      problems.push({ file, line: index + 1, column: 1, message: `there is a section for ${channel} already` });
    sections[channel] = part(`the ${channel} section`, index + 1, headings[place + 1]?.index ?? lines.length);
  }
  return { body: part('the body', start, headings[0]?.index ?? lines.length), sections };
};

/** The lines without the empty ones around them. */
const bodyPart = (name: string, file: string, lines: string[], from: number, to: number, problems: Problem[]): Part => {
  let first = from;
  while (first < to && lines[first]?.trim() === '') first += 1;
  const text = lines.slice(first, to).join('\n').trimEnd();
  if (text === '') first = Math.min(from, lines.length - 1);
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { file, line: first + before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  return {
    name,
    text,
    report: (offset, message) => problems.push({ ...at(offset), message }),
    warn: (offset, message) => problems.push({ ...at(offset), message, isWarning: true }),
    isPlain: false,
  };
};

/** A line of front matter as copy. */
export const frontPart = (name: string, text: string, front: Source): Part => ({
  name,
  text,
  report: (offset, message) => front.reportInside([name], offset, message),
  warn: (offset, message) => front.reportInside([name], offset, message, true),
  isPlain: true,
});
