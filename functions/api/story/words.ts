import type {
  DecisionEntry,
  DeliveryEntry,
  JournalEntry,
  PromiseEntry,
  SignalEntry,
} from '../../../core/customer/model/journal.ts';
import { LEFT_OUT, NOT_READ } from '../../../core/customer/model/refusal.ts';
import type { TaskEntry } from '../../../core/customer/model/work-entries.ts';
import { decisionInWords, nameOf, titleOf } from '../../../core/explain/words/decision.ts';
import { reasonInWords } from '../../../core/explain/words/reason.ts';
import { saysNoMood } from '../../../core/sentiment/sentence.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { isSendable } from '../../../language/catalogue/channel.ts';
import { gestureInWords, titleOfGesture } from './gesture.ts';
import { knownInWords } from './known-words.ts';
import type { Tone, Words } from './tone.ts';

const TONES: Record<Exclude<DecisionEntry['outcome'], 'sent'>, Tone> = {
  held: 'held',
  replaced: 'held',
  suppressed: 'stopped',
  escalated: 'person',
  control: 'stopped',
  failed: 'stopped',
  unknown: 'stopped',
  ended: 'plain',
};

const decision = (entry: DecisionEntry, catalogue: Catalogue): Words => {
  const { outcome, channel, because, until } = entry;
  const title = decisionInWords(entry, catalogue);
  if (outcome === 'sent') {
    const isWork = channel !== undefined && !isSendable(channel);
    if (isWork) return { tone: 'person', title };
    const offered = entry.offers?.map((kind) => titleOfGesture(kind, catalogue)).join(', ');
    return {
      tone: 'sent',
      title,
      because,
      ...(offered === undefined ? {} : { reason: `they may choose: ${offered}` }),
    };
  }
  if (outcome === 'ended') return { tone: TONES[outcome], title, because };
  const why = { reason: reasonInWords(entry.reason, catalogue), because };
  return { tone: TONES[outcome], title, ...why, ...(outcome === 'held' && until !== undefined ? { until } : {}) };
};

const PROMISED: Record<PromiseEntry['status'], [Tone, string]> = {
  made: ['plain', 'Promised something in'],
  'due-soon': ['person', 'Told the team that a promise runs out:'],
  kept: ['good', 'Kept the promise of'],
  broken: ['bad', 'Broke the promise of'],
  'kept-late': ['plain', 'Kept late the promise of'],
  released: ['plain', 'Follows no longer the promise of'],
};

const promise = ({ status, moment, event, because, due }: PromiseEntry, catalogue: Catalogue): Words => {
  const [tone, says] = PROMISED[status];
  const isOpen = status === 'made' || status === 'due-soon';
  return {
    tone,
    title: `${says} ${nameOf(moment, catalogue)}`,
    ...(event === undefined ? {} : { reason: `by ${event}` }),
    because,
    ...(isOpen ? { until: due } : {}),
  };
};

const ENDED: Record<string, string> = {
  finished: 'came to its end',
  exit: 'ended early, as it should',
  goal: 'ended with its goal',
  farewell: 'ended with the account',
  expired: 'ran out of time',
  'journey-retired': 'was retired',
  merged: 'ended, since two of their ids became one',
};

const DELIVERY = {
  delivered: 'A message arrived',
  bounced: 'A message came back: the address does not take it',
  delayed: 'A message has not arrived yet',
  'soft-bounced': 'A message came back, for now',
  rejected: 'A message was not sent: the provider refused it afterwards',
  complained: 'They called a message unwanted',
  replied: 'They answered a message',
  'opted-out': 'Their carrier says that they want no more by this way',
  read: 'They saw a message in their account',
  dismissed: 'They put a message in their account away',
  clicked: 'They opened a link of a message',
} satisfies Record<DeliveryEntry['status'], string>;

/** What they asked for by it, and to which ticket their words went. */
const cameOfIt = ({ chose, desk }: DeliveryEntry): { reason?: string } => {
  const chosen = chose
    ? [`${chose.choice === 'granted' ? 'they want again' : 'they want no more of'} ${chose.id}`]
    : [];
  const handed = desk ? [`handed to ticket ${desk.ticket}: “${desk.text}”`] : [];
  const all = [...chosen, ...handed];
  return all.length === 0 ? {} : { reason: all.join('; ') };
};

/** A sentence, from words that may begin small. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const withSign = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`.replace('-', '−');

/** A sign that is nearer to none is neither good nor bad. */
const LEAST_SIGN = 0.05;

const signOf = ({ value, because }: SignalEntry): [Words['tone'], string] => {
  if (Math.abs(value) < LEAST_SIGN || saysNoMood(because)) return ['plain', 'A neutral sign'];
  return value < 0 ? ['bad', 'A bad sign'] : ['good', 'A good sign'];
};

const byWhom = ({ by }: { by?: string | undefined }): string => (by === undefined ? '' : ` by ${by}`);

const TASKS: Record<TaskEntry['status'], { tone: Tone; says: string }> = {
  taken: { tone: 'person', says: 'was taken' },
  returned: { tone: 'person', says: 'was given back' },
  alone: { tone: 'person', says: 'is one of many no more, and looked after by itself' },
  done: { tone: 'good', says: 'was done' },
  declined: { tone: 'stopped', says: 'was declined' },
  expired: { tone: 'stopped', says: 'was not done in time' },
};

const UNREACHED: (typeof TASKS)['expired'] = { tone: 'stopped', says: 'could not be done in time' };

const task = (entry: TaskEntry, catalogue: Catalogue): Words => {
  const { tone, says } = entry.unreached ? UNREACHED : TASKS[entry.status];
  const remarks = [entry.outcome ?? entry.reason, entry.note].filter((text) => text !== undefined);
  return {
    tone,
    title: `${nameOf(entry.moment, catalogue)} ${says}${entry.late ? ' after all' : ''}${byWhom(entry)}${entry.many ? ', for many at once' : ''}`,
    ...(remarks.length > 0 ? { reason: capital(remarks.join('. ')) } : {}),
  };
};

/** A journal entry as people say it. */
export const wordsOf = (entry: JournalEntry, catalogue: Catalogue): Words => {
  switch (entry.kind) {
    case 'signal': {
      if (entry.weight < 0) {
        return { tone: 'plain', title: 'A sign was taken back', reason: capital(entry.because) };
      }
      const [tone, sign] = signOf(entry);
      return { tone, title: `${sign} (${withSign(entry.value)})`, reason: capital(entry.because) };
    }
    case 'entered': {
      const control = entry.arms[entry.journey] === 'control' ? ', in the control group' : '';
      return {
        tone: 'plain',
        title: `Entered ${titleOf(entry.journey, catalogue)}${control}`,
        reason: `after ${entry.event}`,
      };
    }
    case 'not-entered':
      return { tone: 'plain', title: `Did not enter ${titleOf(entry.journey, catalogue)}`, because: entry.because };
    case 'goal':
      return {
        tone: 'good',
        title: `Reached the goal of ${titleOf(entry.journey, catalogue)}`,
        reason: `by ${entry.event}`,
      };
    case 'ended':
      return { tone: 'plain', title: `${titleOf(entry.journey, catalogue)} ${ENDED[entry.reason] ?? 'ended'}` };
    case 'task':
      return task(entry, catalogue);
    case 'note':
      return { tone: 'person', title: `Noted${byWhom(entry)}`, reason: entry.text };
    case 'merged':
      return { tone: 'plain', title: 'Two ids became one', reason: `${entry.from} is ${entry.into} from now on` };
    case 'promise':
      return promise(entry, catalogue);
    case 'gesture':
      return gestureInWords(entry, catalogue);
    case 'delivery':
      if (entry.automatic) return { tone: 'plain', title: 'A machine answered a message, not they' };
      return {
        tone: entry.status === 'replied' ? 'good' : 'plain',
        title: DELIVERY[entry.status],
        ...(entry.link === undefined ? {} : { reason: entry.link }),
        ...cameOfIt(entry),
      };
    case 'rejected':
      if (entry.reason === NOT_READ)
        return { tone: 'plain', title: 'A text was not read for mood', reason: capital(entry.message) };
      return entry.reason === LEFT_OUT
        ? { tone: 'plain', title: 'An event was taken in part', reason: entry.message }
        : { tone: 'stopped', title: 'An event was not taken', reason: entry.message };
    case 'corrected':
    case 'disputed':
    case 'chosen':
      return knownInWords(entry);
    case 'decision':
      return decision(entry, catalogue);
  }
};
