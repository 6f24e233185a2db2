import { existsSync, readFileSync } from 'node:fs';
import { proofsOf, type Report, totalOf } from './total.ts';

/** `node test/total/main.ts <e2e.log>`: the total of the gate's runs, as "passed failed". A run without a report failed. */
const RUNS = ['vitest', 'vitest-deep', 'vitest-db', 'vitest-console'];

const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

const texts = RUNS.map((run) => read(`node_modules/.cache/tactful/${run}.json`));
const reports = texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as Report]));
const { passed, failed } = totalOf(reports);
const proofs = proofsOf(read(process.argv[2] ?? '') ?? '');
console.log(passed + proofs.passed, failed + proofs.failed + RUNS.length - reports.length);
