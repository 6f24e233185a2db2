import { enableCompileCache } from 'node:module';

// Before the rest is read: what Node compiled is kept in the folder for temporary files, and half of a short command's time with it.
enableCompileCache();
const [{ createLineWriter }, { runProgram }] = await Promise.all([import('./output.ts'), import('./program.ts')]);

const writer = createLineWriter(process.stdout);
const err = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

process.exitCode = await runProgram(process.argv.slice(2), { out: writer.line, err });
await writer.end();
