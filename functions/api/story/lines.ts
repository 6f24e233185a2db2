import { decisionId } from '../../../core/customer/decision-id.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { type Explanation, explainDecision } from '../../../core/explain/explain.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { asksOf } from '../asks.ts';
import type { Grounds, SentMessage as SentOverWire, StoryLine } from '../contract/customers.ts';
import type { SentMessage } from '../ports.ts';
import { wordsOf } from './words.ts';

export interface LinesGiven {
  /** Oldest first. */
  timeline: JournalEntry[];
  messages: readonly SentMessage[];
  catalogue: Catalogue;
  zone: string;
}

/** A message as it goes over the wire. */
export const sentOf = (message: SentMessage): SentOverWire => {
  const { id, at, journey, step, moment, purpose, channel, to, subject, text, html, headers } = message;
  return {
    id,
    at,
    journey,
    step,
    moment,
    purpose,
    channel,
    ...(to === undefined ? {} : { to }),
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    headers,
  };
};

const groundsOf = ({ rested, otherwise, unsure }: Explanation): Grounds => ({
  rested,
  otherwise,
  ...(unsure === undefined ? {} : { unsure }),
});

/** A way to tell entries of a timeline: in words, with what decisions rested on and what went out by them. */
export const tellLines = ({ timeline, messages, catalogue, zone }: LinesGiven) => {
  const letters = new Map(messages.map((message) => [message.id, message]));
  const places = new Map(timeline.map((entry, index) => [entry, index]));
  return (entry: JournalEntry): StoryLine => {
    const index = places.get(entry);
    // Each takes a look at all that was before it, so only what is told is explained.
    const explanation =
      entry.kind === 'decision' && index !== undefined
        ? explainDecision(entry, { timeline, index }, catalogue, zone)
        : undefined;
    const isSent = entry.kind === 'decision' && entry.outcome === 'sent';
    const asks = isSent ? asksOf(entry, catalogue) : undefined;
    const message = isSent ? letters.get(decisionId(entry)) : undefined;
    return {
      at: entry.at,
      ...wordsOf(entry, catalogue),
      entry,
      ...(explanation ? { grounds: groundsOf(explanation) } : {}),
      ...(message ? { message: sentOf(message) } : {}),
      ...(asks ? { asks } : {}),
    };
  };
};
