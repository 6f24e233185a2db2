import type { DatabaseSync } from 'node:sqlite';
import type { Hono } from 'hono';
import type { Nonces } from '../../../functions/inbox/entries.ts';
import { createInbox } from '../../../functions/inbox/inbox.ts';
import { type InboxEntry, inboxMessageOf } from '../../../functions/shared/inbox-message.ts';
import { INBOX } from '../../../functions/shared/source.ts';
import { createSqliteInboxMarks, type InboxMarks, withMarks } from '../../../simulator/world/inbox.sqlite.ts';
import type { World } from '../../../simulator/world/world.ts';
import type { LocalWorld } from '../local-world.ts';

/** No secret: who could misuse it runs the world already. docs/inbox.md names it. */
export const LOCAL_INBOX_KEY = 'the inbox key of a world on one machine';

/** What lies in the inbox of one id. */
export const localEntries = (world: Pick<World, 'outbox'>, marks: InboxMarks, customer: string): InboxEntry[] => {
  const sent = world.outbox.of(customer).filter(({ channel }) => channel === 'inbox');
  return withMarks(
    sent.map((message) => inboxMessageOf(message, Date.parse(message.at))),
    marks.of(customer),
  );
};

/** For as long as this process lives. */
const createNonces = (now: () => number): Nonces => {
  const nonces = new Map<string, number>();
  return {
    use: async (nonce, until) => {
      for (const [other, over] of nonces) if (over <= now()) nonces.delete(other);
      if (nonces.has(nonce)) return false;
      nonces.set(nonce, until);
      return true;
    },
  };
};

interface LocalInboxDeps {
  db: DatabaseSync;
  local: LocalWorld;
  newId: () => string;
  /** The real time, in milliseconds. */
  clock: () => number;
  report: (error: unknown) => void;
}

/** The API of inboxes as a stage has it, over what is in the database. */
export const createLocalInbox = ({ db, local, newId, clock, report }: LocalInboxDeps): Hono => {
  const marks = createSqliteInboxMarks(db);
  return createInbox({
    keys: async () => [LOCAL_INBOX_KEY],
    nonces: createNonces(clock),
    idsOf: (customer) => local.ask((world) => world.idsOf(customer)),
    entries: {
      of: (customer) => local.ask((world) => localEntries(world, marks, customer)),
      mark: (...done) => local.ask(() => marks.set(...done)),
    },
    publish: async (events) => {
      const time = new Date(local.now).toISOString();
      const entries = events.map(({ type, detail }) => ({
        raw: { id: newId(), source: INBOX, 'detail-type': type, time, detail },
      }));
      const { failure } = await local.receive(entries);
      if (failure !== undefined) throw failure;
    },
    now: () => local.now,
    clock,
    refused: () => {},
    report,
  });
};
