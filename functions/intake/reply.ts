import { type Rating, readRating } from '../../core/wish/read-rating.ts';
import { type ReadWish, readWish } from '../../core/wish/read-wish.ts';
import type { EventType } from '../../language/catalogue/event.ts';

/** What somebody wrote themselves of a text. */
type OwnLines = (text: string) => string;

/** Whether an event of this type may hold what somebody wrote. */
export const mayHoldWords = ({ feedback, signals }: EventType): boolean =>
  feedback === 'replied' || signals.some((signal) => 'text' in signal);

/** What a reply asks of us, whatever it is about. A word such as STOP says nothing about mood. */
export const wishOf = (
  { feedback }: EventType,
  { text }: Record<string, unknown>,
  own: OwnLines,
): ReadWish | undefined => (feedback === 'replied' && typeof text === 'string' ? readWish(own(text)) : undefined);

/** The number that the customer's own words in a reply begin with. */
export const ratingOf = (
  { feedback }: EventType,
  { text }: Record<string, unknown>,
  own: OwnLines,
): Rating | undefined => (feedback === 'replied' && typeof text === 'string' ? readRating(own(text)) : undefined);

/** What a reply says that is neither a number nor a wish alone. */
export const wordsOf = (
  { feedback }: EventType,
  { text }: Record<string, unknown>,
  { own, rating, wish }: { own: OwnLines; rating: Rating | undefined; wish: ReadWish | undefined },
): string | undefined => {
  if (feedback !== 'replied' || typeof text !== 'string' || wish?.alone || rating?.rest === '') return undefined;
  const words = own(text).trim();
  return words === '' ? undefined : words;
};
