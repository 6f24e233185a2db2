import { ownValue } from '../../core/own-value.ts';
import type { Gestures } from '../../language/catalogue/gesture.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import { QUESTIONS, RANGES, type Spoken, spokenIn, WOULD_HELP } from '../../language/catalogue/question.ts';
import { titleIn } from '../../language/catalogue/spoken-title.ts';
import { chooseCopy } from '../deliver/copy/locale.ts';

/** One button. */
export interface AnswerButton {
  /** What a form and an address carry: a score, or the place of a word. */
  value: string;
  label: string;
  /** What the lowest and the highest mean. */
  means?: string;
  /** What the event of the answer says. */
  says: { score: number } | { word: string } | { gesture: string };
}

/** A question that is answered in one tap, as one language asks it. */
export interface Asking {
  question: string;
  choices: AnswerButton[];
  /** Of the question: a language tag. */
  locale: string;
  /** In which our own words stand beside it. */
  spoken: Spoken;
}

/** What a moment offers: kinds of gestures, and what they are called. */
export interface OfferedKinds {
  kinds: readonly string[];
  gestures: Gestures | undefined;
}

/** The question of a moment for a customer with this locale; undefined where it is not answered in one tap. */
export const askingOf = (
  moment: Moment,
  customerLocale: string | undefined,
  offered?: OfferedKinds,
  ofDefault = 'en-GB',
): Asking | undefined => {
  const { asks, taps } = moment;
  if (!taps || (asks === undefined && !moment.gestures)) return undefined;
  const { copy, locale } = chooseCopy(moment, customerLocale, ofDefault);
  const spoken = spokenIn(locale) ?? 'en';
  const own = copy?.asks ?? {};
  if (asks === undefined) {
    const question = own.question ?? WOULD_HELP[spoken];
    return {
      question,
      choices: kindsToChoose(offered, locale),
      locale: own.question === undefined ? spoken : locale,
      spoken,
    };
  }
  if (asks === 'open') {
    // The event says the word of the moment's own file, whatever the language: conditions compare it.
    const words = moment.copy.default?.asks?.words ?? [];
    const choices = words.map((word, place) => ({
      value: String(place + 1),
      label: own.words?.[place] ?? word,
      says: { word },
    }));
    return { question: own.question ?? moment.copy.default?.asks?.question ?? '', choices, locale, spoken };
  }
  const { question, ends } = { ...QUESTIONS[spoken][asks], ...own };
  const { from, to } = RANGES[asks];
  const choices = Array.from({ length: to - from + 1 }, (_, place) => {
    const score = from + place;
    const means = score === from ? ends[0] : score === to ? ends[1] : undefined;
    return { value: String(score), label: String(score), ...(means === undefined ? {} : { means }), says: { score } };
  });
  // A moment without a question of its own is asked ours, which is in a language that we speak.
  return { question, choices, locale: own.question === undefined ? spoken : locale, spoken };
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A button for each kind, called as customers read it. */
const kindsToChoose = (offered: OfferedKinds | undefined, locale: string): AnswerButton[] =>
  (offered?.kinds ?? []).flatMap((kind) => {
    const title = ownValue(offered?.gestures?.kinds ?? {}, kind)?.title;
    return title ? [{ value: kind, label: capital(titleIn(title, locale)), says: { gesture: kind } }] : [];
  });

/** `1 = no, 5 = yes`; undefined where the labels say all. */
export const meaningOf = ({ choices }: Pick<Asking, 'choices'>): string | undefined => {
  const ends = choices.filter(({ means }) => means !== undefined);
  return ends.length === 0 ? undefined : ends.map(({ label, means }) => `${label} = ${means}`).join(', ');
};
