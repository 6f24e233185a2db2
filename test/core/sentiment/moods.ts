import { readText } from '../../../core/sentiment/text.embedded.ts';

/** Each text with the mood that is read in it. */
export const moods = (texts: string[]) => Object.fromEntries(texts.map((text) => [text, readText(text).mood]));

/** Each text with that mood. */
export const all = (texts: string[], mood: string) => Object.fromEntries(texts.map((text) => [text, mood]));
