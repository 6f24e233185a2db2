import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Hands a command about a deployed stage to the program that knows AWS; the simulator itself needs none of it. */
export const onStage = (words: string[]): Promise<number> =>
  new Promise((done, failed) => {
    const program = fileURLToPath(new URL('../../infra/operate/main.ts', import.meta.url));
    spawn(process.execPath, [program, ...words], { stdio: 'inherit' })
      .once('error', failed)
      .once('exit', (code) => done(code ?? 1));
  });
