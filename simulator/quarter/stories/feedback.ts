import type { Happening } from '../happening.ts';
import { OPINIONS } from '../opinions.ts';
import { awake, type Person } from '../people.ts';

export type Feeling = keyof typeof OPINIONS;

const SCORES = {
  nps: { glad: [9, 10], mixed: [7, 8], sour: [1, 6] },
  csat: { glad: [4, 5], mixed: [3, 4], sour: [1, 2] },
  ces: { glad: [4, 5], mixed: [3, 3], sour: [1, 2] },
  trust: { glad: [4, 5], mixed: [3, 4], sour: [1, 2] },
} as const;

/** An answer to a survey, given when the person is awake; some add a word, and a few give no score. */
export const answer = (who: Person, from: number, scale: keyof typeof SCORES, feeling: Feeling): Happening => {
  const luck = who.chance;
  const [low, high] = SCORES[scale][feeling];
  const score = luck.whole(low, high);
  const words = luck.happens(0.55) ? luck.pick(OPINIONS[feeling]) : undefined;
  const withScore = words === undefined || luck.happens(0.95);
  return {
    at: awake(who, from),
    type: 'feedback.received',
    customerId: who.id,
    detail: { scale, ...(withScore && { score }), ...(words && { text: words }) },
  };
};

export const feel = (who: Person, glad: number, mixed: number): Feeling => {
  const lot = who.chance.next();
  if (lot < glad) return 'glad';
  return lot < glad + mixed ? 'mixed' : 'sour';
};
