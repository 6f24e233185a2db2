/**
 * Learns the models of the embedded reader and writes them into core/sentiment/model/weights/:
 *   node test/core/sentiment/fit/model/main.ts [folder of public texts] [language ...]
 * Without a language all that have messages are learned. English also learns from public texts (moods/*.jsonl in the folder); what
 * is lacking is told, and the model is learned without it. Seeded; English takes four minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueFrom } from '../../../../../core/sentiment/value.ts';
import { LANGUAGES, type Language } from '../../../../../language/catalogue/languages.ts';
import { bandTable, binsOf, binTable, curveSvg } from './calibration.ts';
import { commonWordsSource } from './common-words.ts';
import { type Beside, learn, type Unseen } from './learn.ts';
import { packedSize } from './pack.ts';
import { plainNews } from './plain-news.ts';
import { sourceOf } from './source.ts';
import { ownTexts, publicTexts, type Text, tuningTexts } from './texts.ts';

const isLanguage = (word: string): word is Language => LANGUAGES.some((language) => language === word);

const args = process.argv.slice(2);
const languages = args.filter(isLanguage);
const folder = args.find((one) => !isLanguage(one)) ?? join(import.meta.dirname, '../../../../../../shared/data');
const WEIGHTS = join(import.meta.dirname, '../../../../../core/sentiment/model/weights');

const percent = (share: number): string => share.toFixed(3);

const report = (name: string, unseen: Unseen[]): void => {
  const read = unseen.map((one) => ({ value: valueFrom(one), text: one.text }));
  const negatives = read.filter(({ value }) => value <= -0.25);
  const right = negatives.filter(({ text }) => text.mood === 'negative');
  const strong = negatives.filter(({ value }) => value <= -0.6);
  const unhappy = read.filter(({ text }) => text.mood === 'negative');
  const happy = read.filter(({ value }) => value >= 0.25);
  const glad = happy.filter(({ text }) => text.mood === 'positive');
  console.log(
    `${name}: ${unseen.length} unseen  negative precision ${percent(right.length / negatives.length)} recall ${percent(right.length / unhappy.length)}  ` +
      `strong ${percent(strong.length / negatives.length)} of them, right ${percent(strong.filter(({ text }) => text.mood === 'negative').length / strong.length)}  ` +
      `positive precision ${percent(glad.length / happy.length)} recall ${percent(glad.length / read.filter(({ text }) => text.mood === 'positive').length)}`,
  );
};

/** What messages in another language count: their words are others, but what kinds of words follow each other tells the same. */
const OTHER = 0.1;

const messagesIn = (language: Language): Text[] => [...(language === 'en' ? tuningTexts() : []), ...ownTexts(language)];

const othersThan = (language: Language): Beside[] =>
  LANGUAGES.filter((other) => other !== language).map((other) => ({
    language: other,
    texts: messagesIn(other).map((text) => ({ ...text, weight: OTHER })),
  }));

const DOCS = join(import.meta.dirname, '../../../../../docs');

/** What English texts that were not learned from came to, as tables and a drawing of docs/sentiment.md. */
const writeCalibration = (unseen: Unseen[]): void => {
  const bins = binsOf(unseen);
  writeFileSync(join(DOCS, 'sentiment-calibration.svg'), curveSvg(bins));
  const page = join(DOCS, 'sentiment.md');
  const section = `<!-- calibration -->\n${bandTable(unseen)}\n\n${binTable(bins)}\n<!-- /calibration -->`;
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(/<!-- calibration -->.*<!-- \/calibration -->/s, () => section),
  );
};

writeFileSync(join(WEIGHTS, '../../languages/common-words.ts'), commonWordsSource());
for (const language of languages.length > 0 ? languages : LANGUAGES) {
  const messages = messagesIn(language);
  if (messages.length === 0) {
    console.log(`${language}: no messages, left out`);
    continue;
  }
  const { texts, lacking } = language === 'en' ? publicTexts(folder) : { texts: [], lacking: [] };
  for (const file of lacking)
    console.log(`${language}: ${file} is not in ${folder}; learned without it, which tells less`);
  const beside = language === 'en' ? [{ language, texts: [...texts, ...plainNews()] }] : othersThan(language);
  const { packed, unseen } = learn(language, messages, beside);
  const source = sourceOf(packed);
  writeFileSync(join(WEIGHTS, `${language}.ts`), source);
  report(language, unseen);
  if (language === 'en') writeCalibration(unseen);
  if (language === 'en') for (const [set, theirs] of Map.groupBy(unseen, ({ text }) => text.from)) report(set, theirs);
  console.log(`${language}: ${Math.ceil(packedSize(source) / 1024)} KB gzipped`);
}
