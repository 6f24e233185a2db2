import { describe, expect, it } from 'vitest';
import { catalogue, eventType, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };

describe('names that every object inherits', () => {
  it('are names like any other, of journeys, moments, events, steps and attributes', async () => {
    const events = {
      constructor: eventType({ awaited: true, kept: ['constructor'], fields: { constructor: text } }),
      start: eventType({ sets: { constructor: 'constructor' }, fields: { constructor: text } }),
    };
    const journeys = {
      constructor: journey('constructor', 'start', {
        enter: { on: ['start'], again: 'never' },
        fields: ['constructor'],
      }),
    };
    const ada = oneCustomer(catalogue({ events, journeys, moments: { constructor: moment('constructor') } }));
    await ada.event('start');
    expect((await ada.state()).attributes).toEqual({});
    const task = ada.task('constructor', 'constructor', { step: 'constructor', unless: [{ on: 'constructor' }] });
    expect(await ada.send(task)).toMatchObject({ outcome: 'reserved' });
    await ada.record(task);
    const listening = ada.listening('constructor', 'constructor', { step: 'constructor' });
    await ada.listen(listening);
    expect((await ada.state()).enrolments[task.enrolment]?.waiting).toMatchObject({ step: 'constructor' });
    await ada.event('constructor', { constructor: 'x' });
    expect(ada.effects.at(-1)).toMatchObject({ answer: { outcome: 'heard', heard: { constructor: 'x' } } });
    await ada.finish('constructor');
    await ada.event('start', { constructor: 'y' });
    const refused = ada.journal.find((entry) => entry.kind === 'not-entered' && entry.journey === 'constructor');
    expect(refused).toMatchObject({ reason: 'already-entered' });
  });

  it('are no moment and no journey where the catalogue has none', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    expect(await ada.send(ada.task('hello', 'constructor'))).toMatchObject({ outcome: 'held' });
    expect(ada.outcomes()).toEqual(['send-constructor held moment-retired']);
  });

  it('harm nothing as what customers write: ids of incidents, topics and events', async () => {
    const events = {
      topic: eventType({ consent: { topic: 'topic', choice: 'choice' }, fields: { topic: text, choice: text } }),
    };
    const ada = oneCustomer(catalogue({ events }));
    for (const name of ['__proto__', 'constructor', 'toString', '\ud800', '']) {
      await ada.event('fail', { ref: name }, { id: name });
      await ada.event('topic', { topic: name, choice: 'withdrawn' });
    }
    const { incidents, consent } = await ada.state();
    expect(Object.keys(incidents)).toHaveLength(5);
    expect(Object.keys(consent)).toHaveLength(5);
    expect(await ada.event('fail', { ref: '__proto__' }, { id: '__proto__' })).toBe('duplicate');
  });
});

describe('an enrolment', () => {
  it('is not over while its machine takes a moment more than its longest path', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    ada.clock.now += 60 * 86_400_000 + 60_000;
    expect(await ada.send(ada.task('hello', 'welcome'))).toMatchObject({ outcome: 'reserved' });
  });
});
