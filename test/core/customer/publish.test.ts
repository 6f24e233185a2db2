import { describe, expect, it } from 'vitest';
import { CatalogueOlder } from '../../../core/customer/catalogue-older.ts';
import type { Journey } from '../../../language/catalogue/journey.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, journey } from '../../support/catalogue.ts';
import { LEASE, oneCustomer } from '../../support/customer.ts';

const send = (moment: string) => ({ kind: 'send' as const, moment, purpose: 'relationship' as const });

const hello = (more: Partial<Journey> = {}) => journey('hello', 'start', more);

/** Somebody who stands at `greet`, held, waiting for its turn or reserved as the test goes on. */
const standing = async () => {
  const first = catalogue({ version: 'first', journeys: { hello: hello({ steps: { greet: send('welcome') } }) } });
  const ada = oneCustomer(first);
  await ada.event('start');
  return { ada, greet: ada.at('hello', 'greet') };
};
type Ada = Awaited<ReturnType<typeof standing>>['ada'];

const publish = (ada: Ada, more: Partial<Journey> | undefined, number = ada.published.number + 1) => {
  const all = catalogue({ version: `content of ${number}`, ...(more ? { journeys: { hello: hello(more) } } : {}) });
  const { hello: _, ...others } = all.journeys;
  ada.published.catalogue = more ? all : { ...all, journeys: others };
  ada.published.number = number;
};

describe('an item of a newer catalogue', () => {
  it('is not touched by a function of an older one: it is tried again', async () => {
    const { ada } = await standing();
    const { catalogue: first } = ada.published;
    publish(ada, {});
    await ada.event('reply', { ref: 'r1' });
    ada.published.catalogue = first;
    ada.published.number = 1;
    await expect(ada.event('reply', { ref: 'r2' })).rejects.toThrow(CatalogueOlder);
  });

  it('is touched by whoever has the same contents, under whatever number', async () => {
    const { ada } = await standing();
    ada.published.number = 7;
    await ada.event('reply', { ref: 'r1' });
    ada.published.number = 3;
    await ada.event('reply', { ref: 'r2' });
    expect((await ada.state()).catalogue).toEqual({ version: 'first', number: 7 });
  });

  it('is later than any that had the second of its deploy for a number, and counted from then on', async () => {
    const { ada } = await standing();
    ada.published.number = 1_795_789_234;
    await ada.event('reply', { ref: 'r1' });
    publish(ada, {}, 1);
    await ada.event('reply', { ref: 'r2' });
    expect((await ada.state()).catalogue).toEqual({ version: 'content of 1', number: 1 });
  });

  it('is taken back by publishing the old contents again, under a higher number', async () => {
    const { ada } = await standing();
    const { catalogue: first } = ada.published;
    publish(ada, {}, 2);
    await ada.event('reply', { ref: 'r1' });
    ada.published.catalogue = first;
    ada.published.number = 3;
    expect(await ada.event('reply', { ref: 'r2' })).toBe('applied');
  });
});

describe('who stands at a step', () => {
  it('that a new catalogue still has stands there', async () => {
    const { ada, greet } = await standing();
    await ada.sent(greet);
    publish(ada, { steps: { greet: send('tip'), other: send('tip') } });
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ at: 'greet', answer: 'sent' });
  });

  it('that has another id by now stands at that one, with all that was in hand', async () => {
    const { ada, greet } = await standing();
    await ada.event('fail', { ref: 'f1' });
    await ada.send(greet);
    publish(ada, { steps: { 'say-hello': send('welcome') }, renamed: { greet: 'say-hello' } });
    ada.clock.now += DAY;
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({
      at: 'say-hello',
      visit: 1,
      held: { reason: 'open-incident' },
    });
  });

  it('that has another id by now while a message of it is on its way has it recorded, under the id that it went out with', async () => {
    const { ada, greet } = await standing();
    await ada.send(greet);
    publish(ada, { steps: { 'say-hello': send('welcome') }, renamed: { greet: 'say-hello' } });
    expect(await ada.record(greet)).toBe('sent');
    expect(ada.outcomes()).toEqual(['greet sent clear']);
    expect(ada.standing('hello')).toMatchObject({ at: 'say-hello', visit: 1, answer: 'sent' });
    expect(await ada.record(greet, 'accepted', 'another')).toBe('elsewhere');
    ada.clock.now += LEASE;
    expect(await ada.send({ ...greet, step: 'say-hello' }, 'later')).toBe('sent');
  });

  it('that is gone leaves with a word that says so, at the next command', async () => {
    const { ada, greet } = await standing();
    await ada.sent(greet);
    publish(ada, { steps: {} });
    expect(await ada.send(greet)).toBe('ended');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'step-retired' });
  });

  it('whose new id is gone too leaves', async () => {
    const { ada, greet } = await standing();
    await ada.sent(greet);
    publish(ada, { renamed: { greet: 'nowhere' } });
    await ada.event('reply', { ref: 'r1' });
    expect(ada.journal.at(-1)).toMatchObject({ reason: 'step-retired' });
  });

  it('of a journey that is gone leaves', async () => {
    const { ada } = await standing();
    publish(ada, undefined);
    await ada.event('reply', { ref: 'r1' });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'journey-retired' });
  });

  it('that is gone while a message of it is on its way waits for its record', async () => {
    const { ada, greet } = await standing();
    await ada.send(greet);
    publish(ada, {});
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ leave: { reason: 'step-retired' } });
    await ada.record(greet);
    expect(ada.outcomes()).toEqual(['greet sent clear']);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'step-retired' });
  });

  it('that is gone and was never recorded comes to unknown after its lease', async () => {
    const { ada, greet } = await standing();
    await ada.send(greet);
    publish(ada, {});
    await ada.event('reply', { ref: 'r1' });
    ada.clock.now += LEASE;
    await ada.event('reply', { ref: 'r2' });
    expect(ada.outcomes()).toEqual(['greet unknown no-receipt']);
    expect(ada.standing('hello')).toBeUndefined();
  });

  it('at the beginning of last words that are gone leaves', async () => {
    const { ada } = await standing();
    publish(ada, { exits: [{ on: 'done', words: 'Exit-1' }] });
    await ada.event('done');
    expect(ada.standing('hello')).toMatchObject({ at: 'Exit-1' });
    publish(ada, {});
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toBeUndefined();
  });
});
