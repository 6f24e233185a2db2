import type { Toy } from '../toy.ts';

const ROW = `import { grounds, inItsWay } from '../../explain/context.ts';
import { ownValue } from '../../own-value.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** They are on holiday. */
export const away: GateRow = {
  decide: ({ state, now }) => {
    const until = Date.parse(String(ownValue(state.attributes, 'awayUntil')?.value));
    return until > now ? hold('away', until) : undefined;
  },
  words: 'they were on holiday',
  explain: (context) => grounds(['They were on holiday.'], [\`Once they are back, \${inItsWay(context)}.\`]),
};
`;

const TEST = `import { expect, it } from 'vitest';
import { HOUR } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, attribute, heldFor, verdict } from '../support.ts';

it('holds until they are back', () => {
  const awayUntil = attribute(new Date(T0 + HOUR).toISOString());
  const state = ada({ attributes: { email: attribute('ada@example.com'), awayUntil } });
  expect(verdict(state)).toMatchObject({ reason: 'away' });
  expect(heldFor(verdict(state))).toBe(HOUR);
  expect(verdict(state, { now: T0 + HOUR })).toMatchObject({ outcome: 'clear' });
});
`;

const SCENARIO = `# yaml-language-server: $schema=../../language/schemas/scenario.json
scenario: Who is on holiday hears from us when they are back
customer: { id: kim, zone: Europe/Berlin, pushEndpoint: "https://sqs.eu-west-1.amazonaws.com/1/push-kim" }
start: 2026-03-02T10:07
timeline:
  - at: 0 days
    event: phone.added
    with: { country: PT, awayUntil: 2026-03-04T09:10:00Z }
expect:
  - at 8 minutes: held phone-added reason away
  - at 2 days: sent phone-added by push
`;

/** Nobody is written to on their holiday. */
export const away: Toy = {
  recipe: 'A new gate reason',
  names: { reason: 'away', name: 'on-holiday' },
  changes: {
    'language/catalogue/reasons.ts': [
      {
        after: "  'paused-by-customer': { en: 'You asked us to pause.', de: 'Sie haben uns um Ruhe gebeten.' },\n",
        insert: "  away: { en: 'You are on holiday, so this can wait.', de: 'Sie sind im Urlaub.' },\n",
      },
    ],
    'core/gate/rows/away.ts': { text: ROW },
    'core/gate/rows.ts': [
      {
        after: "import { accountClosed } from './rows/account-closed.ts';\n",
        insert: "import { away } from './rows/away.ts';\n",
      },
      { after: "  'paused-by-customer': pausedByCustomer,\n", insert: '  away,\n' },
    ],
    'docs/gate.md': [{ after: '`journey-paused`, `paused-by-customer`', insert: ', `away`' }],
    'test/core/gate/rows/away.test.ts': { text: TEST },
    'workflows/scenarios/on-holiday.yaml': { text: SCENARIO },
  },
};
