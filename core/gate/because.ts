import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { type Because, becauseWords } from '../../language/catalogue/page-words/because.ts';
import { filled } from '../../language/catalogue/page-words/filled.ts';
import { parseReason } from '../../language/catalogue/reason.ts';
import { ownValue } from '../own-value.ts';

const ENGLISH = becauseWords('en');

/** How the sentences are said: in which words, and what a journey is called in them; undefined for one that is not there any more. */
interface Saying {
  say: (word: Because, values?: Record<string, string>) => string;
  titleOf: (journey: string) => string | undefined;
}

/** A sentence for the customer about any reason but `clear`, which the moment's own `because` explains. */
export const becauseIn = ({ say, titleOf }: Saying, reason: string): string => {
  const parts = parseReason(reason);
  if (!parts) return say('because.unknown');
  const sentence =
    parts.journey === undefined ? say(`because.${parts.reason}`) : behind(parts.journey, { say, titleOf });
  if (!parts.isPatienceOver) return sentence;
  return `${sentence.replace(/, so this can wait\.$/, '.')} ${say('because.patience-over')}`;
};

const behind = (id: string, { say, titleOf }: Saying): string => {
  const journey = titleOf(id);
  return journey ? say('because.muted-by', { journey }) : say('because.muted-by-other');
};

/** The same in English as shipped, as the journal keeps it. */
export const becauseOf = (reason: string, { journeys }: Pick<Catalogue, 'journeys'>): string =>
  becauseIn(
    {
      say: (word, values = {}) => filled(ENGLISH[word], values),
      titleOf: (journey) => ownValue(journeys, journey)?.title,
    },
    reason,
  );

/** Why an event of ours came of a journey: what it is about, as events.yaml says. */
export const becauseOfEvent = (event: string, { events }: Pick<Catalogue, 'events'>): string =>
  ownValue(events, event)?.about ?? ENGLISH['because.part-of-series'];
