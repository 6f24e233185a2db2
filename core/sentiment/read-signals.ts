import type { EventType } from '../../language/catalogue/event.ts';
import { Scale } from '../../language/catalogue/kind.ts';
import { weightIn } from '../../language/catalogue/languages.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import type { IncomingEvent } from '../customer/model/incoming.ts';
import { isAutomaticText } from '../reply/automatic.ts';
import { withoutQuotations } from '../reply/quotations.ts';
import { OTHER_LANGUAGE, SOMETHING_HAPPENED } from './sentence.ts';
import { ScoreOutOfScale, surveySentence, surveyValue } from './survey.ts';
import type { TextSentiment } from './text.ts';

type Signals = IncomingEvent['signals'];

export interface SignalsRead {
  signals: Signals;
  /** Scores that their scale does not have: the field, and what is wrong with it. */
  odd: { field: string; problem: string }[];
  /** The customer wrote something, whether it can be read or not. */
  hasText: boolean;
  /** A machine wrote the text, as the producer says or as its words do. */
  isAutomatic: boolean;
  /** A text is in a language that is not read: nothing is guessed of it. */
  isForeign: boolean;
}

/** Whether the producer of a text says that a machine wrote it, as by the header `Auto-Submitted`. */
const isToldAutomatic = ({ signals, fields }: EventType, { automatic }: Record<string, unknown>): boolean =>
  automatic === true && Object.hasOwn(fields, 'automatic') && signals.some((signal) => 'text' in signal);

/** Reads what somebody wrote themselves in a text; `own`: what that is, where more is known than that quotations are not. */
export interface SignalReader extends TextSentiment {
  own?: (text: string) => string;
}

/** Evidence of mood in an event. A part whose field is missing gives none; a text nobody can or is asked to read gives none either. */
export const readSignals = async (
  type: EventType,
  names: Record<string, unknown>,
  text?: SignalReader,
  languages?: Record<string, number>,
): Promise<SignalsRead> => {
  if (isToldAutomatic(type, names))
    return { signals: [], odd: [], hasText: false, isAutomatic: true, isForeign: false };
  const { signals, about } = type;
  const odd: SignalsRead['odd'] = [];
  let hasText = false;
  let isOfMachine = false;
  let isForeign = false;
  let hasScore = false;
  const readOne = async (signal: EventType['signals'][number]): Promise<Signals> => {
    const { weight } = signal;
    if ('value' in signal) return [{ value: signal.value, weight, because: about ?? SOMETHING_HAPPENED, of: 'event' }];
    if ('text' in signal) {
      const words = await evaluate(signal.text, names);
      if (!text || typeof words !== 'string' || words.trim() === '') return [];
      hasText = true;
      const own = text.own ? text.own(words) : withoutQuotations(words);
      if (isAutomaticText(own)) {
        isOfMachine = true;
        return [];
      }
      const { mood, value, because, language } = await text.read(own);
      const counts = weightIn(language, languages);
      isForeign ||= counts === 0 || (mood === 'unknown' && because === OTHER_LANGUAGE);
      return mood === 'unknown' || counts === 0 ? [] : [{ value, weight: weight * counts, because, of: 'text' }];
    }
    const rating = await evaluate(signal.score, names);
    const scale = Scale.safeParse(await evaluate(signal.scale, names));
    if (rating === undefined || !scale.success) return [];
    hasScore = true;
    try {
      const score = Number(rating);
      return [
        { value: surveyValue(scale.data, score), because: surveySentence(scale.data, score), weight, of: 'score' },
      ];
    } catch (error) {
      if (!(error instanceof ScoreOutOfScale)) throw error;
      odd.push({ field: signal.score, problem: error.message });
      return [];
    }
  };
  // Side by side: a service that is slow with one text is slow with all.
  const read = (await Promise.all(signals.map(readOne))).flat();
  // Who gives a score is there.
  return { signals: read, odd, hasText, isAutomatic: isOfMachine && !hasScore, isForeign };
};
