import * as z from 'zod';

const MoodWord = z.enum(['negative', 'neutral', 'positive']);

/** A mood among the facts, as one of its words. */
export const moodWord = (mood: unknown): z.infer<typeof MoodWord> => MoodWord.catch('neutral').parse(mood);
