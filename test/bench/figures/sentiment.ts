import { spawnSync } from 'node:child_process';
import { measure } from '../../core/sentiment/measure.ts';
import { heldOut, tuning } from '../../core/sentiment/support-messages.ts';
import { type Figure, median } from '../figure.ts';

const LINES = 10_000;
const ROUNDS = 3;

const lines = (): string =>
  Array.from({ length: LINES }, (_, at) => tuning[at % tuning.length]!.text.replaceAll('\n', ' ')).join('\n');

/** Lines a second that the command reads and answers, its start included. */
const linesASecond = (input: string): number => {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'cli/tactful.ts', 'mood'],
    { input, encoding: 'utf8', maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - began) / 1000;
  const answered = stdout.trimEnd().split('\n').length;
  if (status !== 0 || answered !== LINES) throw new Error(`tactful mood answered ${answered} lines. ${stderr}`);
  return LINES / seconds;
};

const share = (figure: string, value: number, aim: number): Figure => ({
  figure,
  value,
  unit: '',
  ratio: value / aim,
  aim: `at least ${aim.toFixed(2)}`,
  met: value >= aim,
});

/** How well the embedded reader finds the unhappy among messages held out, and how fast `tactful mood` is. */
export const sentimentFigures = async (): Promise<Figure[]> => {
  const { precision, recall } = measure(heldOut, 'negative');
  const input = lines();
  const speed = median(Array.from({ length: ROUNDS }, () => linesASecond(input)));
  return [
    share('precision of "negative", held out', precision, 0.85),
    share('recall of "negative", held out', recall, 0.8),
    {
      figure: 'tactful mood, with its start',
      value: speed,
      unit: 'lines/s',
      ratio: speed / 2000,
      aim: 'at least 2000',
      met: speed >= 2000,
    },
  ];
};
