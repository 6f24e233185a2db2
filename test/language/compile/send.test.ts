import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { JourneyTooLongError } from '../../../language/compile/errors.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { days, definitions, moment, onboarding, send } from '../../support/definitions.ts';
import { type Asked, input, machineOf, run, well } from './run.ts';

const wait: Step = { kind: 'wait', id: 'wait', seconds: days };
const exit: Step = { kind: 'exit', id: 'exit' };
const emit = (unsent: Step[] = []): Step => ({ kind: 'emit', id: 'emit', event: 'loyalty.points_granted', unsent });

const answering = (outcome: string) => (task: Asked) =>
  task.step === 'send-tip' || task.step === 'emit' ? { outcome, customer: {} } : well(task);

describe('a send step', () => {
  it.each([
    ['sent', ['send send-tip', 'send send-next']],
    ['unsent', ['send send-tip', 'send send-other', 'send send-next']],
    ['ended', ['send send-tip']],
  ])('that is %s goes its way', async (outcome, asked) => {
    const machine = machineOf([
      { ...send('send-tip', 'tip'), unsent: [send('send-other', 'tip')] },
      send('send-next', 'tip'),
    ]);
    expect((await run(machine, input(), answering(outcome))).asked).toEqual(asked);
  });

  it('that is held parks with all that the gate needs, and asks again when its time is over or it is resumed', async () => {
    const machine = machineOf([
      { ...send('send-tip', 'tip'), with: { gift: 20 }, unless: [{ on: 'product.cancelled' }] },
    ]);
    const replies = [
      { outcome: 'held', customer: {}, seconds: 60, parks: 1 },
      'timeout' as const,
      { outcome: 'held', customer: {}, seconds: 500, parks: 2 },
      { outcome: 'done', customer: {} },
      { outcome: 'sent', customer: {} },
    ];
    const { asked, payloads, took } = await run(machine, input(), () => replies.shift()!);
    expect(asked).toEqual(['send', 'park', 'send', 'park', 'send'].map((task) => `${task} send-tip`));
    expect(payloads.map((task) => ('parks' in task ? task.parks : undefined))).toEqual([0, 1, 1, 2, 2]);
    const { task: _, token, ...parked } = payloads[1] as Asked & { token: string };
    expect(token).toBe('token-1');
    expect({ ...parked, parks: 0 }).toEqual({ ...payloads[0], task: undefined });
    expect(took).toBe(60);
  });

  it('counts its own parks only', async () => {
    const machine = machineOf([send('send-tip', 'tip'), send('send-next', 'tip')]);
    const replies = [{ outcome: 'held', customer: {}, seconds: 60, parks: 1 }, 'timeout' as const];
    const { payloads } = await run(machine, input(), (task) => replies.shift() ?? well(task));
    expect(payloads.at(-1)).toMatchObject({ step: 'send-next', parks: 0 });
  });

  it.each<[string, Step[], string | undefined, string[]]>([
    ['nothing comes after it', [send('send-tip', 'tip')], 'always', ['send send-tip']],
    ['only exit comes after it', [send('send-tip', 'tip'), exit], 'always', ['send send-tip']],
    [
      'only its unsent steps come after it',
      [{ ...send('send-tip', 'tip'), unsent: [wait] }],
      'sent',
      ['send send-tip'],
    ],
    [
      'unsent it exits',
      [{ ...send('send-tip', 'tip'), unsent: [exit] }, wait],
      'unsent',
      ['send send-tip', 'finish finish'],
    ],
    ['a wait comes after it', [send('send-tip', 'tip'), wait], undefined, ['send send-tip', 'finish finish']],
    ['an emit is the last', [emit()], 'always', ['emit emit']],
    ['an emit exits unsent', [emit([exit]), wait], 'unsent', ['emit emit', 'finish finish']],
  ])('ends the enrolment where %s', async (_, steps, ends, asked) => {
    const { payloads, asked: found } = await run(machineOf(steps), input(), well);
    expect((payloads[0] as { ends?: string }).ends).toBe(ends);
    expect(found).toEqual(asked);
  });

  it('that exits unsent is done without another task', async () => {
    const machine = machineOf([{ ...send('send-tip', 'tip'), unsent: [exit] }, wait]);
    expect((await run(machine, input(), answering('unsent'))).asked).toEqual(['send send-tip']);
    expect((await run(machineOf([emit([exit]), wait]), input(), answering('unsent'))).asked).toEqual(['emit emit']);
  });

  it('carries the purpose of its moment, else of its journey', async () => {
    const machine = machineOf([send('send-welcome', 'welcome'), send('send-tip', 'tip')]);
    const { payloads } = await run(machine, input(), well);
    expect(payloads).toMatchObject([{ purpose: 'transactional' }, { purpose: 'relationship' }]);
  });
});

describe('an emit', () => {
  it('is one state unless it has unsent steps', () => {
    expect(Object.keys(machineOf([emit(), wait]).States)).toEqual(['emit', 'wait', 'finish']);
    expect(Object.keys(machineOf([emit([exit]), wait]).States)).toContain('emit outcome');
  });
});

describe('parks', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => send(`send-${i}`, 'welcome'));

  it.each([1, 12, 60])(
    'never bring an execution of %i sends near 25,000 events, whatever fails on the way',
    async (count) => {
      const machine = machineOf(many(count));
      let attempts = 0;
      const { execution } = await run(machine, input(), (task) => {
        // Every task fails as often as it is retried, and every step is held as often as it may be.
        if (++attempts % 9 !== 0) return { error: 'StoreBusyError' };
        if (task.task === 'park') return 'timeout';
        if (task.task !== 'send' || task.parks >= task.maxParks) return well(task);
        return { outcome: 'held', customer: {}, seconds: 1, parks: task.parks + 1 };
      });
      expect(execution).toMatchObject({ status: 'succeeded', state: 'done' });
      expect(execution.history).toBeLessThan(25_000);
    },
  );

  it('are at most a hundred, and fewer the more messages there are', async () => {
    const parksOf = async (count: number) =>
      ((await run(machineOf(many(count)), input(), well)).payloads[0] as { maxParks: number }).maxParks;
    expect([await parksOf(1), await parksOf(12), await parksOf(60)]).toEqual([100, 33, 6]);
  });

  it('must be possible: a journey with too many messages is refused', () => {
    const journey = { ...onboarding, steps: many(400) };
    const roomy = {
      ...definitions,
      moments: { welcome: moment('welcome', { patience: 1 }) },
      journeys: { onboarding: journey },
    };
    expect(() => compileMachine(journey, compileCatalogue(roomy))).toThrow(JourneyTooLongError);
  });
});
