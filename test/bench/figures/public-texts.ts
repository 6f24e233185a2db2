import { readText } from '../../../core/sentiment/text.embedded.ts';
import { measure } from '../../core/sentiment/measure.ts';
import { below, type Figure } from '../figure.ts';
import { airlineTweets, bankingQuestions, type Rated, ratedTexts } from '../public-texts.ts';
import { ticketDays, treeAt } from '../quiet/tickets.ts';

/** What a first trial of the sum of rules and model gave. */
interface Tried {
  precision?: number;
  recall?: number;
}

const rated = (name: string, texts: Rated[], { precision, recall }: Tried): Figure[] => {
  const measured = measure(texts, 'negative');
  const reported = (figure: string, value: number, tried?: number): Figure => ({
    ...{ figure, value, unit: '', aim: tried === undefined ? 'reported' : `reported (a first trial gave ${tried})` },
  });
  return [
    reported(`precision of "negative", ${name}`, measured.precision, precision),
    reported(`recall of "negative", ${name}`, measured.recall, recall),
  ];
};

const SETS = [
  { name: 'tweets to airlines', texts: airlineTweets, tried: { precision: 0.91, recall: 0.74 } },
  { name: 'tweets of anything', texts: (data?: string) => ratedTexts(data, 'tweets'), tried: {} },
  { name: 'short reviews', texts: (data?: string) => ratedTexts(data, 'amazonReviewSnippets'), tried: {} },
];

/** How texts of others are read, where a folder has them: what it lacks is told and left out. */
export const publicFigures = async (tell: (what: string) => void, data?: string): Promise<Figure[]> => {
  const where = data === undefined ? 'no --data is given' : `${data} lacks it`;
  const figures: Figure[] = [];
  const questions = bankingQuestions(data);
  if (questions) {
    const alarms = questions.filter((text) => readText(text).mood === 'negative').length / questions.length;
    const days = await ticketDays(questions, true, await treeAt('.'));
    figures.push(
      below('false alarms on questions to a bank (Banking77)', alarms, 0.08),
      below('days of quiet that such a question costs as a ticket', days, 0.2, 'days'),
    );
  } else tell(`questions to a bank (Banking77) are left out: ${where}`);
  for (const { name, texts, tried } of SETS) {
    const samples = texts(data);
    if (samples) figures.push(...rated(name, samples, tried));
    else tell(`${name} are left out: ${where}`);
  }
  return figures;
};
