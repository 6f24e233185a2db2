import { readFile, writeFile } from 'node:fs/promises';
import { CopyFailed } from '../../functions/deliver/copy/errors.ts';
import type { Rendered } from '../../functions/deliver/copy/render.ts';
import { CHANNELS, type Channel } from '../../language/catalogue/channel.ts';
import { didYouMean } from '../../language/read/yaml/lookup.ts';
import { exampleNames, GivenFacts, givenNames } from '../../simulator/preview/names.ts';
import { renderAll } from '../../simulator/preview/render-all.ts';
import { loadProject } from '../../simulator/project.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';

export interface PreviewFlags {
  dir: string;
  with?: string;
  html?: string;
}

export interface PreviewDeps {
  /** In milliseconds: dates of the examples are near it. */
  now: () => number;
}

const readFacts = async (file: string): Promise<GivenFacts> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`Cannot read ${file} (${error.message}). Give a JSON file with --with.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}.`);
  }
  const found = GivenFacts.safeParse(value);
  if (found.success) return found.data;
  const issue = found.error.issues[0];
  const where = issue?.path.join('.') || 'the whole';
  throw new UsageError(
    `${file}: ${where}: ${issue?.message}. It should be like {"event": {…}, "customer": {…}, "with": {…}}, each if needed.`,
  );
};

/** `out.html`, and `out.fr.html` for a locale. */
const fileOf = (file: string, locale: string): string =>
  locale === 'default' ? file : file.replace(/(\.[^./\\]+)?$/, `.${locale}$1`);

const isDocument = (channel: Channel): boolean => CHANNELS[channel].body === 'html-document';

const print = (channel: Channel, locale: string, { subject, text, because }: Rendered): string[] => [
  '',
  `--- ${channel}${locale === 'default' ? '' : `, ${locale}`} ---`,
  ...(CHANNELS[channel].subject === 'none' ? [] : [`Subject: ${subject}`, '']),
  text,
  '',
  `Why: ${because}`,
];

/** Renders a moment on every channel it has, in every locale it has. */
export const preview = async (
  id: string,
  flags: PreviewFlags,
  { out, err }: Io,
  { now }: PreviewDeps,
): Promise<number> => {
  const project = await loadProject(flags.dir);
  const { moments } = project.catalogue;
  const moment = Object.hasOwn(moments, id) ? moments[id] : undefined;
  if (!moment)
    throw new UsageError(`No moment ${JSON.stringify(id)} in ${flags.dir}${didYouMean(id, Object.keys(moments))}`);
  const names =
    flags.with === undefined ? await exampleNames(project, id, now()) : givenNames(await readFacts(flags.with), now());
  const about = [moment.title, moment.topic && `topic ${moment.topic}`].filter(Boolean);
  out(about.length > 0 ? `${id}: ${about.join(', ')}` : id);
  for (const { channel, locale, rendered } of rendering(project, moment, names)) {
    for (const line of print(channel, locale, rendered)) out(line);
    if (flags.html !== undefined && isDocument(channel)) await write(fileOf(flags.html, locale), rendered, err);
  }
  if (flags.html !== undefined && !moment.channels.some(isDocument)) err(`${id} is no email: nothing was written.`);
  return 0;
};

const rendering = (...given: Parameters<typeof renderAll>) => {
  try {
    return renderAll(...given);
  } catch (error) {
    if (error instanceof CopyFailed || error instanceof RangeError) throw new UsageError(`${error.message}.`);
    throw error;
  }
};

const write = async (file: string, { html = '' }: Rendered, err: Io['err']): Promise<void> => {
  const page = /^\s*<(!doctype|html)/i.test(html) ? html : `<!doctype html>\n<meta charset="utf-8">\n${html}\n`;
  await writeFile(file, page).catch((error: Error) => {
    throw new UsageError(`Cannot write ${file} (${error.message}). Give another file with --html.`);
  });
  err(`Wrote ${file}`);
};
