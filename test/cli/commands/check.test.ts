import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '../../../cli/program.ts';

it('check counts what is written in the folder, and names a journey besides that comes of something else', async () => {
  const out: string[] = [];
  await runProgram(['check'], { out: (line) => out.push(line), err: () => {} });
  const [journeys, scenarios] = ['journeys', 'scenarios'].map((each) => globSync(`workflows/${each}/*.yaml`).length);
  const events = Object.keys(parse(readFileSync('workflows/events.yaml', 'utf8'))).length;
  const [counts = ''] = /^workflows: .*?\./.exec(out.at(-1) ?? '') ?? [];
  expect(counts.replace(/\d+ moments/, 'moments')).toBe(
    `workflows: ${journeys} journeys (besides unreached from \`instead\` in moments), moments, ${events} events, ${scenarios} scenarios.`,
  );
});
