import { describe, expect, it } from 'vitest';
import { type RedriveFlags, redriveStage } from '../../../cli/stage/redrive-stage.ts';

const NOTHING = { found: {}, examples: {}, moved: 0, kept: 0, left: 0, done: true, now: 7 };

/** A stage that answers looks and passes as given, one after another. */
const stage = (look: object, ...passes: object[]) => {
  const commands: object[] = [];
  const printed: string[] = [];
  const clock = { now: 0 };
  const ask = async (_: string, command: object) => {
    commands.push(command);
    const isLook = (command as { command: string }).command === 'look';
    return { ok: true, lines: [], items: [{ ...NOTHING, ...(isLook ? look : passes.shift()) }] };
  };
  const run = async (what: string | undefined, flags: Partial<RedriveFlags> = {}) =>
    redriveStage('dev', what, flags, { ask, now: () => (clock.now += 10_000), say: (line) => printed.push(line) });
  return { commands, printed, run };
};

describe('tactful redrive', () => {
  it('without a name shows what lies where, by reason, and moves nothing', async () => {
    const { run, commands } = stage({ left: 3, found: { 'not-json': 1, schema: 2 }, examples: { schema: 'A field.' } });
    const { lines } = await run(undefined);
    expect(lines.slice(0, 3)).toEqual(['rejects: 3 refused events', '      2  schema  A field.', '      1  not-json']);
    expect(lines.at(-1)).toContain('Nothing was moved.');
    expect(commands).toEqual(['rejects', 'intake', 'inbound', 'stream'].map((place) => ({ command: 'look', place })));
  });

  it('goes on pass by pass until all is done, and tells the sum', async () => {
    const { run, printed, commands } = stage(
      { left: 250 },
      { moved: 200, found: { schema: 200 }, left: 50, done: false },
      { moved: 50, found: { schema: 40, 'not-json': 10 } },
    );
    const { lines } = await run('rejects', { reason: 'schema' });
    expect(lines).toEqual(['rejects: 250 put back (240 schema, 10 not-json), 0 left']);
    expect(printed).toEqual(['rejects: 200 so far, 50 left']);
    const pass = { command: 'redrive', place: 'rejects', before: 7, from: 0, reason: 'schema', discard: undefined };
    expect(commands[1]).toEqual(pass);
  });

  it('passes over batches that failed again', async () => {
    const { run, commands } = stage({ left: 3 }, { moved: 1, kept: 1, left: 2, done: false }, { moved: 1, left: 1 });
    expect((await run('stream')).lines.join()).toMatch(/^stream: 2 put back.*1 left, 1 passed over/);
    expect(commands[2]).toMatchObject({ from: 1 });
  });

  it('ends before it would see again what it passed over', async () => {
    const passes = Array.from({ length: 100 }, () => ({ kept: 200, left: 1000, done: false }));
    const { run, commands } = stage({ left: 1000 }, ...passes);
    await run('rejects', { reason: 'schema' });
    expect(commands.length).toBeLessThan(10);
  });

  it('comes to batches that lie behind many that fail, however long those take', async () => {
    const failing = Array.from({ length: 20 }, () => ({ kept: 1, left: 21, done: false }));
    const { run } = stage({ left: 21 }, ...failing, { moved: 1, left: 20 });
    expect((await run('stream')).lines.join()).toMatch(/^stream: 1 put back.*20 left, 20 passed over/);
  });

  it('does not take a count that lags for nothing', async () => {
    const { run } = stage({ left: 0, found: { schema: 1 } }, { moved: 1, found: { schema: 1 } });
    expect((await run('rejects')).lines).toEqual(['rejects: 1 put back (1 schema), 0 left']);
  });

  it('asks nothing of a place with nothing in it', async () => {
    const { run, commands } = stage({});
    await run('all');
    expect(commands).toHaveLength(4);
  });

  it.each([
    ['outbox', {}, /no "outbox"/],
    ['intake', { discard: true, yes: true }, /Only refused events/],
    ['all', { reason: 'schema' }, /Only refused events/],
    ['rejects', { discard: true }, /--yes/],
  ])('refuses %s with %j', async (what, flags, words) => {
    const { run, commands } = stage({ left: 1 });
    const { ok, lines } = await run(what, flags);
    expect({ ok, said: lines.join() }).toEqual({ ok: false, said: expect.stringMatching(words) });
    expect(commands).toEqual([]);
  });
});
