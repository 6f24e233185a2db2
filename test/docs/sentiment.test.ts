import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadProject } from '../../simulator/project.ts';
import { withQuietTable } from './quiet/table.ts';

it('docs/sentiment.md says what signs cost in days as the code has it: else run npm run docs', async () => {
  const page = readFileSync('docs/sentiment.md', 'utf8');
  const { catalogue } = await loadProject('workflows');
  expect(await withQuietTable(page, catalogue)).toBe(page);
});
