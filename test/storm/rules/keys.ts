import { edit, type Mutation } from '../mutation.ts';

const SEND = 'core/customer/commands/on-send.ts';
const ADVANCE = 'core/customer/commands/on-advance.ts';

/** What keeps a repeat from being a second time. */
export const KEYS: Mutation[] = [
  edit(
    'key: seen',
    'core/customer/commands/on-event.ts',
    "if (Object.hasOwn(state.seen, key)) return 'duplicate';",
    '',
    {
      fast: true,
    },
  ),
  edit('key: decisions', SEND, 'if (!decision) return running ?', 'if (!decision || running) return running ?'),
  edit(
    'key: decisions of emits',
    ADVANCE,
    "if (known && known.outcome !== 'reserved')",
    "if (known?.outcome === 'reserved')",
  ),
  edit('key: timeline', 'simulator/world/timeline.sqlite.ts', ', UNIQUE (customer, version, idx)', '', { fast: true }),
  { name: 'key: execution name', edits: [], off: 'execution-name' },
  edit(
    'key: version of the item',
    'simulator/world/customers.sqlite.ts',
    'SET version = version + 1, item = ? WHERE id = ? AND version = ?',
    'SET version = version + 1, item = ? WHERE id = ? AND ? >= 0',
  ),
  edit(
    'key: first version of the item',
    'simulator/world/customers.sqlite.ts',
    'INSERT INTO customers (id, version, item) VALUES (?, 1, ?) ON CONFLICT DO NOTHING',
    'INSERT OR REPLACE INTO customers (id, version, item) VALUES (?, 1, ?)',
  ),
  edit(
    'key: the one that a producer gives',
    'functions/intake/intake.ts',
    'const key = type.id === undefined ? undefined :',
    'const key = type.id !== "" ? undefined :',
  ),
  edit(
    'key: of our own events',
    'functions/intake/intake.ts',
    "if (envelope.source === OURS && typeof envelope.detail.decision === 'string') return envelope.detail.decision;",
    '',
  ),
  edit(
    'key: of what we publish',
    'functions/relay/relay.ts',
    'detail: { ...entry.with, customerId: entry.customer, decision: id } },',
    'detail: { ...entry.with, customerId: entry.customer, decision: entry.at } },',
  ),
  {
    name: 'key: a token is kept before the commit that waits with it',
    edits: [
      {
        file: 'functions/advance/advance.ts',
        from: 'if (waits) await tokens.put(task.enrolment, task.step, task.token);',
        to: '',
      },
      {
        file: 'functions/advance/advance.ts',
        from: "if (waits && answer.outcome === 'ended')",
        to: "if (waits) await tokens.put(task.enrolment, task.step, task.token);\n    if (waits && answer.outcome === 'ended')",
      },
    ],
  },
  edit(
    'key: a resume answers every token',
    'functions/effects/effects.ts',
    'of await tokens.list(enrolment, step)',
    'of (await tokens.list(enrolment, step)).slice(0, 1)',
  ),
];
