import * as z from 'zod';
import type { Act, AuditLog } from '../shared/stores/audit-log.ts';
import type { IdentifyCaller } from './caller.ts';
import { type OperatorAnswer, OperatorCommand } from './command.ts';
import type { Flags } from './flags.ts';
import { commandDigest, Proof } from './proof.ts';
import type { Right } from './rights.ts';

/** What is asked of a function: a command, and who asks it. */
const CommandRequest = z.looseObject({ proof: Proof.optional() });

interface AuditedDeps {
  stage: string;
  right: Right;
  audit: Pick<AuditLog, 'append'>;
  caller: IdentifyCaller;
  flags: Pick<Flags, 'paused'>;
  now: () => number;
  /** Whether it is the console that asks. */
  isConsole: (who: Act['who']) => boolean;
}

/** In letters: of a name that IAM has. */
const NAME = 100;

/** What is said in somebody's name is said in that of who has signed in, as the console alone knows, or of whoever IAM says that it is. */
const inTheirName = (
  command: OperatorCommand,
  who: Act['who'],
  isConsole: AuditedDeps['isConsole'],
): OperatorCommand | undefined => {
  if (command.command !== 'answer-crowd' || isConsole(who)) return command;
  return who.vouched === 'iam' ? { ...command, by: who.name.slice(-NAME) } : undefined;
};

const NOBODY =
  'Who answers for many is not known: this was asked without a proof of who asks. Answer in the console, where you sign in.';

type What = Pick<Act, 'subject' | 'given' | 'before' | 'after'>;

const customer = (id: string): What['subject'] => ({ kind: 'customer', id });

/** What a command does, as the log has it; undefined of what neither changes anything nor tells anything of a customer. */
const whatOf = async (command: OperatorCommand, { paused }: Pick<Flags, 'paused'>): Promise<What | undefined> => {
  switch (command.command) {
    case 'pause':
    case 'resume': {
      const before = { paused: (await paused()).includes(command.journey) };
      return {
        subject: { kind: 'journey', id: command.journey },
        before,
        after: { paused: command.command === 'pause' },
      };
    }
    case 'read':
      return { subject: customer(command.customer), given: { part: command.part } };
    case 'why':
    case 'erase':
      return { subject: customer(command.customer) };
    case 'rotate-keys':
      return { subject: { kind: 'keys', id: command.of ?? 'links' }, given: { leaked: command.leaked ?? false } };
    case 'look':
      return { subject: { kind: 'shelf', id: command.place } };
    case 'redrive': {
      const { place, reason = null, discard = false } = command;
      return { subject: { kind: 'shelf', id: place }, given: { reason, discard } };
    }
    case 'stop-broadcast':
    case 'resume-broadcast':
      return { subject: { kind: 'broadcast', id: command.broadcast } };
    case 'answer-crowd': {
      const { crowd, moment, said, by } = command;
      return { subject: { kind: 'crowd', id: crowd }, given: { moment, said, by } };
    }
    case 'paused':
    case 'promises':
    case 'broadcasts':
    case 'erasing':
    // Asked by the clock; figures say what it did.
    case 'bring-back':
      return undefined;
  }
};

/**
 * Writes down who asks for what, before it is done: what cannot be written is not done. Where it then comes to nothing, a
 * second line of the same request says so. Throws ProofRefused.
 */
export const createAudited =
  ({ stage, right, audit, caller, flags, now, isConsole }: AuditedDeps) =>
  (operate: (command: OperatorCommand) => Promise<OperatorAnswer>) =>
  async (payload: unknown, request: string): Promise<OperatorAnswer> => {
    const { proof, ...rest } = CommandRequest.parse(payload);
    const command = OperatorCommand.parse(rest);
    const who = await caller(proof, commandDigest(stage, right, command));
    const named = inTheirName(command, who, isConsole);
    const what = await whatOf(named ?? command, flags);
    const note = async (outcome?: Act['outcome']): Promise<void> => {
      if (what === undefined) return;
      const at = new Date(now()).toISOString();
      await audit.append({ who, right, at, act: command.command, ...what, request, ...(outcome && { outcome }) });
    };
    await note();
    try {
      const answer = named ? await operate(named) : { ok: false, lines: [NOBODY] };
      if (!answer.ok) await note('refused');
      return answer;
    } catch (error) {
      await note('failed');
      throw error;
    }
  };
