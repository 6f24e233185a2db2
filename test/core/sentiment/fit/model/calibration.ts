import { valueFrom } from '../../../../../core/sentiment/value.ts';
import type { Unseen } from './learn.ts';

/** Texts that were said to be as likely, and how many of them were. */
export interface Bin {
  texts: number;
  likelihood: number;
  were: number;
}

const BINS = 10;

/** By how likely it was said that the writer is unhappy. Bins without texts are left out. */
export const binsOf = (unseen: Unseen[]): Bin[] =>
  Array.from({ length: BINS }, (_, bin): Bin => {
    const own = unseen.filter(({ negative }) => Math.min(BINS - 1, Math.floor(negative * BINS)) === bin);
    const texts = own.length;
    const likelihood = own.reduce((sum, { negative }) => sum + negative, 0) / texts;
    return { texts, likelihood, were: own.filter(({ text }) => text.mood === 'negative').length / texts };
  }).filter(({ texts }) => texts > 0);

const BANDS = [
  { name: '-1 to -0.6: strong', from: -1, to: -0.6 },
  { name: 'to -0.4', from: -0.6, to: -0.4 },
  { name: 'to -0.25', from: -0.4, to: -0.25 },
  { name: 'to 0.25: no mood', from: -0.25, to: 0.25 },
  { name: '0.25 to 1: positive', from: 0.25, to: 1.01 },
];

/** What texts of a value were, by the person who wrote them. */
export const bandTable = (unseen: Unseen[]): string => {
  const read = unseen.map((one) => ({ value: valueFrom(one), text: one.text }));
  const rows = BANDS.map(({ name, from, to }) => {
    const own = read.filter(({ value }) =>
      to <= -0.25
        ? value <= to && (from === -1 || value > from)
        : to === 0.25
          ? value > from && value < to
          : value >= from,
    );
    const share = (is: (text: Unseen['text']) => boolean): string =>
      own.length === 0 ? '' : (own.filter(({ text }) => is(text)).length / own.length).toFixed(2);
    const columns = [
      share(({ mood }) => mood === 'negative'),
      share(({ mood, strong }) => mood === 'negative' && strong === true),
      share(({ mood }) => mood === 'neutral'),
      share(({ mood }) => mood === 'positive'),
    ];
    return `| ${name} | ${own.length} | ${columns.join(' | ')} |`;
  });
  return ['| value | texts | unhappy | of these very | neither | happy |', '|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );
};

export const binTable = (bins: Bin[]): string =>
  [
    '| said to be unhappy | texts | were |',
    '|---|---|---|',
    ...bins.map(({ texts, likelihood, were }) => `| ${likelihood.toFixed(2)} | ${texts} | ${were.toFixed(2)} |`),
  ].join('\n');

const SIZE = 260;
const EDGE = 40;

/** The curve as a drawing: what was said to the right, what was so upwards; on the diagonal both are the same. */
export const curveSvg = (bins: Bin[]): string => {
  const x = (share: number): string => (EDGE + share * SIZE).toFixed(1);
  const y = (share: number): string => (EDGE / 2 + (1 - share) * SIZE).toFixed(1);
  const points = bins.map(({ likelihood, were }) => `${x(likelihood)},${y(were)}`);
  const dots = points.map((point) => {
    const [cx, cy] = point.split(',');
    return `  <circle cx="${cx}" cy="${cy}" r="3.5" fill="#1f6feb"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE + EDGE * 1.5} ${SIZE + EDGE * 1.5}" width="420" font-family="sans-serif" font-size="11" fill="#57606a">
  <title>How likely writers were said to be unhappy, and how many were</title>
  <rect x="${EDGE}" y="${EDGE / 2}" width="${SIZE}" height="${SIZE}" fill="#ffffff" stroke="#d0d7de"/>
  <line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#d0d7de" stroke-dasharray="4 4"/>
  <polyline points="${points.join(' ')}" fill="none" stroke="#1f6feb" stroke-width="2"/>
${dots.join('\n')}
${[0, 0.5, 1].map((at) => `  <text x="${x(at)}" y="${SIZE + EDGE / 2 + 14}" text-anchor="middle">${at}</text>\n  <text x="${EDGE - 6}" y="${Number(y(at)) + 4}" text-anchor="end">${at}</text>`).join('\n')}
  <text x="${x(0.5)}" y="${SIZE + EDGE / 2 + 30}" text-anchor="middle">said to be unhappy</text>
  <text transform="translate(12 ${y(0.5)}) rotate(-90)" text-anchor="middle">were unhappy</text>
</svg>
`;
};
