import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type Figure, short } from './figure.ts';

const HEAD = '| figure | measured | beside it | ratio | aim |\n|---|---|---|---|---|';

const line = ({ figure, value, unit, reference, ratio, aim, met }: Figure): string => {
  const beside = reference ? `${short(reference.value)} ${unit}, ${reference.what}` : '';
  const verdict = met === undefined ? aim : `${aim}: ${met ? 'met' : '**missed**'}`;
  return `| ${figure} | ${short(value)} ${unit} | ${beside} | ${ratio === undefined ? '' : short(ratio)} | ${verdict} |`;
};

/** The machine that figures are of. */
const machine = (): string => {
  const [{ model = '' } = {}] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores${model.trim() === '' ? '' : ` (${model.trim()})`}, ${gigabytes} GiB, Node ${process.version.slice(1)}`;
};

const marks = (part: string): [string, string] => [`<!-- ${part} -->`, `<!-- /${part} -->`];

/** Whether a document has a place for the figures of a part. */
export const hasPlace = (text: string, part: string): boolean => marks(part).every((mark) => text.includes(mark));

/** Puts the figures of a part where a document has its place, with the day, the machine and the command. */
export const document = (text: string, part: string, figures: Figure[], at: Date): string => {
  const [open, close] = marks(part);
  const [before = '', rest = ''] = text.split(open);
  const [, after = ''] = rest.split(close);
  const origin = `\`npm run bench -- --only ${part}\`, ${at.toISOString().slice(0, 10)}, ${machine()}:`;
  return `${before}${open}\n${origin}\n\n${HEAD}\n${figures.map(line).join('\n')}\n${close}${after}`;
};

/** The same, in a file. */
export const writeInto = (file: string, part: string, figures: Figure[], at: Date): void =>
  writeFileSync(file, document(readFileSync(file, 'utf8'), part, figures, at));
