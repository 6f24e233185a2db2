import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { LEFT_OUT, NOT_READ } from '../../core/customer/model/refusal.ts';
import { offsetAt } from '../../core/time/zone.ts';

/** `2026-03-11 09:14` in a zone. */
const when = (at: string, zone: string): string => {
  const instant = Date.parse(at);
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 16).replace('T', ' ');
};

/** Of an event that was taken all the same. */
const TAKEN: Record<string, string> = { [LEFT_OUT]: 'left out', [NOT_READ]: 'not read' };

/** Why, by its code; who never said that they want a topic has not left it. */
const reasonOf = ({ reason, basis }: Extract<JournalEntry, { kind: 'decision' }>): string => {
  const { channels, topic } = basis ?? {};
  const isNeverAsked = reason === 'unsubscribed' && !channels && topic && topic.withdrawnAt === undefined;
  return isNeverAsked ? `${reason}: never said yes to ${topic.topic}` : reason;
};

/** What happened, without when and to whom; times that it names are of that zone. */
export const printWhat = (entry: JournalEntry, zone: string): string => {
  switch (entry.kind) {
    case 'signal':
      if (entry.weight < 0) return `took back ${entry.value.toFixed(2)} from ${entry.event}: ${entry.because}`;
      return `signal ${entry.value > 0 ? '+' : ''}${entry.value.toFixed(2)} from ${entry.event}: ${entry.because}`;
    case 'entered':
      return `entered ${entry.journey}${entry.arms[entry.journey] === 'control' ? ' (control arm)' : ''}`;
    case 'not-entered':
      return `not entered ${entry.journey} (${entry.reason})`;
    case 'goal':
      return `goal of ${entry.journey}`;
    case 'ended':
      return `ended ${entry.journey} (${entry.reason})`;
    case 'task': {
      const by = entry.by ? ` by ${entry.by}` : '';
      const words = entry.outcome ?? entry.reason;
      return `task ${entry.moment} ${entry.status}${entry.late ? ' after all' : ''}${by}${words ? `: ${words}` : ''}`;
    }
    case 'note':
      return `note${entry.by ? ` by ${entry.by}` : ''}: ${entry.text}`;
    case 'merged':
      return `merged ${entry.from} into ${entry.into}`;
    case 'promise': {
      const by = entry.event ? ` by ${entry.event}` : '';
      return `promise of ${entry.moment} ${entry.status}${by}, due ${when(entry.due, zone)}`;
    }
    case 'gesture': {
      const why = entry.why === undefined ? '' : ` (${entry.why})`;
      const by = entry.by === undefined ? '' : ` by ${entry.by}`;
      return `gesture ${entry.of} ${entry.state}${by}${why}${entry.journey ? `, in ${entry.journey}` : ''}`;
    }
    case 'delivery': {
      const chose = entry.chose ? `, ${entry.chose.choice} ${entry.chose.kind} ${entry.chose.id}` : '';
      return `${entry.status}${entry.automatic ? ' by a machine' : ''}${entry.step ? ` ${entry.step}` : ''}${entry.channel ? ` by ${entry.channel}` : ''}${entry.cause ? ` (${entry.cause})` : ''}${chose}${entry.desk ? `, handed to ticket ${entry.desk.ticket}` : ''}`;
    }
    case 'rejected':
      return `${TAKEN[entry.reason] ?? `rejected (${entry.reason})`}: ${entry.message}`;
    case 'corrected':
      return `${entry.change} ${entry.attribute}, as the customer says`;
    case 'disputed':
      return `disputed what was understood from ${entry.event} of ${when(entry.happenedAt, zone)}`;
    case 'chosen':
      return entry.frequency === undefined
        ? `chose quiet hours${entry.hours?.from === undefined ? ' as usual' : ` from ${entry.hours.from} to ${entry.hours.to}`}`
        : `chose the frequency ${entry.frequency}`;
    case 'decision': {
      const reason = entry.reason === 'clear' ? '' : ` (${reasonOf(entry)})`;
      const channel = entry.channel ? ` by ${entry.channel}` : '';
      const until = entry.until ? ` until ${when(entry.until, zone)}` : '';
      const also = entry.merged ? ', with the one that is open' : '';
      const instead = `${entry.instead ? `, ${entry.instead} instead` : ''}${also}`;
      return `${entry.outcome} ${entry.moment}${channel}${reason}${until}${instead}, in ${entry.journey}`;
    }
  }
};

/** A journal entry as one line for people, all its times of one zone. */
export const printEntry = (entry: JournalEntry, zone: string): string =>
  `${when(entry.at, zone)}  ${(entry.customer ?? '-').padEnd(12)} ${printWhat(entry, zone)}`;
