import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { LEFT_OUT, NOT_READ } from '../../core/customer/model/refusal.ts';

const when = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

/** Of an event that was taken all the same. */
const TAKEN: Record<string, string> = { [LEFT_OUT]: 'left out', [NOT_READ]: 'not read' };

/** What happened, without when and to whom. */
export const printWhat = (entry: JournalEntry): string => {
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
      const said = entry.outcome ?? entry.reason;
      return `task ${entry.moment} ${entry.status}${entry.late ? ' after all' : ''}${by}${said ? `: ${said}` : ''}`;
    }
    case 'note':
      return `note${entry.by ? ` by ${entry.by}` : ''}: ${entry.text}`;
    case 'merged':
      return `merged ${entry.from} into ${entry.into}`;
    case 'promise': {
      const by = entry.event ? ` by ${entry.event}` : '';
      return `promise of ${entry.moment} ${entry.status}${by}, due ${when(entry.due)}`;
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
      return `disputed what was understood from ${entry.event} of ${when(entry.happenedAt)}`;
    case 'chosen':
      return entry.frequency === undefined
        ? `chose quiet hours${entry.hours?.from === undefined ? ' as usual' : ` from ${entry.hours.from} to ${entry.hours.to}`}`
        : `chose the frequency ${entry.frequency}`;
    case 'decision': {
      const reason = entry.reason === 'clear' ? '' : ` (${entry.reason})`;
      const channel = entry.channel ? ` by ${entry.channel}` : '';
      const until = entry.until ? ` until ${when(entry.until)}` : '';
      const also = entry.merged ? ', with the one that is open' : '';
      const instead = `${entry.instead ? `, ${entry.instead} instead` : ''}${also}`;
      return `${entry.outcome} ${entry.moment}${channel}${reason}${until}${instead}, in ${entry.journey}`;
    }
  }
};

/** A journal entry as one line for people. Times are UTC. */
export const printEntry = (entry: JournalEntry): string =>
  `${when(entry.at)}  ${(entry.customer ?? '-').padEnd(12)} ${printWhat(entry)}`;
