import { CHANNELS } from '../../catalogue/channel.ts';
import type { Copy, Moment } from '../../catalogue/moment.ts';
import type { Problem } from '../yaml/problem.ts';
import { readMended, readShape } from '../yaml/shape.ts';
import type { File, Source } from '../yaml/source.ts';
import { askedIn, checkQuestion, questionOf } from './asks.ts';
import { checkTextMessage } from './check-text-message.ts';
import { localeNamed } from './locale-name.ts';
import { WrittenLocale, WrittenMoment } from './moment-schema.ts';
import { frontPart, type MomentText, type Part, splitMoment } from './moment-text.ts';
import { promisedIn } from './promise-schema.ts';

/** A moment and the texts of all its locales. */
export interface MomentFile {
  moment: Moment;
  front: Source;
  parts: Part[];
  /** Why words that sound like a promise are none here. */
  promisesNothing?: string;
  /** False when a part of its front matter could not be read. */
  whole: boolean;
}

export interface ReadMoments {
  moments: Map<string, MomentFile>;
  /** Also of those that could not be read. */
  names: Set<string>;
}

const NAME = /([^/]+?)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.md$/;

const nameOf = ({ path }: File): { id: string; locale?: string } => {
  const [, id = path, locale] = NAME.exec(path) ?? [];
  return locale === undefined ? { id } : { id, locale: locale.toLowerCase() };
};

const hasChannels = ({ text }: File): boolean => /^channels[ \t]*:/m.test(text);

/** The name that a file should have whose language stands in it otherwise: `welcome_de`, `welcome.deutsch`. */
const misplacedLocale = (id: string, ids: ReadonlySet<string>): string | undefined => {
  for (const { index, 0: sign } of id.matchAll(/[._ -]+/g)) {
    const base = id.slice(0, index);
    const locale = ids.has(base) ? localeNamed(id.slice(index + sign.length).replace(/[()]/g, '')) : undefined;
    if (locale !== undefined) return `${base}.${locale}.md`;
  }
  return undefined;
};

/** What to say of a file whose name says its language so that nobody would get it. A translation has no `channels`. */
const whyNoLocale = (file: File, { id, locale }: ReturnType<typeof nameOf>, ids: ReadonlySet<string>) => {
  const standard = locale === undefined ? undefined : localeNamed(locale);
  if (locale !== undefined && standard?.toLowerCase() === locale) return undefined;
  if (hasChannels(file))
    return (
      locale &&
      `\`${locale}\` behind the dot is no code of a language: call this file \`${id}-${locale}.md\` where it is a moment of its own, or take it out`
    );
  if (locale !== undefined && standard === undefined)
    return `\`${locale}\` behind the dot is no code of a language: write such as \`${id}.fr.md\``;
  const name = locale === undefined ? misplacedLocale(id, ids) : `${id}.${standard}.md`;
  return name && `another language stands behind a dot, by its code: call this file \`${name}\``;
};

/** moments/*.md; `welcome.fr.md` is what `welcome.md` says in French. */
export const readMoments = (files: readonly File[], problems: Problem[]): ReadMoments => {
  const all = files.map((file) => ({ file, ...nameOf(file) }));
  const ids = new Set(all.filter(({ locale }) => locale === undefined).map(({ id }) => id));
  const named = all.filter(({ file, ...name }) => {
    const message = whyNoLocale(file, name, ids);
    if (message !== undefined) problems.push({ file: file.path, line: 1, column: 1, message });
    return message === undefined;
  });
  const moments = new Map<string, MomentFile>();
  const names = new Set(named.filter(({ locale }) => locale === undefined).map(({ id }) => id));
  for (const { file, id, locale } of named) {
    if (locale !== undefined) continue;
    const read = readMoment(file, id, problems);
    const first = moments.get(id);
    if (read && first) read.front.report(['moment'], `moment \`${id}\` is in ${first.front.file} already`);
    else if (read) moments.set(id, read);
  }
  for (const { file, id, locale } of named) {
    if (locale === undefined) continue;
    const message = `there is no ${id}.md that this is another language of`;
    if (!names.has(id)) problems.push({ file: file.path, line: 1, column: 1, message });
    readLocale(file, id, locale, moments.get(id), problems);
  }
  return { moments, names };
};

const readMoment = (file: File, id: string, problems: Problem[]): MomentFile | undefined => {
  const text = splitMoment(file, problems);
  const read = text?.front.sound ? readMended(WrittenMoment, text.front.value ?? undefined, text.front) : undefined;
  if (!text || !read) return undefined;
  const { value: fields, whole } = read;
  checkName(fields.moment, id, text.front);
  const { moment: _id, because, subject, preheader, uses, asks, question, ends, promises, ...rest } = fields;
  const asking = askedIn(asks, { question, ends });
  const { copy, parts } = copyOf({ because, subject, preheader, title: rest.title }, text);
  const moment: Moment = {
    id,
    ...rest,
    ...asking.moment,
    ...promisedIn(promises),
    attributes: [],
    uses: uses ?? {},
    copy: { default: { ...copy, ...asking.copy } },
  };
  if (whole) {
    checkQuestion(moment, { question, ends, ...asking.copy.asks }, undefined, text.front);
    checkChannels(moment, text);
  }
  const excuse = promises && 'none' in promises ? { promisesNothing: promises.none } : {};
  return { moment, front: text.front, parts, whole, ...excuse };
};

const readLocale = (
  file: File,
  id: string,
  locale: string,
  main: MomentFile | undefined,
  problems: Problem[],
): void => {
  const text = splitMoment(file, problems);
  const fields = text?.front.sound ? readShape(WrittenLocale, text.front.value ?? undefined, text.front) : undefined;
  if (!text || !fields) return;
  checkName(fields.moment, id, text.front);
  if (!main) return;
  if (Object.hasOwn(main.moment.copy, locale))
    text.front.report(['moment'], `${id} speaks \`${locale}\` in another file already`);
  const { copy, parts } = copyOf(fields, text);
  const { question, ends, words } = fields;
  checkQuestion(main.moment, { question, ends, words }, locale, text.front);
  checkTexts(main.moment, fields.subject, text);
  const { taps } = main.moment;
  main.moment.copy[locale] = { ...copy, ...(taps && { asks: questionOf({ question, ends, words }) }) };
  main.parts.push(...parts.map((part) => ({ ...part, locale })));
};

const checkName = (name: string, id: string, front: Source): void => {
  if (name !== id) front.report(['moment'], `the file is called ${id}, and the moment \`${name}\`: give both one name`);
};

/** `title` stands in for a subject where there is none. */
interface Front {
  because: string;
  subject?: string | undefined;
  preheader?: string | undefined;
  title?: string | undefined;
}

const copyOf = (
  { because, subject, preheader, title }: Front,
  { front, body, sections }: MomentText,
): { copy: Copy; parts: Part[] } => {
  const texts = Object.fromEntries(Object.entries(sections).map(([channel, { text }]) => [channel, text]));
  return {
    copy: {
      because,
      ...(subject !== undefined && { subject }),
      ...(preheader !== undefined && { preheader }),
      body: body.text,
      sections: texts,
    },
    parts: [
      frontPart('because', because, front),
      ...(subject === undefined ? [] : [frontPart('subject', subject, front)]),
      ...(subject !== undefined || title === undefined ? [] : [frontPart('title', title, front)]),
      ...(preheader === undefined ? [] : [frontPart('preheader', preheader, front)]),
      body,
      ...Object.values(sections),
    ],
  };
};

const checkChannels = (moment: Moment, text: MomentText): void => {
  for (const [place, channel] of moment.channels.entries())
    if (moment.channels.indexOf(channel) < place) text.front.report(['channels', place], `${channel} is there twice`);
  checkTexts(moment, moment.copy.default?.subject, text);
};

const checkTexts = ({ channels, taps }: Moment, subject: string | undefined, text: MomentText): void => {
  const { front, body, sections } = text;
  for (const [channel, section] of Object.entries(sections))
    if (!channels.some((each) => each === channel))
      section.warn(
        0,
        `nobody gets what stands under \`## ${channel}\`: add \`${channel}\` to \`channels\`, or take that part out`,
      );
  checkTextMessage(channels, text, taps === true);
  const wanting = (subject ?? '').trim() === '' && channels.find((channel) => CHANNELS[channel].subject === 'required');
  if (wanting) front.report(['moment'], `${CHANNELS[wanting].about} needs a \`subject\``);
  const silent = channels.find((channel) => (sections[channel] ?? body).text === '');
  if (silent !== undefined) (sections[silent] ?? body).report(0, `there is no text for ${silent}`);
};
