import { describe, expect, it } from 'vitest';
import { createWorkerClient, Overtaken, type Port, WorkerBroke } from '../../../console/worker/client.ts';
import { createDesk } from '../../../console/worker/desk.ts';
import { createEngine, type Engine } from '../../../console/worker/engine.ts';
import { SHIPPED } from './files.ts';

/** Client and worker in one thread; what is to be done later is done when the test says so. */
const both = (engine: Partial<Engine> = {}) => {
  const later: (() => void)[] = [];
  const port: Port = { postMessage: (question) => desk(question), onmessage: null };
  const desk = createDesk({
    engine: { ...createEngine(), ...engine },
    reply: (data) => port.onmessage?.({ data }),
    later: (work) => later.push(work),
  });
  const run = async () => {
    for (let work = later.shift(); work; work = later.shift()) {
      work();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  return { ask: createWorkerClient(port), run };
};

describe('the worker', () => {
  it('answers the newest of several questions, and tells the others that they are overtaken', async () => {
    const { ask, run } = both({
      check: ({ files }) => [{ file: Object.keys(files)[0] ?? '', line: 1, column: 1, message: '' }],
    });
    const all = Promise.allSettled(['a', 'b', 'c'].map((path) => ask('check', { files: { [path]: '' } })));
    await run();
    const [first, second, third] = await all;
    expect([first, second]).toEqual([
      { status: 'rejected', reason: expect.any(Overtaken) },
      { status: 'rejected', reason: expect.any(Overtaken) },
    ]);
    expect(third).toMatchObject({ status: 'fulfilled', value: [{ file: 'c' }] });
  });

  it('shows what one looks at before it looks through the rest', async () => {
    const { ask, run } = both({ check: () => [], playable: () => [], outline: () => undefined });
    const order: string[] = [];
    const all = Promise.all(
      (['check', 'playable', 'outline'] as const).map((kind) =>
        ask(kind, { files: {}, path: '' }).then(() => order.push(kind)),
      ),
    );
    await run();
    await all;
    expect(order).toEqual(['outline', 'playable', 'check']);
  });

  it('makes every edit', async () => {
    const { ask, run } = both();
    const path = 'journeys/onboarding.yaml';
    const set = (value: string) =>
      ask('edit', { files: SHIPPED, path, operation: { kind: 'set', path: ['title'], value } });
    const all = Promise.all([set('One'), set('Two')]);
    await run();
    const [one, two] = await all;
    expect('text' in one && one.text).toContain('title: One');
    expect('text' in two && two.text).toContain('title: Two');
  });

  it('says what broke, and goes on', async () => {
    const broken = () => {
      throw new Error('No memory.');
    };
    const { ask, run } = both({ playable: broken });
    const all = Promise.allSettled([ask('playable', { files: {} }), ask('outline', { files: {}, path: 'a' })]);
    await run();
    const [playable, outline] = await all;
    expect(playable).toEqual({ status: 'rejected', reason: expect.any(WorkerBroke) });
    expect(outline).toEqual({ status: 'fulfilled', value: undefined });
  });
});
