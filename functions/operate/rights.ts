import { type OperatorAnswer, OperatorCommand } from './command.ts';

/** Each is a function of its own, so that IAM can tell who may do what: run a stage, read what is held of somebody, erase it. */
export const RIGHTS = ['operate', 'operate-read', 'operate-erase'] as const;
export type Right = (typeof RIGHTS)[number];

const NEEDED: Record<OperatorCommand['command'], Right> = {
  pause: 'operate',
  resume: 'operate',
  paused: 'operate',
  look: 'operate',
  redrive: 'operate',
  'bring-back': 'operate',
  broadcasts: 'operate',
  'stop-broadcast': 'operate',
  'resume-broadcast': 'operate',
  'answer-crowd': 'operate',
  'rotate-keys': 'operate',
  read: 'operate-read',
  why: 'operate-read',
  promises: 'operate-read',
  erase: 'operate-erase',
  erasing: 'operate-erase',
};

/** What somebody needs to ask this. */
export const rightOf = ({ command }: Pick<OperatorCommand, 'command'>): Right => NEEDED[command];

export class NotOfThisRight extends Error {
  override name = 'NotOfThisRight';
}

type Operate = (payload: unknown) => Promise<OperatorAnswer>;

/** Does what belongs to one right and notes in the log that it was asked. Throws NotOfThisRight for all else. */
export const onlyWith =
  (right: Right, operate: Operate, note: (command: OperatorCommand) => void): Operate =>
  async (payload) => {
    const command = OperatorCommand.parse(payload);
    const needed = rightOf(command);
    if (needed !== right) throw new NotOfThisRight(`${command.command} was asked of ${right}: ask it of ${needed}.`);
    note(command);
    return operate(command);
  };
