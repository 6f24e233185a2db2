import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { stop } from './process.ts';
import { until } from './until.ts';

export interface Loopback {
  endpoint: string;
  /** What a program needs to talk to this AWS and no other. */
  env: NodeJS.ProcessEnv;
  /** Where it writes what it does. */
  log: string;
  /** Every email that was sent, a JSON object a line. */
  outbox: string;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 4566;
};

/** It ended before it was up. */
class NeverUp extends Error {
  override name = 'NeverUp';
}

const isUp = (endpoint: string, child: ChildProcess) => async (): Promise<boolean> => {
  if (child.exitCode !== null) throw new NeverUp(`The loopback AWS ended with ${child.exitCode} before it was up.`);
  const answer = await fetch(`${endpoint}/_ministack/ready`).catch(() => undefined);
  return answer?.ok === true;
};

const STARTS = 3;

/** Starts an AWS on a free port of this machine, with IAM enforced. `python` is that of our venv, `more` for its environment. */
export const startLoopback = async (python: string, more: NodeJS.ProcessEnv = {}, starts = 1): Promise<Loopback> => {
  try {
    return await startOnce(python, more);
  } catch (error) {
    // Between looking for a free port and listening on it another program may have taken it.
    if (!(error instanceof NeverUp) || starts === STARTS) throw error;
    return startLoopback(python, more, starts + 1);
  }
};

const startOnce = async (python: string, more: NodeJS.ProcessEnv): Promise<Loopback> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const home = await mkdtemp(join(tmpdir(), 'tactful-loopback-'));
  const log = join(home, 'loopback.log');
  const outbox = join(home, 'outbox.ndjson');
  const credentials = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    // Functions and the app of the stacks run under the Node that runs us.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  };
  const child = spawn(python, ['test/e2e/loopback.py'], {
    env: {
      ...process.env,
      ...credentials,
      OUTBOX: outbox,
      // Whatever it leaves goes with the rest.
      TMPDIR: home,
      AUTH: 'true',
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: 'localhost',
      LOG_LEVEL: 'INFO',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Should we crash, it goes too.
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const end = async (): Promise<void> => {
    await stop(child);
    process.removeListener('exit', last);
    file.end();
  };
  try {
    await until('the loopback AWS is up', isUp(endpoint, child));
  } catch (error) {
    await end();
    throw error;
  }
  return {
    endpoint,
    env: { ...process.env, ...credentials },
    log,
    outbox,
    stop: async () => {
      await end();
      if (process.env.KEEP_LOG === undefined) await rm(home, { recursive: true, force: true });
    },
  };
};
