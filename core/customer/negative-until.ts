import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import { clearsAt } from '../sentiment/mood.ts';
import type { Mood } from './model/mood.ts';

/** When mood stops being negative, as seen at `now`; where it is not any more, when it stopped. */
export const negativeUntil = (mood: Mood, now: number, policy: MoodPolicy): number => {
  const until = Math.max(clearsAt(mood, now, policy), mood.quietUntil);
  // A strong word that came late may have asked for a quiet that is over by now: it ended then.
  return until > now ? until : Math.min(Math.max(mood.negativeUntil, mood.quietUntil), now);
};

/** Mood as it stands once something was heard. */
export const settled = (mood: Mood, now: number, policy: MoodPolicy): Mood => ({
  ...mood,
  negativeUntil: negativeUntil(mood, now, policy),
});
