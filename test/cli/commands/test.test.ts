import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  'journeys/thanks.yaml': `journey: thanks
title: Thanks
purpose: relationship
enter: { on: purchase.made, again: never }
steps:
  - send: thank-you
`,
  'moments/thank-you.md': `---
moment: thank-you
title: Thank you
topic: surveys
channels: [email]
because: You bought something.
subject: Thank you
---

Thank you for your order.
`,
  'scenarios/thanks.yaml': `scenario: Who buys at night is thanked at once
customer: { id: ada, zone: America/New_York, email: ada@example.com }
start: 2026-03-02T23:00
timeline:
  - at: 0 days
    event: purchase.made
    with: { orderId: o1, amount: 40, currency: EUR, category: books }
expect:
  - at 0 days: sent thank-you
`,
};

it('tells what happened instead by one clock and one calendar, those of the customer, and names them once', async () => {
  for (const file of ['policy.yaml', 'events.yaml']) cpSync(join('workflows', file), join(folder, file));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const out: string[] = [];
  const err: string[] = [];
  const status = await runProgram(['test', folder], { out: (line) => out.push(line), err: (line) => err.push(line) });
  expect({ status, err }).toEqual({ status: 1, err: [] });
  const happenings = out.slice(out.findIndex((line) => line.includes('What happened')));
  expect(happenings).toEqual([
    '    What happened, by the clock of America/New_York, from day 0 on, that of `start` (`at 1 day` is 24 hours after it):',
    expect.stringMatching(/^ {6}day 0 {3}Mon,? 23:00 {2}entered thanks$/),
    expect.stringMatching(
      /^ {6}day 0 {3}Mon,? 23:00 {2}held thank-you .*\(quiet-hours\) until 2026-03-03 (08|09):\d\d, in thanks$/,
    ),
    expect.stringMatching(/^ {6}day 1 {3}Tue,? (08|09):\d\d {2}sent thank-you by email, in thanks$/),
    expect.stringMatching(/ended thanks/),
    '0 scenarios passed, 1 failed.',
  ]);
});
