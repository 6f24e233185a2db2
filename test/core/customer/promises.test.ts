import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { jsonBytes } from '../../../core/customer/model/bound-list.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { DAY, HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Promised } from '../../../language/catalogue/promise.ts';
import { catalogue, eventType, journey, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const DAY_S = 86_400;
const SKEW = 5000;

const promising = (more: Partial<Promised> = {}) =>
  catalogue({
    events: { ...MERGED, reply: eventType({ awaited: true, kept: ['ref'], fields: { ref: refField } }) },
    moments: {
      sorry: moment('sorry', {
        promises: {
          within: DAY_S,
          kept: [{ on: 'reply', where: 'heard.ref = event.ref' }],
          fields: ['ref'],
          ...more,
        },
      }),
    },
    journeys: { repair: journey('repair', 'fail', { purpose: 'care', fields: ['ref'] }) },
    policy: { ...policy, incidents: { promise: { lasts: 7 * DAY_S }, others: { lasts: 30 * DAY_S } } },
  });
const refField = { type: 'text' as const, optional: false, provenance: 'stated' as const };

const CALL = { 'task-call': { kind: 'task' as const, moment: 'call', purpose: 'care' as const } };

const sendPromise = async (project = promising()) => {
  const ada = oneCustomer(project);
  await ada.event('fail', { ref: 'r1' });
  await ada.sent(ada.task('repair', 'sorry'));
  return ada;
};

/** What a timer comes to: a run whose task finds no enrolment. */
const ring = (ada: ReturnType<typeof oneCustomer>) =>
  ada.advance({ journey: 'Retired', enrolment: 'none', step: 'Lost', visit: 1, task: 'lost' });

const statusesOf = ({ journal }: Pick<ReturnType<typeof oneCustomer>, 'journal'>) =>
  journal.flatMap((entry) => (entry.kind === 'promise' ? [entry.status] : []));

describe('a promise', () => {
  it('is made by a message that was sent, with a timer for the time at which the team is told', async () => {
    const ada = await sendPromise();
    const { promises = {}, effects } = await ada.state();
    const [[id, promise] = []] = Object.entries(promises);
    expect(promise).toMatchObject({ moment: 'sorry', made: T0, due: T0 + DAY, event: { ref: 'r1' } });
    const soon = T0 + 0.75 * DAY;
    expect(effects).toContainEqual({ type: 'timer', enrolment: id, timer: 1, due: soon, at: soon + SKEW });
    expect(statusesOf(ada)).toEqual(['made']);
  });

  it.each(['refused', 'busy'] as const)('is not made by a message that its channel called %s', async (receipt) => {
    const ada = oneCustomer(promising());
    await ada.event('fail', { ref: 'r1' });
    const task = ada.task('repair', 'sorry');
    await ada.send(task);
    await ada.record(task, receipt);
    expect((await ada.state()).promises).toBeUndefined();
  });

  it('is kept by its event before its time, and nothing more is to do about it', async () => {
    const ada = await sendPromise();
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: 'r1' });
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
    expect((await ada.state()).promises).toBeUndefined();
    ada.clock.now += 2 * DAY;
    await ring(ada);
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
  });

  it('is not kept by an event about something else, nor by one of before it was made', async () => {
    const ada = await sendPromise();
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: 'r2' });
    await ada.event('reply', { ref: 'r1' }, { at: new Date(T0 - MINUTE).toISOString() });
    expect(statusesOf(ada)).toEqual(['made']);
  });

  it('is kept by an event that came in between its sending and the record of it', async () => {
    const ada = oneCustomer(promising());
    await ada.event('fail', { ref: 'r1' });
    const task = ada.task('repair', 'sorry');
    await ada.send(task);
    ada.clock.now += 2000;
    await ada.event('reply', { ref: 'r1' });
    await ada.record(task);
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
  });

  it('is kept by an event that came while its message was held', async () => {
    const ada = oneCustomer(promising());
    await ada.event('fail', { ref: 'r1' });
    const task = ada.task('repair', 'sorry');
    ada.paused.add('repair');
    expect(await ada.send(task)).toBe('later');
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: 'r1' });
    ada.clock.now += HOUR;
    ada.paused.delete('repair');
    await ada.sent(task, 'a2');
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
    expect(ada.journal.at(-1)).toMatchObject({ happenedAt: new Date(T0 + HOUR).toISOString() });
  });

  it('is not kept by what came before its message was in hand, nor by the event that led to it', async () => {
    const ada = oneCustomer(promising());
    ada.clock.now += MINUTE;
    await ada.event('fail', { ref: 'r1' });
    const task = ada.task('repair', 'sorry');
    ada.paused.add('repair');
    await ada.send(task);
    for (const at of [T0, T0 + MINUTE]) await ada.event('reply', { ref: 'r1' }, { at: new Date(at).toISOString() });
    ada.clock.now += HOUR;
    ada.paused.delete('repair');
    await ada.sent(task, 'a2');
    expect(statusesOf(ada)).toEqual(['made']);
  });

  it.each([
    ['long', 'r'.repeat(400)],
    ['long, and an address', `https://example.com/${'r'.repeat(400)}`],
  ])('is kept by the event whose field is as %s as its own, and by no other', async (_how, ref) => {
    const ada = oneCustomer(promising());
    await ada.event('fail', { ref: `${ref}1` });
    await ada.sent(ada.task('repair', 'sorry'));
    expect(jsonBytes((await ada.state()).promises)).toBeLessThan(400);
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: `${ref}2` });
    expect(statusesOf(ada)).toEqual(['made']);
    await ada.event('reply', { ref: `${ref}1` });
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
  });

  it('is kept by what its condition reads of that event itself, however long, where another field is long too', async () => {
    const where = 'heard.ref = event.ref and $contains(heard.note, "solved")';
    const project = promising({ kept: [{ on: 'reply', where }] });
    const note = eventType({ awaited: true, kept: ['ref', 'note'], fields: { ref: refField, note: refField } });
    const ada = oneCustomer({ ...project, events: { ...project.events, reply: note } });
    const ref = 'r'.repeat(400);
    await ada.event('fail', { ref });
    await ada.sent(ada.task('repair', 'sorry'));
    ada.clock.now += HOUR;
    await ada.event('reply', { ref, note: `We are still at it, and write again as soon as there is any news of it.` });
    expect(statusesOf(ada)).toEqual(['made']);
    await ada.event('reply', {
      ref,
      note: `It is solved now: the parcel was found, and will be with you by tomorrow.`,
    });
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
  });

  it('is told to the team once, at three quarters of its time, and sets the timer at which it breaks', async () => {
    const ada = await sendPromise();
    ada.clock.now = T0 + 0.75 * DAY + SKEW;
    await ring(ada);
    await ring(ada);
    expect(statusesOf(ada)).toEqual(['made', 'due-soon']);
    const timers = ada.effects.filter(({ type, enrolment }) => type === 'timer' && enrolment.includes('/'));
    expect(timers.at(-1)).toMatchObject({ timer: 2, due: T0 + DAY, at: T0 + DAY + SKEW });
  });

  it('breaks once at its time: that is an incident, which holds other messages back', async () => {
    const ada = await sendPromise();
    await ada.event('start');
    ada.clock.now = T0 + DAY;
    await ring(ada);
    await ring(ada);
    expect(statusesOf(ada)).toEqual(['made', 'broken']);
    expect((await ada.state()).incidents).toMatchObject({ 'promise:sorry': { openedAt: T0 + DAY } });
    await ada.event('mend', { ref: 'r1' });
    expect(await ada.send(ada.task('hello', 'welcome'))).toBe('later');
    expect(ada.journal.at(-1)).toMatchObject({ outcome: 'held', reason: 'open-incident' });
  });

  it('is known to be broken by whatever comes to the customer after its time, before that is decided', async () => {
    const ada = await sendPromise();
    await ada.event('mend', { ref: 'r1' });
    await ada.event('start');
    ada.clock.now = T0 + DAY + HOUR;
    expect(await ada.send(ada.task('hello', 'welcome'))).toBe('later');
    expect(statusesOf(ada)).toEqual(['made', 'broken']);
  });

  it('that is kept by the very event that finds its time over, but happened before, is kept', async () => {
    const ada = await sendPromise();
    ada.clock.now = T0 + DAY + HOUR;
    await ada.event('reply', { ref: 'r1' }, { at: new Date(T0 + HOUR).toISOString() });
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
    expect(ada.journal.at(-1)).toMatchObject({ happenedAt: new Date(T0 + HOUR).toISOString() });
  });

  it('that is kept late was broken first, and its incident is over', async () => {
    const ada = await sendPromise();
    ada.clock.now = T0 + DAY + HOUR;
    await ada.event('reply', { ref: 'r1' });
    expect(statusesOf(ada)).toEqual(['made', 'broken', 'kept-late']);
    const { incidents, promises } = await ada.state();
    expect(incidents['promise:sorry']).toMatchObject({ openedAt: T0 + DAY, closedAt: T0 + DAY + HOUR });
    expect(promises).toBeUndefined();
  });

  it('is forgotten when its incident is over by itself: what comes after that keeps nothing', async () => {
    const ada = await sendPromise();
    ada.clock.now = T0 + DAY;
    await ring(ada);
    ada.clock.now = T0 + 8 * DAY;
    await ada.event('start');
    expect((await ada.state()).promises).toBeUndefined();
    await ada.event('reply', { ref: 'r1' });
    expect(statusesOf(ada)).toEqual(['made', 'broken']);
  });

  it('made twice stands twice: one event keeps both, and the incident is over with the last', async () => {
    const ada = await sendPromise();
    await ada.finish('repair');
    ada.clock.now += HOUR;
    await ada.event('fail', { ref: 'r2' });
    await ada.sent(ada.task('repair', 'sorry'), 'a2');
    ada.clock.now = T0 + DAY + 2 * HOUR;
    await ring(ada);
    expect(statusesOf(ada)).toEqual(['made', 'made', 'broken', 'broken']);
    await ada.event('reply', { ref: 'r1' });
    expect((await ada.state()).incidents['promise:sorry']).not.toHaveProperty('closedAt');
    await ada.event('reply', { ref: 'r2' });
    expect((await ada.state()).incidents['promise:sorry']).toHaveProperty('closedAt');
  });

  it('is kept by a colleague who says that the task for it is done', async () => {
    const plain = promising({ kept: [{ on: 'agent.task_done' }], fields: [] });
    const call = moment('call', { channels: ['agent'] });
    const done = { ...BUILT_IN['agent.task_done']!, kept: [], awaited: true };
    const repair = { ...plain.journeys.repair!, steps: { ...plain.journeys.repair!.steps, ...CALL } };
    const ada = await sendPromise({
      ...plain,
      events: { ...plain.events, 'agent.task_done': done },
      moments: { ...plain.moments, call },
      journeys: { ...plain.journeys, repair },
    });
    const task = ada.at('repair', 'task-call');
    await ada.send(task);
    ada.clock.now += HOUR;
    await ada.event('agent.task_done', { task: 'no such task', by: 'ben' });
    expect(statusesOf(ada)).toEqual(['made']);
    await ada.event('agent.task_done', { task: decisionId(task), by: 'ben' });
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
  });

  it('outlives its enrolment, and the account: what was said is owed', async () => {
    const ada = await sendPromise();
    await ada.event('bye');
    expect((await ada.state()).enrolments).toEqual({});
    ada.clock.now = T0 + DAY;
    await ring(ada);
    expect(statusesOf(ada)).toEqual(['made', 'broken']);
  });

  it('of whom was erased is gone with them, and so is its timer', async () => {
    const ada = await sendPromise();
    await ada.erase();
    const { promises, effects } = await ada.state();
    expect([promises, effects]).toEqual([undefined, []]);
  });

  it('counts on working days by the calendar of the company', async () => {
    const friday = Date.parse('2026-03-06T15:00:00Z');
    const ada = oneCustomer(promising({ within: { workingDays: 1 } }));
    ada.clock.now = friday;
    await ada.event('fail', { ref: 'r1' });
    await ada.sent(ada.task('repair', 'sorry'));
    const [promise] = Object.values((await ada.state()).promises ?? {});
    expect([promise?.next, promise?.due]).toEqual([Date.parse('2026-03-09T09:00Z'), Date.parse('2026-03-09T15:00Z')]);
  });

  it('of a moment that promises nothing any more is kept by any event of the type of then', async () => {
    const ada = await sendPromise();
    ada.publish({ ...promising(), moments: { ...promising().moments, sorry: moment('sorry') }, version: 'next' });
    await ada.event('reply', { ref: 'another' });
    expect(statusesOf(ada)).toEqual(['made', 'kept']);
  });

  it('goes along with a merge under a timer of its own, and is kept by word that came under the other id', async () => {
    const { guest, ada, merge, pass } = twoIds(promising());
    await guest.event('fail', { ref: 'r1' });
    await guest.sent(guest.task('repair', 'sorry'));
    await ada.event('start');
    await merge();
    const [[id, promise] = []] = Object.entries((await ada.state()).promises ?? {});
    expect(promise?.timer).toBe(2);
    expect((await ada.state()).effects).toContainEqual(expect.objectContaining({ enrolment: id, timer: 2 }));
    pass(HOUR);
    await guest.event('reply', { ref: 'r1' });
    expect((await ada.state()).promises).toBeUndefined();
  });

  it('under one id is kept by what was told under the other before they were known to be one', async () => {
    const { guest, ada, merge, pass } = twoIds(promising());
    await guest.event('fail', { ref: 'r1' });
    await guest.sent(guest.task('repair', 'sorry'));
    pass(HOUR);
    await ada.event('reply', { ref: 'r1' });
    await merge();
    expect((await ada.state()).promises).toBeUndefined();
    expect(statusesOf(ada)).toEqual(['kept']);
  });

  it(`has room beside ${LIMITS.promises - 1} others; of more the one that is owed last is let go, and told`, async () => {
    const ada = oneCustomer(promising());
    for (let round = 0; round <= LIMITS.promises; round++) {
      ada.clock.now += MINUTE;
      await ada.event('fail', { ref: `r${round}` });
      await ada.sent(ada.task('repair', 'sorry'), `a${round}`);
      await ada.finish('repair');
    }
    expect(Object.keys((await ada.state()).promises ?? {})).toHaveLength(LIMITS.promises);
    expect(statusesOf(ada).filter((status) => status === 'released')).toHaveLength(1);
  });
});
