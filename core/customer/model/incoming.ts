import type { ThemeRead } from '../../theme/read-themes.ts';
import type { Rating } from '../../wish/read-rating.ts';
import type { Wish } from '../../wish/read-wish.ts';

/** A piece of evidence of mood. */
export interface Evident {
  /** -1 to 1. */
  value: number;
  weight: number;
  because: string;
  /** A score that they gave, what was read in their words, or what an event says by itself. */
  of?: 'score' | 'text' | 'event';
}

/** An event that passed the edge: fields as declared, dates as UTC instants, evidence of mood already read. */
export interface IncomingEvent {
  /** What a duplicate is known by. */
  id: string;
  type: string;
  /** When it happened: ISO 8601, UTC, never after it arrived. */
  at: string;
  fields: Record<string, unknown>;
  /** It was told to many, one by one: a short hash of what all of that is known by. */
  crowd?: string;
  /** An operator brought it back: it is no repeat of what is forgotten, however old it is. */
  redriven?: true;
  /** A machine wrote it: a notice of absence, a bounce. It is no sign of life. */
  automatic?: true;
  /** A text of it is in a language that is not read for mood. */
  notRead?: true;
  /** What a reply asks of us, read from the whole text. */
  wish?: Wish;
  /** The number with which a reply begins, read from the whole text: it may answer a question. */
  rating?: Rating;
  /** What a reply says beside a number or a wish, without what it quotes: somebody may be waiting for it. */
  words?: string;
  signals: Evident[];
  /** What its texts ask for, or speak of. */
  themes?: ThemeRead[];
  /** Optional fields that did not fit, and why, as the end of a sentence. */
  leftOut?: { field: string; problem: string }[];
  /** Optional fields that were null: what they set before is gone. */
  cleared?: string[];
}
