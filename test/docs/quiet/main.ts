import { readFileSync, writeFileSync } from 'node:fs';
import { loadProject } from '../../../simulator/project.ts';
import { withQuietTable } from './table.ts';

const PAGE = 'docs/sentiment.md';

const { catalogue } = await loadProject('workflows');
writeFileSync(PAGE, await withQuietTable(readFileSync(PAGE, 'utf8'), catalogue));
