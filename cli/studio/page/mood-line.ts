import { html } from 'hono/html';
import { type MoodLine, type MoodMove, moodLine } from '../../../core/explain/mood-line.ts';
import { mark } from '../../../core/explain/tell.ts';
import { inWords } from '../../../core/explain/words/time.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { MoodPolicy } from '../../../language/catalogue/policy.ts';
import type { Story } from '../studio.ts';
import type { Html } from './layout.ts';
import { time } from './time.ts';
import { capital } from './words.ts';

/** More is not shown: what is older weighs nothing any more. */
const SPAN = 60 * DAY;
const MOVES = 12;

const [WIDTH, HEIGHT] = [600, 140];

const yOf = (score: number): number => Math.round(((1 - score) * HEIGHT * 10) / 2) / 10;

const svg = ({ points, moves }: MoodLine, from: number, to: number, policy: MoodPolicy, label: string): Html => {
  const xOf = (at: number): number => Math.round(((at - from) * WIDTH * 10) / Math.max(1, to - from)) / 10;
  const line = points.map(({ at, score }) => `${xOf(at)},${yOf(score)}`).join(' ');
  const level = (score: number, name: string): Html =>
    html`<line class="${name}" x1="0" x2="${WIDTH}" y1="${yOf(score)}" y2="${yOf(score)}"/>`;
  return html`<svg class="moods" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${level(0, 'zero')}${level(policy.positive, 'positive')}${level(policy.negative, 'negative')}
<polyline points="${line}"/>
${moves.map(({ taken, before, after }) => html`<circle class="${after < before ? 'negative' : 'positive'}" cx="${xOf(taken)}" cy="${yOf(after)}" r="4"/>`)}
</svg>`;
};

const moveItem = ({ before, after, taken, at, signals }: MoodMove, zone: string): Html => {
  const late = at === taken ? '' : html`, and happened ${time(at, zone)}`;
  const said = signals.map(({ because }) => capital(because)).join(' ');
  return html`<li>${said} <span class="soft">${mark(before)} to ${mark(after)}, ${time(taken, zone)}${late}</span></li>`;
};

/** Mood over time, and what moved it, newest first; nothing where nothing was heard. */
export const moodOverTime = ({ timeline, asOf }: Story, zone: string, policy: MoodPolicy): Html | '' => {
  const to = Date.parse(asOf);
  const first = timeline.find(({ kind, at }) => kind === 'signal' && Date.parse(at) >= to - SPAN);
  if (!first) return '';
  const from = Math.min(Date.parse(first.at), to - DAY);
  const line = moodLine(timeline, from, to, policy);
  const [low, last] = [Math.min(...line.points.map(({ score }) => score)), line.points.at(-1)?.score ?? 0];
  const label = `Mood from ${inWords(from, zone)} to ${inWords(to, zone)}: lowest ${mark(low)}, now ${mark(last)}`;
  return html`<section class="card" aria-labelledby="moods">
<h2 id="moods">Mood over time, and what moved it</h2>
${svg(line, from, to, policy, label)}
<p class="soft">${time(from, zone)} to ${time(to, zone)}, from -1 to 1. At ${mark(policy.negative)} and below it is negative, from ${mark(policy.positive)} on positive.</p>
<ul>${line.moves
    .toReversed()
    .slice(0, MOVES)
    .map((move) => moveItem(move, zone))}</ul>
</section>`;
};
