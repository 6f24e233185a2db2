import { ownWords } from '../../../core/sentiment/clean.ts';
import { isWritten, sentencesOf } from '../../../core/sentiment/english/tokens.ts';
import { unknownMood } from '../../../core/sentiment/sentence.ts';
import type { TextMood, TextSentiment } from '../../../core/sentiment/text.ts';

/** A service answered, but not with a reading. */
export class TextNotRead extends Error {
  override name = 'TextNotRead';
  readonly reason: 'refused' | 'malformed';
  constructor(reason: TextNotRead['reason'], answer: string) {
    super(`The reader of texts answered ${answer}, which is no mood; the embedded reader reads instead`);
    this.reason = reason;
  }
}

export type FallbackReason = TextNotRead['reason'] | 'timed-out' | 'failed';

export interface FallbackDeps {
  /** Reads the text where the service does not. */
  otherwise: TextSentiment;
  /** When a text has waited long enough for the service: all calls and tries together. */
  deadline: () => AbortSignal;
  /** Hears of each text that the service did not read. */
  report: (reason: FallbackReason, error: unknown) => void;
}

const reasonOf = (error: unknown): FallbackReason => {
  if (error instanceof TextNotRead) return error.reason;
  const name = error instanceof Error ? error.name : '';
  return name === 'TimeoutError' || name === 'ModelTimeoutException' ? 'timed-out' : 'failed';
};

type Ask = (words: string, abortSignal: AbortSignal) => Promise<TextMood>;

/** The answer, if it is there before the deadline: not every way in which a service is slow ends with an aborted call. */
const inTime = (ask: Ask, words: string, deadline: AbortSignal): Promise<TextMood> => {
  const late = new Promise<never>((_, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  });
  return Promise.race([late, ask(words, deadline)]);
};

/** A reader that asks a service about the writer's own words, and another reader where the service does not answer in time. */
export const createWithFallback = (ask: Ask, { otherwise, deadline, report }: FallbackDeps): TextSentiment => ({
  read: async (text) => {
    const words = ownWords(text).trim();
    if (!isWritten(sentencesOf(words))) return unknownMood('wrote no words to read');
    try {
      return await inTime(ask, words, deadline());
    } catch (error) {
      report(reasonOf(error), error);
      return otherwise.read(text);
    }
  },
});
