import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Ask } from '../../functions/deliver/channel.ts';
import { CopyFailed } from '../../functions/deliver/copy/errors.ts';
import { CHANNELS, type Channel } from '../../language/catalogue/channel.ts';
import { didYouMean } from '../../language/read/yaml/lookup.ts';
import { exampleNames, GivenFacts, givenNames } from '../../simulator/preview/names.ts';
import { type Rendering, renderAll } from '../../simulator/preview/render-all.ts';
import type { DeclareCommand } from '../command.ts';
import { type DirFlag, dirOption } from '../options.ts';
import type { Output } from '../output.ts';
import { printCost } from '../print/text-message.ts';
import { loadAndSay } from '../runnable.ts';
import { UsageError } from '../usage-error.ts';

interface PreviewFlags extends DirFlag {
  with?: string;
  html?: string;
}

interface PreviewDeps {
  /** In milliseconds: dates of the examples are near it. */
  now: () => number;
}

const readFacts = async (file: string): Promise<GivenFacts> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`Cannot read ${file} (${error.message}). Give a JSON file with --with.`);
  });
  let value: unknown;
  try {
    // Some programs put a mark before UTF-8.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}.`);
  }
  const facts = GivenFacts.safeParse(value);
  if (facts.success) return facts.data;
  const issue = facts.error.issues[0];
  const where = issue?.path.join('.') || 'the whole';
  throw new UsageError(
    `${file}: ${where}: ${issue?.message}. It should be like {"event": {…}, "customer": {…}, "with": {…}}, each if needed.`,
  );
};

/** `out.html`, and `out.fr.html` for a locale. */
const fileOf = (file: string, locale: string): string =>
  locale === 'default' ? file : file.replace(/(\.[^./\\]+)?$/, `.${locale}$1`);

const isDocument = (channel: Channel): boolean => CHANNELS[channel].body === 'html-document';

const buttonOf = ({ label, means }: Ask['choices'][number]): string =>
  means === undefined ? label : `${label} (${means})`;

const print = ({ channel, locale, subject, preheader, text, asks, because }: Rendering): string[] => [
  '',
  `--- ${channel}${locale === 'default' ? '' : `, ${locale}`} ---`,
  ...(CHANNELS[channel].subject === 'none' ? [] : [`Subject: ${subject}`]),
  ...(isDocument(channel) && preheader ? [`Preheader: ${preheader}`] : []),
  ...(CHANNELS[channel].subject === 'none' ? [] : ['']),
  text.trimEnd(),
  '',
  ...(asks ? [`Buttons: ${asks.choices.map(buttonOf).join(' | ')}`] : []),
  ...(CHANNELS[channel].body === 'short-text' ? [`Costs: ${printCost(text)}`] : []),
  `Why: ${because}`,
];

/** Renders a moment on every channel it has, in every locale it has. */
export const preview = async (
  id: string,
  flags: PreviewFlags,
  { out, err }: Output,
  { now }: PreviewDeps,
): Promise<number> => {
  const { project, leftOut } = await loadAndSay(flags.dir, err);
  const { moments } = project.catalogue;
  const moment = Object.hasOwn(moments, id) ? moments[id] : undefined;
  if (!moment && leftOut.some(({ name }) => name === `moments/${id}.md`))
    throw new UsageError(`${id} is broken, or needs what is: mend it first, then it can be shown.`);
  if (!moment)
    throw new UsageError(`No moment ${JSON.stringify(id)} in ${flags.dir}${didYouMean(id, Object.keys(moments))}`);
  const names =
    flags.with === undefined ? await exampleNames(project, id, now()) : givenNames(await readFacts(flags.with), now());
  const about = [moment.title, moment.topic && `topic ${moment.topic}`].filter(Boolean);
  out(about.length > 0 ? `${id}: ${about.join(', ')}` : id);
  for (const rendering of renderWithFacts(project, moment, names)) {
    for (const line of print(rendering)) out(line);
    const { channel, locale, html = '' } = rendering;
    if (flags.html !== undefined && isDocument(channel)) await write(fileOf(flags.html, locale), html, err);
  }
  if (flags.html !== undefined && !moment.channels.some(isDocument)) err(`${id} is no email: nothing was written.`);
  return 0;
};

const renderWithFacts = (...facts: Parameters<typeof renderAll>) => {
  try {
    return renderAll(...facts);
  } catch (error) {
    if (error instanceof CopyFailed || error instanceof RangeError) throw new UsageError(`${error.message}.`);
    throw error;
  }
};

const write = async (file: string, html: string, err: Output['err']): Promise<void> => {
  await writeFile(file, html).catch((error: Error) => {
    throw new UsageError(`Cannot write ${file} (${error.message}). Give another file with --html.`);
  });
  err(`Wrote ${file}`);
};

export const previewCommand: DeclareCommand = ({ output, run }) =>
  new Command('preview')
    .description('show a moment as it goes out on every channel: with its footer, and what a text message costs')
    .argument('<moment>')
    .addOption(dirOption())
    .option('--with <file.json>', 'facts to print: {"event": {…}, "customer": {…}, "with": {…}}')
    .option('--html <file>', 'write the very email there, with layout and footer, to look at in a browser')
    .action(run((moment: string, flags: PreviewFlags) => preview(moment, flags, output, { now: Date.now })));
