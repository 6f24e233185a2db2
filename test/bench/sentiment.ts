/**
 * Prints how well the embedded reader finds a mood, and how fast: on the support messages of this project and, where
 * they are, on VADER's labelled tweets and review snippets (Hutto and Gilbert 2014, MIT):
 *   node test/bench/sentiment.ts [folder of the *_GroundTruth.txt files]
 * Labels: mean valence of the raters (-4 to 4) at or below -0.5 is negative (the strict ones: -1), at or above 0.5
 * positive. Texts of the first half of each file were read while the words and rules were written; of the second half
 * only these figures were seen, when choosing between variants.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../core/sentiment/text.embedded.ts';
import { measure } from '../core/sentiment/measure.ts';
import { heldOut, tuning } from '../core/sentiment/support-messages.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/sentiment');

const labelled = (file: string, cut: number) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, valence, ...text] = line.split('\t');
      const value = Number(valence);
      return { text: text.join('\t'), label: value <= -cut ? 'negative' : value >= cut ? 'positive' : 'neutral' };
    });

const print = (name: string, texts: { text: string; label: string }[]): void => {
  for (const mood of ['negative', 'positive'] as const) {
    const { precision, recall } = measure(texts, mood);
    const figures = `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`;
    console.log(`${name.padEnd(42)} ${String(texts.length).padStart(5)}  ${mood}  ${figures}`);
  }
};

print('support messages, tuned on', tuning);
print('support messages, held out', heldOut);
for (const file of ['tweets_GroundTruth.txt', 'amazonReviewSnippets_GroundTruth.txt']) {
  if (!existsSync(join(folder, file))) {
    console.log(`${file} is not in ${folder}: left out`);
    continue;
  }
  for (const cut of [0.5, 1]) {
    const texts = labelled(file, cut);
    const name = `${file.replace('_GroundTruth.txt', '')}, cut ${cut}`;
    print(`${name}, read`, texts.slice(0, texts.length / 2));
    print(`${name}, not read`, texts.slice(texts.length / 2));
  }
  const texts = labelled(file, 1);
  const started = performance.now();
  for (const { text } of texts) readText(text);
  console.log(`${Math.round((texts.length / (performance.now() - started)) * 1000)} texts a second`);
}
