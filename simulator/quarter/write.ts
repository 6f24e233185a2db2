import { writeFileSync } from 'node:fs';
import { quarter, SHIPPED } from './generate.ts';

// `node simulator/quarter/write.ts` writes the shipped quarter anew.
writeFileSync(new URL('events.ndjson', import.meta.url), `${quarter(SHIPPED).join('\n')}\n`);
