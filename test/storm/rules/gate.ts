import { edit, type Mutation } from '../mutation.ts';

const GATE = 'core/gate/gate.ts';
const CAPS = 'core/gate/caps.ts';
const REACH = 'core/gate/reach.ts';

/** The table of docs/gate.md, a row at a time. */
export const GATE_ROWS: Mutation[] = [
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
        file: 'core/customer/commands/on-event.ts',
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
