import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import { surveySentence, surveyValue } from '../../core/sentiment/survey.ts';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { Scale } from '../../language/catalogue/kind.ts';
import { evaluate } from '../../language/expressions/condition.ts';

/** Evidence of mood in an event. A part whose field is missing gives none; a text nobody can read gives none either. */
export const readSignals = async (
  { signals, about }: EventType,
  names: Record<string, unknown>,
  text: TextSentiment,
  refuse: (problem: string) => never,
): Promise<IncomingEvent['signals']> => {
  const readOne = async (signal: EventType['signals'][number]): Promise<IncomingEvent['signals']> => {
    const { weight } = signal;
    if ('value' in signal) return [{ value: signal.value, weight, because: about ?? 'This happened to you.' }];
    if ('text' in signal) {
      const words = await evaluate(signal.text, names);
      if (typeof words !== 'string' || words.trim() === '') return [];
      const { mood, value, because } = await text.read(words);
      return mood === 'unknown' ? [] : [{ value, weight, because }];
    }
    const given = await evaluate(signal.score, names);
    const scale = Scale.safeParse(await evaluate(signal.scale, names));
    return given === undefined || !scale.success ? [] : [{ ...scored(scale.data, given, refuse), weight }];
  };
  // Side by side: a service that is slow with one text is slow with all.
  return (await Promise.all(signals.map(readOne))).flat();
};

const scored = (scale: Scale, given: unknown, refuse: (problem: string) => never) => {
  try {
    return { value: surveyValue(scale, Number(given)), because: surveySentence(scale, Number(given)) };
  } catch (error) {
    return refuse((error as Error).message);
  }
};
