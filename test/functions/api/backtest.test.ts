import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { BacktestResult } from '../../../functions/api/contract/drafts.ts';
import { createWork } from '../../../functions/api/drafts/work.ts';
import { loadProject } from '../../../simulator/project.ts';
import { event, signedUp } from './world.ts';

const NOW = Date.parse('2026-03-31T10:00:00Z');
const PACE = 1000;

const files = globSync('workflows/**/*.{yaml,md}').map((path) => ({
  path: relative('workflows', path),
  text: readFileSync(path, 'utf8'),
}));

it('plays a draft as the stage plays what runs: at its pace, a draft like what runs differs for nobody', async () => {
  const project = await loadProject('workflows', { pace: PACE });
  // By the day of the ticket the journey is over at this pace, and has hardly begun without.
  const lines = [
    { ...signedUp('ada'), time: '2026-03-02T10:00:00Z' },
    {
      ...event('support.ticket_opened', { customerId: 'ada', ticketId: 't1', subject: 'Help' }, 'open'),
      time: '2026-03-03T10:00:00Z',
    },
  ].map((line) => JSON.stringify(line));
  const work = createWork({
    drafts: { files: async () => files } as never,
    running: async () => ({ version: 1, project, broken: [] }),
    intake: { past: async () => ({ lines, people: [] }) } as never,
    clock: { now: () => NOW },
    traits: { pace: PACE },
  });
  const result = BacktestResult.parse(await work({ kind: 'backtest', asked: { days: 30 } }, () => {}));
  expect(result).toMatchObject({ events: 2, customers: 1, differing: 0 });
  expect(result.journeys.find(({ journey }) => journey === 'onboarding')?.before.sent).toBeGreaterThan(1);
});
