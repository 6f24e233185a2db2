import { describe, expect, it } from 'vitest';
import { toItem } from '../../../core/customer/model/item.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { why } from '../../../core/explain/why.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { Caps } from '../../../language/catalogue/policy.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { catalogue, eventType, journey, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const days = 86_400;
const events = {
  credit: eventType({ ours: true, gesture: true }),
  points: eventType({ ours: true, gesture: true }),
  ping: eventType({ ours: true }),
  'agent.task_done': eventType({ work: 'done' }),
};
const call = moment('call', { channels: ['agent'], purpose: 'care' });

/** A journey of one step that anybody may enter again and again. */
const world = (caps: Caps, step: RunStep) => {
  const one = journey('one', 'start', { purpose: 'care', steps: { act: step } });
  return catalogue({
    events,
    moments: { call },
    policy: { ...policy, caps },
    journeys: { hello: journey('hello', 'never'), one },
  });
};
const emit = (event: string, more = {}): RunStep => ({ kind: 'emit', event, with: { points: 5 }, ...more });

const again = async (ada: ReturnType<typeof oneCustomer>) => {
  await ada.event('start');
  const task = ada.at('one', 'act');
  const answer = task.task === 'task' ? await ada.send(task) : await ada.advance(task);
  await ada.finish('one');
  return answer;
};

describe('an event of ours', () => {
  it.each<[string, Caps, RunStep]>([
    ['a cap of its step', {}, emit('credit', { cap: { count: 1, seconds: 14 * days } })],
    ['a cap on events', { emits: { count: 1, seconds: 14 * days } }, emit('ping')],
    ['a cap on gestures', { gestures: { count: 1, seconds: 14 * days } }, emit('points')],
  ])('is sent once under %s, and left out with a reason that the customer may read', async (_, caps, step) => {
    const ada = oneCustomer(world(caps, step));
    expect(await again(ada)).toBe('sent');
    ada.clock.now += DAY;
    expect(await again(ada)).toBe('unsent');
    expect(ada.outcomes()).toEqual(['act sent clear', 'act suppressed emit-cap']);
    expect(ada.decisions().at(-1)).toMatchObject({
      because: 'Something like this was done for you only recently, so it was not done again.',
    });
    expect(ada.decisions().at(-1)).not.toHaveProperty('with');
    ada.clock.now += 13 * DAY;
    expect(await again(ada)).toBe('sent');
  });

  it('that is no gesture is not counted as one, and gestures of all kinds are counted together', async () => {
    const ada = oneCustomer(world({ gestures: { count: 1, seconds: 14 * days } }, emit('ping')));
    expect([await again(ada), await again(ada)]).toEqual(['sent', 'sent']);
    const { one } = ada.published.catalogue.journeys;
    one!.steps.act = emit('credit');
    expect(await again(ada)).toBe('sent');
    one!.steps.act = emit('points');
    expect(await again(ada)).toBe('unsent');
  });

  it('is counted once, however often its task comes again', async () => {
    const ada = oneCustomer(world({ emits: { count: 2, seconds: 14 * days } }, emit('ping')));
    await ada.event('start');
    const task = ada.at('one', 'act');
    expect([await ada.advance(task), await ada.advance(task), await ada.advance(task)]).toEqual([
      'sent',
      'sent',
      'sent',
    ]);
    await ada.finish('one');
    expect([await again(ada), await again(ada)]).toEqual(['sent', 'unsent']);
  });
});

describe('work for a person', () => {
  const step: RunStep = { kind: 'task', moment: 'call', purpose: 'care' };

  it('is given once under its cap, and explained by what filled it', async () => {
    const all = world({ tasks: { count: 1, seconds: 2 * days } }, step);
    const ada = oneCustomer(all);
    expect(await again(ada)).toBe('sent');
    await ada.event('agent.task_done', { task: 'call' });
    ada.clock.now += DAY;
    expect(await again(ada)).toBe('unsent');
    const text = why({ customer: 'ada', timeline: ada.journal, state: await ada.state() }, all, {}).lines.join('\n');
    expect(text).toContain('a colleague had been asked for this already (task-cap)');
    expect(text).toContain('At most 1 per 2 days of “call”.');
    expect(text).toContain('Counted: “call” (call, in one), Mon, 2 Mar 2026, 10:00 +00:00.');
    expect(text).toContain('There is room under 1 per 2 days of “call” from Wed, 4 Mar 2026, 10:00 +00:00.');
    expect(text).toContain(
      'they read   A colleague was asked to do this for you only recently, so we did not ask again.',
    );
  });

  it('that took the place of a message counts too', async () => {
    const welcome = moment('welcome', { whenIncident: { person: 'call' } });
    const all = world({ tasks: { count: 1, seconds: 2 * days } }, step);
    all.moments.welcome = welcome;
    all.journeys.hello = { ...all.journeys.hello!, enter: { on: ['hi'], again: 'always' } };
    all.events.hi = eventType();
    const ada = oneCustomer(all);
    await ada.event('fail', { ref: 'f1' });
    await ada.event('hi');
    expect(await ada.send(ada.task('hello', 'welcome'))).toBe('unsent');
    await ada.event('agent.task_done', { task: 'call' });
    expect(await again(ada)).toBe('unsent');
    expect(ada.outcomes()).toEqual(['send-welcome escalated open-incident', 'act suppressed task-cap']);
  });
});

describe('work that is open', () => {
  const step: RunStep = { kind: 'task', moment: 'call', purpose: 'care' };

  it('takes in what comes again, of a task and in place of a message, and says so', async () => {
    const all = world({}, step);
    all.moments.welcome = moment('welcome', { whenIncident: { person: 'call' } });
    all.journeys.hello = { ...all.journeys.hello!, enter: { on: ['hi'], again: 'always' } };
    all.events.hi = eventType();
    const ada = oneCustomer(all);
    await ada.event('fail', { ref: 'f1' });
    expect(await again(ada)).toBe('sent');
    expect(await again(ada)).toBe('sent');
    await ada.event('hi');
    expect(await ada.send(ada.task('hello', 'welcome'))).toBe('unsent');
    const [first, ...others] = ada.decisions();
    const id = `${first?.enrolment}/act/1`;
    expect(others.map(({ outcome, merged }) => [outcome, merged])).toEqual([
      ['sent', id],
      ['escalated', id],
    ]);
    const text = why({ customer: 'ada', timeline: ada.journal, state: await ada.state() }, all, {}).lines.join('\n');
    expect(text).toContain('A colleague has this already: “call” [call]');
    expect(text).toContain('The same work has been with a colleague since Mon, 2 Mar 2026, 10:00 +00:00');
    expect(text).toContain('Left it to the colleague who is asked already, in place of sending “welcome”');
  });
});

describe('messages of care', () => {
  it('wait once there were as many as the policy says; what colleagues do is not counted', async () => {
    const all = world({ care: { count: 2, seconds: 7 * days } }, { kind: 'send', moment: 'sorry', purpose: 'care' });
    const ada = oneCustomer(all);
    const sorry = async () => {
      await ada.event('start');
      await ada.sent(ada.at('one', 'act'));
      const due = ada.standing('one')?.held;
      await ada.finish('one');
      return due?.reason;
    };
    all.journeys.one!.steps.act = { kind: 'task', moment: 'call', purpose: 'care' };
    await again(ada);
    all.journeys.one!.steps.act = { kind: 'send', moment: 'sorry', purpose: 'care' };
    expect(await sorry()).toBeUndefined();
    ada.clock.now += HOUR;
    expect(await sorry()).toBeUndefined();
    ada.clock.now += HOUR;
    await ada.event('start');
    expect(await ada.send(ada.at('one', 'act'))).toBe('later');
    expect(ada.standing('one')?.held?.reason).toBe('frequency-cap');
    ada.clock.now += 7 * DAY;
    expect(ada.outcomes().filter((one) => one.includes('frequency-cap'))).toEqual(['act held frequency-cap']);
  });
});

describe('what is counted', () => {
  it('is bounded, whatever is capped', async () => {
    const cap = { count: 20, seconds: 365 * days };
    const many = Array.from({ length: LIMITS.worked + 4 }, (_, index) => `ping-${index}`);
    const all = world({ emits: cap }, emit('ping'));
    for (const name of many) all.events[name] = eventType({ ours: true });
    const ada = oneCustomer(all);
    for (const name of many) {
      all.journeys.one!.steps.act = emit(name);
      for (let count = 0; count < 21; count++) {
        ada.clock.now += 1000;
        await again(ada);
      }
    }
    const { worked = {} } = await ada.state();
    expect(Object.keys(worked)).toHaveLength(LIMITS.worked);
    expect(Math.max(...Object.values(worked).map(({ length }) => length))).toBe(20);
    expect(toItem(await ada.state()).length).toBeLessThan(16_384);
  });
});
