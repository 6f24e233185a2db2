import { readFileSync, writeFileSync } from 'node:fs';
import { factsOfStacks } from './stacks.ts';

// Part of a release (CONTRIBUTING.md): what the templates have now is what the next version must not replace.
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const file = 'test/infra/release/released.json';
writeFileSync(file, `${JSON.stringify({ version, stacks: factsOfStacks() }, null, 2)}\n`);
process.stdout.write(`${file} holds what version ${version} has.\n`);
