import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, deploy } from './deploy.ts';
import { type DeskListener, openDeskListener } from './desk-listener.ts';
import { startLoopback } from './loopback.ts';
import { clock } from './proofs.ts';
import { openStage, type Stage } from './stage.ts';
import { PACE } from './stories.ts';
import { openVenv } from './venv.ts';

export interface Run {
  stage: Stage;
  /** What the stack told when it was deployed. */
  outputs: Record<string, string>;
  /** A folder of this run's own. */
  out: string;
  pace: number;
  /** The environment of a command that is to speak to this AWS. */
  env: NodeJS.ProcessEnv;
  /** Where every email that was sent is, a JSON object a line. */
  outbox: string;
  /** Where work for people is posted once a deploy says that there is a desk. */
  desk: DeskListener;
  /** Deploys the stack again, with other context. */
  deploy: (context?: Record<string, string>) => Promise<Record<string, string>>;
  close: () => Promise<void>;
}

const NAME = 'e2e';

/** A loopback AWS with the stack deployed to it. What it starts ends with `close`, or with this process. */
export const openRun = async (print: (line: string) => void): Promise<Run> => {
  const tell = (what: string) => print(`${clock()}  ${what}`);
  const program = await openVenv('loopback');
  const desk = await openDeskListener();
  const aws = await startLoopback(program('python'), desk.env);
  const out = await mkdtemp(join(tmpdir(), 'tactful-e2e-'));
  const close = async (): Promise<void> => {
    await aws.stop();
    desk.close();
    if (process.env.KEEP_LOG === undefined) await rm(out, { recursive: true, force: true });
  };
  let interruptions = 0;
  const interrupted = (): void => {
    // A terminal and npm may both say so.
    if (++interruptions === 1) void close().finally(() => process.exit(130));
  };
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  try {
    tell(`a loopback AWS at ${aws.endpoint}, IAM enforced${process.env.KEEP_LOG ? `, its log in ${aws.log}` : ''}`);
    await bootstrap({ env: aws.env, out });
    const settings = {
      stage: NAME,
      pace: String(PACE),
      identity: 'address',
      inboundDomain: 'reply.example.com',
      inbox: 'on',
    };
    // CDK's own look at templates is a third of the time of a deploy, and the first one has it.
    const env = { ...aws.env, CDK_VALIDATION: 'false' };
    const deployAgain = async (context: Record<string, string> = {}) => {
      const began = performance.now();
      try {
        return await deploy([`tactful-${NAME}`], { env, out, context: { ...settings, ...context } });
      } finally {
        tell(`a deploy has ended after ${((performance.now() - began) / 1000).toFixed(1)} s`);
      }
    };
    tell('the account is bootstrapped');
    const outputs = await deploy(['tactful-identity-*', `tactful-${NAME}`], { env: aws.env, out, context: settings });
    tell('the sender is verified, and the stack deployed, by cdk deploy');
    const stage = await openStage({ endpoint: aws.endpoint, outbox: aws.outbox, prefix: `tactful-${NAME}` });
    const id = 'first';
    await stage.happen(id, 'customer.signed_up', { email: `${id}@example.com`, plan: 'solo' });
    await stage.decided(id, 'welcome');
    tell('the first event has gone the whole way, so every function is warm');
    return { stage, outputs, out, pace: PACE, env, outbox: aws.outbox, desk, deploy: deployAgain, close };
  } catch (error) {
    await close();
    throw error;
  }
};
