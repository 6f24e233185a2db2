import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const date = { type: 'date' as const, optional: true, provenance: 'stated' as const };

/** Somebody who comes to a step that waits. */
const arriveAt = async (step: RunStep, fields: Record<string, unknown> = {}) => {
  const events = { start: eventType({ fields: { renewsAt: date }, sets: { renewsAt: 'renewsAt' } }) };
  const hello = journey('hello', 'start', { steps: { wait: step }, fields: ['renewsAt'] });
  const ada = oneCustomer(catalogue({ events, journeys: { hello } }));
  await ada.event('start', fields);
  const answer = await ada.advance(ada.at('hello', 'wait'));
  return { ada, answer };
};
type Ada = Awaited<ReturnType<typeof arriveAt>>['ada'];

const askedAgain = async (ada: Ada) => {
  const version = ada.version();
  return { answer: await ada.advance(ada.at('hello', 'wait')), wrote: ada.version() > version };
};

const until = (source = 'event.renewsAt', offset = 0): RunStep => ({ kind: 'wait-until', until: source, offset });

describe('a wait', () => {
  it('is over when its time is, and writes nothing to say so', async () => {
    const { ada, answer } = await arriveAt({ kind: 'wait', seconds: 3600 });
    expect(answer).toBe('later');
    ada.clock.now += HOUR - 1;
    expect(await askedAgain(ada)).toEqual({ answer: 'later', wrote: false });
    ada.clock.now += 1;
    expect(await askedAgain(ada)).toEqual({ answer: 'reached', wrote: false });
  });

  it('can be gone on from by the number of the next visit, as from any step that has answered', async () => {
    const { ada } = await arriveAt({ kind: 'wait', seconds: 3600 });
    expect(await ada.send(ada.task('hello', 'welcome'))).toBe('elsewhere');
    ada.clock.now += HOUR;
    expect(await ada.send(ada.task('hello', 'welcome'))).toHaveProperty('reserved');
  });

  it('keeps the end that it began with, though its length is published anew', async () => {
    const { ada } = await arriveAt({ kind: 'wait', seconds: 3600 });
    const hello = journey('hello', 'start', { steps: { wait: { kind: 'wait', seconds: 60 } } });
    ada.published.catalogue = catalogue({ version: 'shorter', journeys: { hello } });
    ada.published.number = 2;
    ada.clock.now += HOUR / 2;
    expect(await ada.advance(ada.at('hello', 'wait'))).toBe('later');
    expect(ada.standing('hello')?.due).toBe(T0 + HOUR);
  });

  it('of no time at all is over at once', async () => {
    const { answer } = await arriveAt({ kind: 'wait', seconds: 0 });
    expect(answer).toBe('reached');
  });
});

describe('a wait for a date', () => {
  const renewsAt = new Date(T0 + 10 * DAY).toISOString();

  it('ends so long before or after it as the step says', async () => {
    const { ada, answer } = await arriveAt(until('event.renewsAt', -3 * 86_400), { renewsAt });
    expect(answer).toBe('later');
    expect(ada.standing('hello')?.due).toBe(T0 + 7 * DAY);
    ada.clock.now += 7 * DAY;
    expect(await askedAgain(ada)).toEqual({ answer: 'reached', wrote: false });
  });

  it.each([
    ['is over', { renewsAt: new Date(T0 - 1).toISOString() }],
    ['is now', { renewsAt: new Date(T0).toISOString() }],
    ['is missing', {}],
    ['is no date', { renewsAt: 'soon' }],
    ['is a mistake, more than ten years ahead', { renewsAt: new Date(T0 + 4000 * DAY).toISOString() }],
  ])('that %s is past at once, and stays so', async (_, fields) => {
    const { ada, answer } = await arriveAt(until(), fields);
    expect(answer).toBe('past');
    expect(await askedAgain(ada)).toEqual({ answer: 'past', wrote: false });
  });

  it('keeps the end that it began with, though the date was moved meanwhile', async () => {
    const { ada } = await arriveAt(until('customer.renewsAt'), { renewsAt });
    ada.clock.now += HOUR;
    await ada.event('start', { renewsAt: new Date(T0 + 30 * DAY).toISOString() });
    expect((await ada.state()).attributes.renewsAt?.value).toBe(new Date(T0 + 30 * DAY).toISOString());
    ada.clock.now = T0 + 10 * DAY;
    expect(await askedAgain(ada)).toMatchObject({ answer: 'reached' });
  });
});
