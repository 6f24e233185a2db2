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
        steps: {
          constructor: {
            kind: 'send' as const,
            moment: 'constructor',
            purpose: 'relationship' as const,
            unless: [{ on: 'constructor' }],
          },
        },
      }),
    };
    const ada = oneCustomer(catalogue({ events, journeys, moments: { constructor: moment('constructor') } }));
    await ada.event('start');
    expect((await ada.state()).attributes).toEqual({});
    expect(await ada.sent(ada.at('constructor', 'constructor'))).toBe('sent');
    expect(await ada.advance(ada.at('constructor', 'listen-constructor'))).toBe('later');
    await ada.event('constructor', { constructor: 'x' });
    expect(ada.standing('constructor')).toMatchObject({ answer: 'heard', heard: { constructor: 'x' } });
    await ada.finish('constructor');
    await ada.event('start', { constructor: 'y' });
    const refused = ada.journal.find((entry) => entry.kind === 'not-entered' && entry.journey === 'constructor');
    expect(refused).toMatchObject({ reason: 'already-entered' });
  });

  it('are no moment and no journey where the catalogue has none', async () => {
    const steps = { gone: { kind: 'send' as const, moment: 'constructor', purpose: 'relationship' as const } };
    const ada = oneCustomer(catalogue({ journeys: { hello: journey('hello', 'start', { steps }) } }));
    await ada.event('start');
    expect(await ada.advance(ada.at('hello', 'constructor'))).toBe('elsewhere');
    expect(await ada.send(ada.at('hello', 'gone'))).toBe('later');
    expect(ada.outcomes()).toEqual(['gone held moment-retired']);
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
