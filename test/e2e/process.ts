import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

/** The lines that speak of failing, and the last ones. */
const gist = (output: string): string => {
  const lines = output.trim().split('\n');
  return [...lines.slice(0, -20).filter((line) => /fail|error/i.test(line)), ...lines.slice(-20)].join('\n');
};

/** A command that gives way to all that does not: it needs much of the machine, and nobody waits for it soon. */
export const gently = (command: string, args: string[]): [string, string[]] => ['nice', ['-n', '10', command, ...args]];

/** Runs a command to its end and answers what it printed. Throws CommandFailed with its output. */
export const run = async (command: string, args: string[], options: SpawnOptions = {}): Promise<string> => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const printed = Buffer.concat(out).toString();
  if (code === 0) return printed;
  const summary = gist(`${printed}\n${Buffer.concat(err)}`);
  throw new CommandFailed(`${command} ${args.join(' ')} ended with ${code}:\n${summary}`);
};

/** Asks a process that we started to end, and makes it, if it does not. */
export const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
};
