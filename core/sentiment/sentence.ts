import type { TextMood } from './text.ts';

const MOST = 3;

/** As a list reads in British English; Intl.ListFormat takes as long as a short text to read. */
const listWords = (words: string[]): string => {
  const quoted = words.map((word) => `“${word}”`);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last;
};

const NO_CLEAR_MOOD = 'tells of no clear mood';
const NO_MOOD = 'nothing that tells of a mood';

/** Whether a sentence of `moodSentence` says of its text that it tells of no clear mood. */
export const saysNoMood = (because: string): boolean => because.endsWith(NO_CLEAR_MOOD) || because.endsWith(NO_MOOD);

/** Why a text reads as it does, for the customer: the words of theirs that tell, strongest first; of none that are in others, and at most three. */
export const moodSentence = (mood: TextMood['mood'], telling: string[]): string => {
  const words: string[] = [];
  for (const one of telling) if (!words.some((word) => word.includes(one))) words.push(one);
  words.splice(MOST);
  if (mood === 'neutral')
    return words.length ? `wrote ${listWords(words)}, which ${NO_CLEAR_MOOD}` : `wrote ${NO_MOOD}`;
  return `wrote ${words.length ? listWords(words) : 'a message'}, which reads as ${mood}`;
};

/** Of an event that does not say what it is about. */
export const SOMETHING_HAPPENED = 'This happened to you.';

/** Of a text in a language that the reader does not know. */
export const OTHER_LANGUAGE = 'wrote in a language that is not read';

/** A text that has nothing to read, or is in a language that the reader does not know. */
export const unknownMood = (because: 'wrote no words to read' | typeof OTHER_LANGUAGE): TextMood => ({
  mood: 'unknown',
  value: 0,
  because,
});
