import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { NotGiven } from '../../language/catalogue/gesture.ts';
import { type Because, becauseWords } from '../../language/catalogue/page-words/because.ts';
import { filled } from '../../language/catalogue/page-words/filled.ts';
import { parseReason } from '../../language/catalogue/reason.ts';
import type { Basis } from '../customer/model/journal.ts';
import { ownValue } from '../own-value.ts';

const ENGLISH = becauseWords('en');

/** How the sentences are said: in which words, and what a journey is called in them; undefined for one that is not there any more. */
interface Saying {
  say: (word: Because, values?: Record<string, string>) => string;
  titleOf: (journey: string) => string | undefined;
}

/** What of a decision its sentence says. */
interface Reasoned {
  reason: string;
  basis?: Basis | undefined;
}

/** A sentence for the customer about any reason but `clear`, which the moment's own `because` explains. */
export const becauseIn = ({ say, titleOf }: Saying, { reason, basis }: Reasoned): string => {
  const parts = parseReason(reason);
  if (!parts) return say('because.unknown');
  const instead = parts.reason === 'no-gesture' ? insteadOfGesture(basis) : undefined;
  if (instead) return say(instead);
  const sentence =
    parts.journey === undefined ? say(`because.${parts.reason}`) : behind(parts.journey, { say, titleOf });
  if (!parts.isPatienceOver) return sentence;
  return `${sentence.replace(/, so this can wait\.$/, '.')} ${say('because.patience-over')}`;
};

/** What became of a choice that is no gesture; undefined where there was none, or nothing of it could be given. */
const insteadOfGesture = ({ gestures = [], offerable = 0 }: Basis = {}): Because | undefined => {
  if (offerable > 0) return 'because.no-choice';
  const isEach = (why: NotGiven) => gestures.length > 0 && gestures.every((gesture) => gesture.why === why);
  if (isEach('person')) return 'because.person-chosen';
  return isEach('unchosen') ? 'because.nothing-chosen' : undefined;
};

const behind = (id: string, { say, titleOf }: Saying): string => {
  const journey = titleOf(id);
  return journey ? say('because.muted-by', { journey }) : say('because.muted-by-other');
};

/** The same in English as shipped, as the journal keeps it. */
export const becauseOf = (reasoned: Reasoned, { journeys }: Pick<Catalogue, 'journeys'>): string =>
  becauseIn(
    {
      say: (word, values = {}) => filled(ENGLISH[word], values),
      titleOf: (journey) => ownValue(journeys, journey)?.title,
    },
    reasoned,
  );

/** Why an event of ours came of a journey: what it is about, as events.yaml says. */
export const becauseOfEvent = (event: string, { events }: Pick<Catalogue, 'events'>): string =>
  ownValue(events, event)?.about ?? ENGLISH['because.part-of-series'];
