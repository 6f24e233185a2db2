import { describe, expect, it } from 'vitest';
import { OperatorCommand } from '../../../functions/operate/command.ts';
import { NotOfThisRight, onlyWith, RIGHTS, type Right, rightOf } from '../../../functions/operate/rights.ts';

const COMMANDS: OperatorCommand[] = [
  { command: 'pause', journey: 'hello' },
  { command: 'resume', journey: 'hello' },
  { command: 'paused' },
  { command: 'look', place: 'rejects' },
  { command: 'redrive', place: 'rejects', before: 0 },
  { command: 'rotate-keys' },
  { command: 'bring-back' },
  { command: 'read', customer: 'ada', part: 'state' },
  { command: 'why', customer: 'ada' },
  { command: 'erase', customer: 'ada' },
  { command: 'erasing', customer: 'ada' },
  { command: 'broadcasts' },
  { command: 'stop-broadcast', broadcast: 'down#f1' },
  { command: 'resume-broadcast', broadcast: 'down#f1' },
  { command: 'answer-crowd', crowd: 'c1', moment: 'call', said: 'done', by: 'bea' },
  { command: 'promises', days: 30 },
];

const open = (right: Right) => {
  const noted: string[] = [];
  const done: unknown[] = [];
  const operate = async (payload: unknown) => {
    done.push(payload);
    return { ok: true, lines: [] };
  };
  return { noted, done, ask: onlyWith(right, operate, ({ command }) => noted.push(command)) };
};

describe('rights of operators', () => {
  it('are of every command', () => {
    expect(COMMANDS.map(({ command }) => command).toSorted()).toEqual(
      OperatorCommand.options.map(({ shape }) => shape.command.value).toSorted(),
    );
  });

  it.each(RIGHTS)('%s does what is its own, notes who asks what, and nothing else', async (right) => {
    for (const command of COMMANDS) {
      const { noted, done, ask } = open(right);
      if (rightOf(command) === right) {
        expect(await ask(command)).toEqual({ ok: true, lines: [] });
        expect([noted, done]).toEqual([[command.command], [command]]);
      } else {
        await expect(ask(command)).rejects.toThrow(NotOfThisRight);
        expect([noted, done]).toEqual([[], []]);
      }
    }
  });

  it('reading of somebody and erasing them are neither the same nor that of running a stage', () => {
    const needed = (['pause', 'read', 'erase'] as const).map((command) => rightOf({ command }));
    expect(new Set(needed).size).toBe(3);
  });
});
