import { together } from '../../../../../core/sentiment/english/logits.ts';
import { MOST } from '../../../../../core/sentiment/english/unhappy.ts';
import {
  type Curve,
  HEADS,
  type Head,
  likelihood,
  type PackedModel,
} from '../../../../../core/sentiment/model/model.ts';
import type { Likelihoods } from '../../../../../core/sentiment/value.ts';
import type { Language } from '../../../../../language/catalogue/languages.ts';
import { type Fitted, fitWeights } from '../fit.ts';
import { LEAN, OPTIONS } from '../options.ts';
import { fitCurve, rightFrom } from './calibrate.ts';
import { lessonsOf, type TextLesson } from './lessons.ts';
import { pack } from './pack.ts';
import { partsOf } from './parts.ts';
import type { Text } from './texts.ts';
import { chance, logitOf, shuffled, type Head as Trained, train } from './train.ts';

const SEED = 20_261_127;
/** English has messages enough to fill more places. */
const BITS: Partial<Record<Language, number>> = { en: 18 };
const bitsFor = (language: Language): number => BITS[language] ?? 16;
/** What fewer texts have is not learned: it would be learned by heart. */
const FEWEST: Partial<Record<Language, number>> = { en: 5 };
const HOW = { heads: HEADS.length, rounds: 6, rate: 0.2, pull: 1e-6, seed: SEED };
/** English has many times as many texts: longer steps, and weights drawn to 0 at each, keep it from learning them by heart. */
const OTHERWISE: Partial<Record<Language, Partial<typeof HOW>>> = { en: { rounds: 32, rate: 0.5, pull: 5e-5 } };
const howFor = (language: Language) => ({
  ...HOW,
  ...OTHERWISE[language],
  bits: bitsFor(language),
  fewest: FEWEST[language] ?? 1,
});
/** Of those read as strong at least so many are unhappy, and of the unhappy at most so many are strong. */
const RIGHT = 0.96;
const MOST_STRONG = 0.5;
/** And the writer is more likely very unhappy than not. */
const RATHER_STRONG = 0.55;

/** Of the messages to a help desk that are called unhappy at least so many are; and nobody is called so who is twice as likely not to be. */
const RIGHT_UNHAPPY = 0.95;
const LEAST_UNHAPPY = 0.34;

/** A text that was not learned from, as it was read. */
export interface Unseen extends Likelihoods {
  text: Text;
}

const logitsFrom = (heads: Trained[], { features }: TextLesson): Record<Head, number> => ({
  negative: logitOf(heads[0]!, features),
  positive: logitOf(heads[1]!, features),
  strong: logitOf(heads[2]!, features),
});

/** What rules say that were fitted without the text. */
const refit = ({ bias, weights }: Fitted, { signs, said, rules }: TextLesson): Record<Head, number> => {
  const sum = [...signs].reduce((all, [name, value]) => all + (weights.get(name) ?? 0) * value, bias + LEAN + said);
  const negative = Math.min(MOST, Math.max(-MOST, sum));
  return { ...rules, negative, strong: negative };
};

/** From where on `strong` keeps its word, by texts that were not learned from. */
const findStrong = (all: Unseen[]): number => {
  const unhappy = all.filter(({ negative }) => negative >= 0.5).sort((one, two) => two.strong - one.strong);
  const most = unhappy.slice(0, Math.floor(unhappy.length * MOST_STRONG));
  const from = rightFrom(
    most.map(({ text, strong }) => ({ likely: strong, is: text.mood === 'negative' })),
    RIGHT,
  );
  return Math.max(from, RATHER_STRONG);
};

/** From where on `negative` keeps its word, where sets were held out to tell. */
const findNegative = (all: Unseen[]): number | undefined => {
  const support = all.filter(({ text, negative, positive }) => text.kind === 'support' && negative >= positive);
  if (!support.some(({ text }) => text.wasHeldOut)) return undefined;
  const from = rightFrom(
    support.map(({ text, negative }) => ({ likely: negative, is: text.mood === 'negative' })),
    RIGHT_UNHAPPY,
  );
  return Math.max(from, LEAST_UNHAPPY);
};

/** Learns from all but a part, and reads that; once for each part. Public texts are always learned from. */
const readUnseen = (own: TextLesson[], others: TextLesson[], language: Language) => {
  return partsOf(own).flatMap((unknown) => {
    const left = new Set(unknown);
    const training = own.filter((lesson) => !left.has(lesson));
    const heads = train([...others, ...training], howFor(language));
    const fitted = language === 'en' ? fitWeights(training, OPTIONS) : undefined;
    return unknown.map((lesson) => {
      const model = logitsFrom(heads, lesson);
      return { text: lesson.text, logits: fitted ? together(refit(fitted, lesson), model, lesson.plain) : model };
    });
  });
};

export interface Learned {
  packed: PackedModel;
  /** Messages of the project, as a model read them that had not learned from them. */
  unseen: Unseen[];
}

/** Texts beside those that are read: public ones, or messages in other languages, whose kinds of words tell the same. */
export interface Beside {
  language: Language;
  texts: Text[];
}

/** Learns a language from messages and from texts beside them. The same texts give the same model. */
export const learn = (language: Language, messages: Text[], beside: Beside[]): Learned => {
  const bits = bitsFor(language);
  const own = lessonsOf(shuffled(messages, chance(SEED)), language, bits);
  const others = beside.flatMap((one) => lessonsOf(one.texts, one.language, bits));
  const seen = readUnseen(own, others, language);
  const curves = HEADS.map(
    (head, at): Curve =>
      fitCurve(
        seen.flatMap(({ text, logits }) => {
          const is = [text.mood === 'negative', text.mood === 'positive', text.strong][at];
          return is === undefined ? [] : [{ logit: logits[head], is }];
        }),
      ),
  );
  const read = seen.map(({ text, logits }): Unseen => {
    const [negative = 0, positive = 0, strong = 0] = HEADS.map((head, at) => likelihood(curves[at]!, logits[head]));
    return { text, negative, positive, strong, strongFrom: 1 };
  });
  const strongFrom = findStrong(read);
  const negativeFrom = findNegative(read);
  const heads = train([...others, ...own], howFor(language));
  return {
    packed: pack(heads, { language, bits, strongFrom, negativeFrom, curves }),
    unseen: read.map((one) => ({ ...one, strongFrom, negativeFrom })),
  };
};
