import { createLineWriter } from './output.ts';
import { runProgram } from './program.ts';

const writer = createLineWriter(process.stdout);
const err = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

process.exitCode = await runProgram(process.argv.slice(2), { out: writer.line, err });
await writer.end();
