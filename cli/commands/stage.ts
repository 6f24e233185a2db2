import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { UsageError } from './errors.ts';

const PROGRAM = fileURLToPath(new URL('../stage/main.ts', import.meta.url));

/** Hands a command about a deployed stage to the program that knows AWS; the simulator itself needs none of it. */
export const onStage = (words: string[]): Promise<number> =>
  new Promise((done, failed) => {
    spawn(process.execPath, [PROGRAM, ...words], { stdio: 'inherit' })
      .once('error', failed)
      .once('exit', (code) => done(code ?? 1));
  });

/** The same, for what it prints. Throws UsageError with what it says where it cannot. */
export const askStage = async (words: string[]): Promise<string> => {
  const asked = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['inherit', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((done, failed) => {
    asked.once('error', failed).once('close', done);
  });
  const [code, said, problem] = await Promise.all([ended, text(asked.stdout), text(asked.stderr)]);
  if (code !== 0) throw new UsageError(problem.trim());
  return said;
};
