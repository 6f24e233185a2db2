import { evaluate } from '../../language/catalogue/condition.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { Scale } from '../../language/catalogue/kind.ts';
import type { IncomingEvent } from '../customer/incoming.ts';
import { surveySentence, surveyValue } from '../sentiment/survey.ts';
import type { TextSentiment } from '../sentiment/text.ts';

/** Evidence of mood in an event. A part whose field is missing gives none; a text nobody can read gives none either. */
export const readSignals = async (
  { signals, about }: EventType,
  names: Record<string, unknown>,
  text: TextSentiment,
  refuse: (problem: string) => never,
): Promise<IncomingEvent['signals']> => {
  const found: IncomingEvent['signals'] = [];
  for (const signal of signals) {
    if ('value' in signal) {
      found.push({ value: signal.value, weight: signal.weight, because: about ?? 'This happened to you.' });
    } else if ('text' in signal) {
      const words = await evaluate(signal.text, names);
      if (typeof words !== 'string' || words.trim() === '') continue;
      const { mood, value, because } = await text.read(words);
      if (mood !== 'unknown') found.push({ value, weight: signal.weight, because });
    } else {
      const given = await evaluate(signal.score, names);
      const scale = Scale.safeParse(await evaluate(signal.scale, names));
      if (given === undefined || !scale.success) continue;
      found.push({ ...scored(scale.data, given, refuse), weight: signal.weight });
    }
  }
  return found;
};

const scored = (scale: Scale, given: unknown, refuse: (problem: string) => never) => {
  try {
    return { value: surveyValue(scale, Number(given)), because: surveySentence(scale, Number(given)) };
  } catch (error) {
    return refuse((error as Error).message);
  }
};
