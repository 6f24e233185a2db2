import { type Rating, readRating } from '../../core/wish/read-rating.ts';
import { type ReadWish, readWish } from '../../core/wish/read-wish.ts';
import type { EventType } from '../../language/catalogue/event.ts';

/** A text without what we sent. */
type CutOurs = (text: string) => string;

/** What a reply asks of us, whatever it is about. A word such as STOP says nothing about mood. */
export const wishOf = (
  { feedback }: EventType,
  { text }: Record<string, unknown>,
  cutOurs: CutOurs,
): ReadWish | undefined => (feedback === 'replied' && typeof text === 'string' ? readWish(cutOurs(text)) : undefined);

/** The number that the customer's own words in a reply begin with. */
export const ratingOf = (
  { feedback }: EventType,
  { text }: Record<string, unknown>,
  cutOurs: CutOurs,
): Rating | undefined => (feedback === 'replied' && typeof text === 'string' ? readRating(cutOurs(text)) : undefined);
