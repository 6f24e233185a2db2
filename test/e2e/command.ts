import { execFile } from 'node:child_process';

/** What a command says of a stage, and whether it ends well. */
export const tactfulOn =
  (env: NodeJS.ProcessEnv, stage: string) =>
  (...words: string[]): Promise<{ fine: boolean; output: string }> => {
    const args = ['--disable-warning=ExperimentalWarning', 'cli/tactful.ts', ...words, '--stage', stage];
    return new Promise((resolve) => {
      execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
        resolve({ fine: error === null, output: `${out}${err}` });
      });
    });
  };
