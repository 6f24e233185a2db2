import { spawnSync } from 'node:child_process';
import { ownWords } from '../../../core/sentiment/clean.ts';
import { modelOf } from '../../../core/sentiment/model/models.ts';
import { readOwn, readText } from '../../../core/sentiment/text.embedded.ts';
import { LANGUAGES } from '../../../language/catalogue/languages.ts';
import {
  type HeldOut,
  plainRequests,
  praiseIn,
  precisionAt,
  readHeldOut,
  readPlain,
  supportMessages,
} from '../../core/sentiment/held-out.ts';
import { heldOut, tuning } from '../../core/sentiment/support-messages.ts';
import { atLeast, below, type Figure, median } from '../figure.ts';
import type { Bench } from '../parts.ts';
import { publicFigures } from './public-texts.ts';

const LINES = 10_000;
const ROUNDS = 3;

const lines = (): string =>
  Array.from({ length: LINES }, (_, at) => tuning[at % tuning.length]!.text.replaceAll('\n', ' ')).join('\n');

const SECONDS = /(\d+)m([\d.]+)s/g;

/** Seconds of processor that the command takes, which others on the machine lengthen less than those of a clock. */
const secondsFor = (input: string, lines: number): number => {
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', 'cli/tactful.ts', 'mood'];
  // `times` of a shell: two lines, the last of them of its children.
  const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$@" && times', ...command], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const answers = stdout.trimEnd().split('\n');
  const times = [...(answers.at(-1) ?? '').matchAll(SECONDS)];
  const seconds = times.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
  const answered = answers.length - 2;
  if (status !== 0 || answered !== lines) throw new Error(`tactful mood answered ${answered} lines. ${stderr}`);
  return seconds;
};

/** Lines a second that the command reads and answers; one line is its start. */
const linesASecond = (input: string): number =>
  (LINES - 1) / (secondsFor(input, LINES) - secondsFor(input.slice(0, input.indexOf('\n')), 1));

const isNegative = ({ text }: { text: string }): boolean => readText(text).mood === 'negative';
const share = <T>(all: T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;

interface Aims {
  precision: number;
  recall: number;
}

const figuresOf = (name: string, texts: { text: string; label: string }[], { precision, recall }: Aims): Figure[] => {
  const negative = texts.filter(isNegative);
  const isSo = ({ label }: { label: string }) => label === 'negative';
  return [
    atLeast(`precision of "negative", ${name}`, share(negative, isSo), precision),
    atLeast(`recall of "negative", ${name}`, share(texts.filter(isSo), isNegative), recall),
  ];
};

/** How much is called strong, and how much of that is right. */
const strength = (texts: HeldOut[]): Figure[] => {
  const negative = texts.filter(isNegative);
  const strong = negative.filter(({ text }) => readText(text).value <= -0.6);
  return [
    atLeast(
      'of what is called strong, unhappy',
      share(strong, ({ label }) => label === 'negative'),
      0.95,
    ),
    below('of what is called negative, strong', strong.length / negative.length, 0.5),
  ];
};

/** How well a language would be read by its model, whether it is shipped or not; nothing where it has no model. */
const inLanguage = (language: (typeof LANGUAGES)[number]): Figure[] => {
  const texts = readHeldOut(language);
  if (texts.length === 0 || !modelOf(language)) return [];
  const read = texts.map(({ text, label }) => {
    const reading = readOwn(ownWords(text));
    return { label, negative: typeof reading === 'string' ? 0 : reading.likelihoods.negative };
  });
  return [
    atLeast(`precision of "negative" at recall 0.70, ${language}`, precisionAt(0.7, read), 0.85),
    ...figuresOf(language, texts, { precision: 0.85, recall: 0.7 }),
  ];
};

/** Precision where requests and praise are asked about too, though nobody among them is unhappy. */
const precisionOfAll = (texts: HeldOut[]): Figure => ({
  figure: 'precision of "negative", with requests and praise',
  value: share(texts.filter(isNegative), ({ label }) => label === 'negative'),
  unit: '',
  aim: 'reported',
});

const inEnglish = (texts: HeldOut[]): Figure[] => [
  ...figuresOf('support messages', supportMessages(texts), { precision: 0.95, recall: 0.92 }),
  precisionOfAll(texts),
  ...strength(texts),
  below('false alarms on plain requests', share(plainRequests(texts), isNegative), 0.06),
  below('false alarms on praise', share(praiseIn(texts), isNegative), 0.08),
];

/** Plain news must not hold anything up; who complains as plainly is heard. */
const inPlainWords = (name: string, texts: HeldOut[]): Figure[] => {
  const isUnhappy = ({ label }: HeldOut) => label === 'negative';
  return [
    below(
      `false alarms on plain news, ${name}`,
      share(
        texts.filter((text) => !isUnhappy(text)),
        isNegative,
      ),
      0.1,
    ),
    atLeast(`recall of plain complaints, ${name}`, share(texts.filter(isUnhappy), isNegative), 0.8),
  ];
};

/** How well the embedded reader tells moods in messages that it was not made with, and how fast `tactful mood` is. */
export const sentimentFigures = async ({ tell, data }: Bench): Promise<Figure[]> => {
  const english = readHeldOut('en');
  const input = lines();
  const speed = median(Array.from({ length: ROUNDS }, () => linesASecond(input)));
  return [
    ...(english.length === 0 ? [] : inEnglish(english)),
    ...figuresOf('held out earlier', heldOut, { precision: 0.85, recall: 0.8 }),
    ...LANGUAGES.flatMap((language) => (language === 'en' ? [] : inLanguage(language))),
    ...inPlainWords('en', readPlain('en')),
    ...inPlainWords(
      'other languages',
      LANGUAGES.flatMap((language) => (language === 'en' ? [] : readPlain(language))),
    ),
    ...(await publicFigures(tell, data)),
    atLeast('tactful mood, by processor time, less its start', speed, 5000, 'lines/s'),
  ];
};
