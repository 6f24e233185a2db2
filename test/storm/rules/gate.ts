import { edit, type Mutation } from '../mutation.ts';

const GATE = 'core/gate/gate.ts';
const REACH = 'core/gate/reach.ts';

const row = (reason: string): string => `core/gate/rows/${reason}.ts`;

/** DESIGN.md's table, a row at a time. */
export const GATE_ROWS: Mutation[] = [
  edit('gate 3: holdout', row('holdout'), 'control && !isTransactional(purpose)', 'control && purpose === undefined', {
    fast: true,
  }),
  {
    name: 'gate 4: account closed (and farewell, which covers it)',
    edits: [
      {
        file: row('account-closed'),
        from: 'state.closedAt !== undefined && !isTransactional(purpose) ?',
        to: 'state.id === "" ?',
      },
      {
        file: 'core/customer/commands/on-event.ts',
        from: "for (const id of Object.keys(state.enrolments)) endEnrolment(draft, id, 'farewell');",
        to: '',
      },
    ],
  },
  edit('gate 4: overtaken', row('overtaken'), '(isOvertaken ?', '(isOvertaken === undefined ?'),
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
    "return choice === 'withdrawn' || (optIn === true && choice !== 'granted');",
    'return choice === undefined && optIn === null;',
  ),
  edit('gate 6: data not shared', row('data-not-shared'), '!isShared(provenance)', "String(provenance) === 'nobody'"),
  edit(
    'gate 7: journey paused',
    row('journey-paused'),
    'question.paused.has(question.journey)',
    'question.paused.has("")',
  ),
  edit(
    'gate 7: paused by the customer',
    row('paused-by-customer'),
    'isSocial(purpose) && until > now',
    'isSocial(purpose) && until < 0',
  ),
  edit(
    'gate 8: open incident',
    row('open-incident'),
    'openIncidents(state).length > 0',
    'openIncidents(state).length > 99',
    {
      fast: true,
    },
  ),
  edit(
    'gate 8: negative mood',
    row('negative-sentiment'),
    'isNegative(state, now)\n',
    'isNegative(state, now) && now < 0\n',
    { fast: true },
  ),
  edit('gate 9: mutes', row('muted-by'), 'if (until > now && !goesFirst', 'if (until < 0 && !goesFirst'),
  edit(
    'gate 10: cap of a purpose',
    row('frequency-cap'),
    'const purposeCap = isSocial(purpose) ?',
    'const purposeCap = moment === "" ?',
  ),
  edit(
    'gate 10: cap of a moment',
    row('frequency-cap'),
    'const momentCap = copy?.cap;',
    'const momentCap = undefined;',
  ),
  edit('gate 10: gap', row('gap'), 'slotFrees(times, { count: 1, seconds', 'slotFrees(times, { count: 99, seconds'),
  edit(
    'gate 11: quiet hours',
    row('quiet-hours'),
    'if (!quiet || ends === undefined) return undefined;',
    'if (!quiet || ends !== 0) return undefined;',
    {
      fast: true,
    },
  ),
  edit(
    'gate 11: window',
    row('window'),
    'return opens === undefined || !window ? undefined',
    'return opens !== 0 || !window ? undefined',
  ),
  edit('gate: a busy channel is left alone', row('channel-busy'), '(busyUntil > now ?', '(busyUntil < 0 ?'),
  edit(
    'gate: patience ends',
    GATE,
    'if (now >= ends) return suppressed(patienceOver',
    'if (now < 0) return suppressed(patienceOver',
  ),
];
