/**
 * One cold start, in a process of its own: imports a bundle and lets it answer one event. Prints, as its last line, what
 * that took of the thread's processor time in milliseconds, until the import was done and until the answer was there, and
 * the answer. Unlike the clock, that does not depend on what else the machine does.
 *   node test/bench/cold/start.ts <bundle> <file with the event> <now>
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle = '', eventFile = '', now = ''] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, 'utf8'));
const context = { functionName: 'bench', awsRequestId: 'request', memoryLimitInMB: '512' };
// Whether a message may go out now depends on the time of day.
Date.now = () => Number(now);

const before = process.threadCpuUsage();
const spent = (): number => {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

const { handler } = await import(pathToFileURL(bundle).href);
const imported = spent();
const answer = event === null ? undefined : await handler(event, context);
const answered = spent();
console.log(`\n${JSON.stringify({ imported, answered, answer })}`);
process.exit(0);
