import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const angry = { value: -1, weight: 2, because: 'They said so.' };

/** Their welcome is held by an incident. */
const heldByIncident = async () => {
  const ada = oneCustomer();
  await ada.event('start');
  await ada.event('fail', { ref: 'f1' });
  const welcome = ada.task('hello', 'welcome');
  expect(await ada.send(welcome)).toBe('later');
  return { ada, welcome };
};

describe('a step that is held', () => {
  it('is journalled once while its reason stays, however often it is asked', async () => {
    const { ada, welcome } = await heldByIncident();
    const version = ada.version();
    expect(await ada.send(welcome, 'a2')).toBe('later');
    expect(ada.version()).toBe(version);
    expect(ada.outcomes()).toEqual(['send-welcome held open-incident']);
  });

  it('is woken by the commit that clears it, whatever command that is', async () => {
    const { ada } = await heldByIncident();
    await ada.event('mend', { ref: 'f1' });
    const { due } = ada.standing('hello')!;
    expect(due).toBeGreaterThan(ada.clock.now);
    ada.clock.now += HOUR;
    await ada.finish('repair');
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
    expect((await ada.state()).effects).toMatchObject([{ type: 'timer', due: ada.clock.now, at: ada.clock.now }]);
  });

  it('is woken as soon as the new reason allows, where that is sooner', async () => {
    const ada = oneCustomer();
    await ada.event('start', {}, { signals: [angry] });
    await ada.event('fail', { ref: 'f1' });
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.standing('hello')).toMatchObject({ held: { reason: 'open-incident' } });
    const before = ada.standing('hello')!.due;
    await ada.event('mend', { ref: 'f1' });
    await ada.finish('repair');
    const { negativeUntil } = (await ada.state()).mood;
    expect(ada.standing('hello')?.due).toBe(Math.min(before, negativeUntil));
  });

  it('is not put off by a reason that lasts longer: it asks then', async () => {
    const { ada, welcome } = await heldByIncident();
    const { due } = ada.standing('hello')!;
    await ada.event('reply', { ref: 'r1' }, { signals: [angry] });
    expect(ada.standing('hello')?.due).toBe(due);
    expect(ada.standing('hello')?.at).toBe(welcome.step);
  });

  it('sends once it is asked after it cleared', async () => {
    const { ada, welcome } = await heldByIncident();
    await ada.event('mend', { ref: 'f1' });
    await ada.finish('repair');
    expect(await ada.sent(welcome)).toBe('sent');
    expect(ada.outcomes()).toEqual(['send-welcome held open-incident', 'send-welcome sent clear']);
    expect(ada.standing('hello')?.held).toBeUndefined();
  });

  it('is suppressed when patience is over, counted from when it was come to', async () => {
    const { ada, welcome } = await heldByIncident();
    ada.clock.now += 10 * DAY;
    expect(await ada.send(welcome)).toBe('unsent');
    expect(ada.outcomes().at(-1)).toBe('send-welcome suppressed patience:open-incident');
  });

  it('of the moment that took another’s place is journalled, though both were held for one reason', async () => {
    const moments = { welcome: moment('welcome', { whenNegative: { instead: 'tip' } }) };
    const ada = oneCustomer(catalogue({ moments }));
    await ada.event('start', {}, { signals: [angry] });
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.decisions().map(({ outcome, moment: about }) => `${outcome} ${about}`)).toEqual([
      'replaced welcome',
      'held tip',
    ]);
  });

  it('comes to `ended` when the enrolment ends before it is asked again', async () => {
    const { ada } = await heldByIncident();
    await ada.event('done');
    expect(ada.outcomes().at(-1)).toBe('send-welcome ended enrolment-ended');
    expect(ada.standing('hello')).toBeUndefined();
  });

  it('by a paused journey starts with a quarter of an hour, however long it was held before', async () => {
    const { ada, welcome } = await heldByIncident();
    ada.clock.now += 3 * DAY;
    ada.paused.add('hello');
    await ada.send(welcome);
    expect(ada.standing('hello')?.due).toBe(T0 + 3 * DAY + HOUR / 4);
    ada.clock.now += HOUR / 2;
    await ada.send(welcome);
    expect(ada.standing('hello')?.due).toBe(T0 + 3 * DAY + HOUR);
  });
});

describe('a mute', () => {
  it('is lifted by the end of the enrolment that it belongs to', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' });
    await ada.event('mend', { ref: 'f1' });
    ada.clock.now += HOUR;
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    expect(ada.outcomes()).toEqual(['send-welcome held muted-by:repair']);
    await ada.finish('repair');
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
    expect(await ada.send(welcome, 'a2')).toHaveProperty('reserved');
  });

  it('holds nobody whose muting enrolment is leaving', async () => {
    const repair = journey('repair', 'fail', {
      purpose: 'care',
      mutes: { relationship: 3 * 86_400 },
      exits: [{ on: 'done' }],
    });
    const ada = oneCustomer(catalogue({ journeys: { repair, hello: journey('hello', 'start') } }));
    await ada.event('fail', { ref: 'f1' });
    await ada.event('mend', { ref: 'f1' });
    await ada.event('start');
    await ada.send(ada.task('repair', 'sorry'));
    await ada.send(ada.task('hello', 'welcome'), 'a2');
    expect(ada.outcomes()).toEqual(['send-welcome held muted-by:repair']);
    await ada.event('done');
    expect(ada.standing('repair')).toMatchObject({ leave: { reason: 'exit' } });
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
  });

  it('holds only who entered later: two enrolments never hold each other', async () => {
    const mutes = { relationship: 3 * 86_400 };
    const journeys = {
      one: journey('one', 'start', { mutes }),
      other: journey('other', 'start', { mutes }),
      hello: journey('hello', 'bye'),
    };
    const ada = oneCustomer(catalogue({ journeys }));
    await ada.event('start');
    const [one, other] = [ada.task('one', 'welcome'), ada.task('other', 'tip')];
    const answers = [await ada.send(one, 'a1'), await ada.send(other, 'a2')];
    expect(answers.filter((answer) => typeof answer === 'object')).toHaveLength(1);
  });
});
