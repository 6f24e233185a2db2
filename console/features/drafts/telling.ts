import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { Tone } from '../../shared/ui/tone.ts';
import { codeInWords } from '../../shared/words/reason.ts';
import type { Played, Stop } from '../../worker/play.ts';

type Decision = Extract<JournalEntry, { kind: 'decision' }>;

/** Something that happens in what is played. */
export interface Happening {
  at: string;
  tone: Tone;
  text: string;
  /** Why, in words that the customer may read. */
  because?: string;
  reason?: string;
  /** Of a message that went out: which of them. */
  message?: number;
  /** How many stops were made by then. */
  stops: number;
  journey?: string;
}

const TONES: Partial<Record<Decision['outcome'], Tone>> = {
  sent: 'good',
  held: 'wait',
  replaced: 'wait',
  escalated: 'person',
  suppressed: 'bad',
  failed: 'bad',
  unknown: 'bad',
};

const WORDS: Record<Decision['outcome'], string> = {
  sent: 'sent',
  held: 'held',
  replaced: 'replaced by another',
  escalated: 'handed to a person',
  suppressed: 'not sent',
  control: 'not sent: control group',
  failed: 'refused by the channel',
  unknown: 'perhaps sent',
  ended: 'not sent: the journey was over',
};

const ofDecision = (entry: Decision): Omit<Happening, 'at' | 'stops'> => ({
  tone: entry.channel === 'agent' && entry.outcome === 'sent' ? 'person' : (TONES[entry.outcome] ?? 'plain'),
  text: `${entry.moment} ${WORDS[entry.outcome]}${entry.outcome === 'sent' && entry.channel ? ` by ${entry.channel}` : ''}`,
  because: entry.because,
  journey: entry.journey,
  ...(entry.reason !== 'clear' && { reason: codeInWords(entry.reason) }),
});

const tell = (entry: JournalEntry): Omit<Happening, 'at' | 'stops'> | undefined => {
  switch (entry.kind) {
    case 'decision':
      return ofDecision(entry);
    case 'entered':
      return { tone: 'plain', text: `enters ${entry.journey}`, journey: entry.journey };
    case 'not-entered':
      return {
        tone: 'bad',
        text: `does not enter ${entry.journey}`,
        reason: codeInWords(entry.reason),
        because: entry.because,
      };
    case 'goal':
      return { tone: 'good', text: `reaches the goal of ${entry.journey}`, journey: entry.journey };
    case 'ended':
      return {
        tone: 'plain',
        text: `${entry.journey} is over`,
        reason: codeInWords(entry.reason),
        journey: entry.journey,
      };
    case 'signal':
      return { tone: 'plain', text: 'says something that moves the mood' };
    case 'rejected':
      return { tone: 'bad', text: 'an event is not taken', because: entry.message };
    default:
      return undefined;
  }
};

const stopsBy = (path: readonly Stop[], at: string): number => path.filter((stop) => stop.at <= at).length;

/** What happened, in order, each with what one sees by then. */
export const tellPlayed = ({ entries, path, messages }: Played): Happening[] => {
  let sent = 0;
  return entries.flatMap((entry) => {
    const happening = tell(entry);
    if (!happening) return [];
    const isMessage = entry.kind === 'decision' && entry.outcome === 'sent' && messages[sent]?.step === entry.step;
    const message = isMessage ? { message: sent++ } : {};
    return [{ at: entry.at, stops: stopsBy(path, entry.at), ...happening, ...message }];
  });
};
