import type { DatabaseSync } from 'node:sqlite';
import type { InboxEntry, Mark } from '../../functions/shared/inbox-message.ts';

/** What a customer did with a message. */
export type Marks = Pick<InboxEntry, 'readAt' | 'dismissedAt'>;

/** What customers did with the messages in their inboxes, beside the messages themselves. */
export interface InboxMarks {
  /** By the message's id. */
  of(customer: string): Map<string, Marks>;
  /** The first time stays. */
  set(customer: string, id: string, mark: Mark, at: string): void;
}

const NAMES: Record<string, keyof Marks> = { read: 'readAt', dismissed: 'dismissedAt' };

/** In SQLite. */
export const createSqliteInboxMarks = (db: DatabaseSync): InboxMarks => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS inbox_marks (customer TEXT NOT NULL, id TEXT NOT NULL, mark TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (customer, id, mark))',
  );
  const insert = db.prepare('INSERT OR IGNORE INTO inbox_marks (customer, id, mark, at) VALUES (?, ?, ?, ?)');
  const select = db.prepare('SELECT id, mark, at FROM inbox_marks WHERE customer = ?');
  return {
    of: (customer) => {
      const rows = select.all(customer) as { id: string; mark: string; at: string }[];
      const marks = new Map<string, Marks>();
      for (const { id, mark, at } of rows) {
        const name = NAMES[mark];
        if (name) marks.set(id, { ...marks.get(id), [name]: at });
      }
      return marks;
    },
    set: (customer, id, mark, at) => void insert.run(customer, id, mark, at),
  };
};

/** Messages with what was done with them. */
export const withMarks = <Sent extends { id: string }>(messages: readonly Sent[], marks: Map<string, Marks>): Sent[] =>
  marks.size === 0 ? [...messages] : messages.map((message) => ({ ...message, ...marks.get(message.id) }));
