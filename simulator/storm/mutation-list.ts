/** One change of one file; `from` has to be there exactly once. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

/** A rule that is off. A storm has to notice. */
export interface Mutation {
  name: string;
  edits: Edit[];
  /** Rules of the services underneath. */
  off?: 'execution-name' | 'consistent';
  /** What happens to a customer, where the usual is too little to show it. */
  stories?: [number, number];
  /** Found fast enough to be tried in `npm test`. */
  fast?: true;
}

const GATE = 'functions/gate/gate.ts';
const CAPS = 'functions/gate/caps.ts';
const REACH = 'functions/gate/reach.ts';
const SEND = 'functions/customer/on-send.ts';
const LISTEN = 'functions/customer/on-listen.ts';
const ADVANCE = 'functions/customer/on-advance.ts';
const REDUCE = 'functions/customer/reduce.ts';
const DECISION = 'functions/customer/decision.ts';

const edit = (name: string, file: string, from: string, to: string, more: Partial<Mutation> = {}): Mutation => ({
  name,
  edits: [{ file, from, to }],
  ...more,
});

const GATE_ROWS: Mutation[] = [
  edit('gate 3: holdout', GATE, 'control && !isTransactional(purpose)', 'control && purpose === undefined', {
    fast: true,
  }),
  {
    name: 'gate 4: account closed (and farewell, which covers it)',
    edits: [
      {
        file: GATE,
        from: 'if (state.closedAt !== undefined && !isTransactional(purpose))',
        to: 'if (state.id === "")',
      },
      {
        file: 'functions/customer/on-event.ts',
        from: "for (const id of Object.keys(state.enrolments)) endEnrolment(draft, id, 'farewell');",
        to: '',
      },
    ],
  },
  edit('gate 4: overtaken', GATE, 'return overtaken ?', 'return overtaken === undefined ?'),
  edit(
    'gate 5: no address',
    REACH,
    'address !== undefined && state.attributes[address] === undefined',
    'address === ""',
  ),
  edit('gate 5: bounced, complained', REACH, 'if (failed) return failed.why;', ''),
  edit(
    'gate 5: channel withdrawn',
    REACH,
    "?.choice === 'withdrawn' ? 'unsubscribed'",
    '?.choice === undefined ? undefined',
  ),
  edit(
    'gate 5: topic withdrawn, opt-in',
    REACH,
    "return choice === 'withdrawn' || (optIn && choice !== 'granted');",
    'return optIn && choice === undefined && optIn === undefined;',
  ),
  edit('gate 6: data not shared', GATE, '!isShared(provenance)', "String(provenance) === 'nobody'"),
  edit('gate 7: journey paused', GATE, 'if (asked.paused.has(asked.journey))', 'if (asked.paused.has(""))'),
  edit(
    'gate 7: paused by the customer',
    GATE,
    'isSocial(asked.purpose) && until > asked.now',
    'isSocial(asked.purpose) && until < 0',
  ),
  edit('gate 8: open incident', GATE, 'openIncidents(state).length > 0', 'openIncidents(state).length > 99', {
    fast: true,
  }),
  edit(
    'gate 8: negative mood',
    GATE,
    'if (incident || !isNegative(state, now)) return incident;',
    'if (incident || !isNegative(state, now) || now > 0) return incident;',
    { fast: true },
  ),
  edit('gate 9: mutes', GATE, 'if (until > now) return held(`muted-by', 'if (until < 0) return held(`muted-by'),
  edit(
    'gate 10: cap of a purpose',
    CAPS,
    'isSocial(ask.purpose) && ask.purposeCap',
    'ask.moment === "" && ask.purposeCap',
  ),
  edit('gate 10: cap of a moment', CAPS, 'ask.momentCap &&', 'undefined &&'),
  edit('gate 10: gap', CAPS, '{ count: 1, seconds: ask.gap }', '{ count: 99, seconds: ask.gap }'),
  edit('gate 11: quiet hours', GATE, 'if (quiet !== undefined && quietHours) {', 'if (quiet === 0 && quietHours) {', {
    fast: true,
  }),
  edit(
    'gate 11: window',
    GATE,
    'return opens === undefined || !copy.window ? undefined',
    'return opens !== 0 || !copy.window ? undefined',
  ),
  edit('gate: a busy channel is left alone', GATE, '(busyUntil > now ?', '(busyUntil < 0 ?'),
  edit(
    'gate: patience ends',
    GATE,
    'if (now >= ends || lastCall) return suppressed(`patience',
    'if (lastCall) return suppressed(`patience',
  ),
];

const KEYS: Mutation[] = [
  edit('key: seen', 'functions/customer/on-event.ts', "if (Object.hasOwn(state.seen, key)) return 'duplicate';", '', {
    fast: true,
  }),
  edit('key: decisions', SEND, 'if (!decision) return running ?', 'if (!decision || running) return running ?'),
  edit(
    'key: decisions of emits',
    ADVANCE,
    "if (known && known.outcome !== 'reserved')",
    "if (known?.outcome === 'reserved')",
  ),
  edit('key: timeline', 'functions/relay/timeline.sqlite.ts', ', UNIQUE (customer, version, idx)', '', { fast: true }),
  { name: 'key: execution name', edits: [], off: 'execution-name' },
  edit(
    'key: version of the item',
    'functions/customer/store.sqlite.ts',
    'WHERE id = ? AND version = ?',
    'WHERE id = ? AND ? >= 0',
  ),
  edit(
    'key: first version of the item',
    'functions/customer/store.sqlite.ts',
    'INSERT INTO customers (id, version, item) VALUES (?, 1, ?) ON CONFLICT DO NOTHING',
    'INSERT OR REPLACE INTO customers (id, version, item) VALUES (?, 1, ?)',
  ),
];

const ENDED = `if (!decision && !running) {
    const { enrolment, journey, step, moment, purpose } = task;
    decideFinally(draft, { enrolment, journey, step, moment, purpose }, 'ended', 'enrolment-ended');
  }
  if (!decision) return running ?`;

const MODEL: Mutation[] = [
  {
    name: 'model: ownFirst (and the settling of lapsed leases, which covers it)',
    edits: [
      { file: SEND, from: 'if (!decision) return running ?', to: 'if (!running || !decision) return running ?' },
      { file: REDUCE, from: '  settleLapsed(draft);\n', to: '' },
    ],
  },
  edit('model: endedOnce', SEND, 'if (!decision) return running ?', ENDED),
  {
    name: 'model: parkReasks (and wakeAll, which covers it)',
    edits: [
      {
        file: ADVANCE,
        from: 'enrolment.open.parked = task;\n  await wakeIfClear(draft, id, enrolment);',
        to: 'enrolment.open.parked = task;',
      },
      { file: REDUCE, from: 'await wakeParked(draft);', to: "command.kind === 'event' && (await wakeParked(draft));" },
    ],
  },
  edit('model: openKept', ADVANCE, 'delete open.parked;', 'delete enrolment.open;'),
  edit('model: answered', LISTEN, 'enrolment.took[step] = SILENT;', ''),
  {
    name: 'model: answered, though told silent',
    edits: [
      { file: LISTEN, from: 'enrolment.took[step] = SILENT;', to: '' },
      {
        file: LISTEN,
        from: 'enrolment.took[task.step] === SILENT ?',
        to: '(enrolment.took[task.step] ?? SILENT) === SILENT ?',
      },
    ],
  },
  {
    name: 'model: tokenSet',
    edits: [
      {
        file: 'functions/advance/tokens.sqlite.ts',
        from: 'PRIMARY KEY (enrolment, step, token)',
        to: 'PRIMARY KEY (enrolment, step)',
      },
    ],
  },
  edit('model: wakeAll', REDUCE, 'await wakeParked(draft);', "command.kind === 'event' && (await wakeParked(draft));"),
  edit('model: attempt', SEND, "if (decision.attempt === attempt) return 'ours';", ''),
  { name: 'model: consistent', edits: [], off: 'consistent' },
  {
    name: 'model: repeatCommits',
    edits: [
      { file: LISTEN, from: 'if (took === SILENT) return askAgain(draft, id, step);', to: '' },
      {
        file: LISTEN,
        from: 'if (took !== undefined) return resumeHeard(draft, id, task);',
        to: 'if (took !== undefined) return;',
      },
    ],
  },
  edit(
    'model: overResumes, listen',
    LISTEN,
    'if (!enrolment) return askAgain(draft, id, step);',
    'if (!enrolment) return;',
  ),
  edit(
    'model: overResumes, park',
    ADVANCE,
    'if (enrolment?.open?.step !== step) return wake(draft, id, step);',
    'if (enrolment?.open?.step !== step) return;',
  ),
];

const MORE: Mutation[] = [
  edit(
    'a repeated send leaves a parked machine its wake',
    SEND,
    'if (parked && enrolment.open) enrolment.open.parked = parked;',
    '',
  ),
  edit(
    'a repeat that decides wakes its machine',
    SEND,
    "if (parked && answer.outcome !== 'held')",
    "if (parked && answer.outcome === 'ended')",
  ),
  edit(
    'a busy release is answered alike',
    'functions/customer/on-record.ts',
    'return open?.step === step ?',
    'return open?.step === "" ?',
  ),
  edit(
    'what may have gone out is not sent again',
    SEND,
    "ifUnsure === 'resend') return undefined;",
    'ifUnsure !== undefined) return undefined;',
  ),
  edit('a lease is waited for', SEND, 'if (now < (decision.lease ?? 0)) return', 'if (now < 0) return'),
  edit('the lease exceeds the time-out', 'simulator/storm/functions.ts', 'LEASE = 60_000', 'LEASE = 5_000'),
  edit('time never goes back', REDUCE, 'now: Math.max(now, before.at)', 'now'),
  edit(
    'ending tells what was open',
    'functions/customer/enrolment.ts',
    "noteDecision(draft, { ...open, enrolment: id, journey }, 'ended', 'enrolment-ended', {});",
    '',
  ),
  edit(
    'ending wakes what is parked',
    'functions/customer/enrolment.ts',
    'if (open?.parked) wake(draft, id, open.step);',
    '',
  ),
  edit(
    'ending wakes what listens',
    'functions/customer/enrolment.ts',
    'if (waiting) askAgain(draft, id, waiting.step);',
    '',
  ),
  edit(
    'an occurrence is taken once',
    'functions/customer/occurrence.ts',
    'if (Object.values(enrolment.took).includes(occurrence.id)) return false;',
    '',
  ),
  edit(
    'the last task finishes',
    DECISION,
    "if (ends === 'always' || ends === machineOutcome(outcome))",
    'if (ends === undefined)',
  ),
  edit(
    'journal before effects',
    'functions/relay/relay.ts',
    'await timeline.write(journal.map((entry, index) => ({ customer: id, version, index, entry })));',
    'await timeline.write(journal.slice(1).map((entry, index) => ({ customer: id, version, index, entry })));',
  ),
  edit(
    'relay publishes',
    'functions/relay/relay.ts',
    'if (outgoing.length > 0) await publisher.publish(outgoing);',
    '',
  ),
  edit(
    'seen is bounded',
    'functions/customer/on-event.ts',
    'state.seen = Object.fromEntries(byTime.slice(-LIMITS.seen));',
    'state.seen = Object.fromEntries(byTime);',
    { stories: [400, 400] },
  ),
];

export const MUTATIONS: readonly Mutation[] = [...GATE_ROWS, ...KEYS, ...MODEL, ...MORE];
