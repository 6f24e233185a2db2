import { describe, expect, it } from 'vitest';
import { choiceEvent } from '../../../functions/preferences/events.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import type { EventType, Field } from '../../../language/catalogue/event.ts';
import { catalogue } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const field = (type: Field['type'], optional = false): Field => ({ type, optional, provenance: 'observed' });
const declared = (more: Partial<EventType> = {}): EventType => ({
  byCustomer: true,
  ours: false,
  customer: 'customerId',
  fields: { customerId: field('text'), topic: field('text'), choice: field(['granted', 'withdrawn']) },
  sets: {},
  signals: [],
  consent: { topic: 'topic', choice: 'choice' },
  farewell: false,
  returns: false,
  kept: [],
  awaited: false,
  ...more,
});
const choice = { kind: 'topic', id: 'offers', choice: 'withdrawn' } as const;
const eventOf = (type?: EventType) =>
  choiceEvent({ events: type ? { 'customer.preference_changed': type } : {} }, 'ada', choice);

describe('a choice on the bus', () => {
  it('is the type that the project declares, in its own fields', () => {
    expect(eventOf(declared())).toEqual({
      type: 'customer.preference_changed',
      detail: { customerId: 'ada', topic: 'offers', choice: 'withdrawn' },
    });
    const other = declared({
      customer: 'user',
      fields: { user: field('text'), about: field(['offers', 'tips']), says: field('text'), note: field('text', true) },
      consent: { topic: 'about', choice: 'says' },
    });
    expect(eventOf(other).detail).toEqual({ user: 'ada', about: 'offers', says: 'withdrawn' });
  });

  it.each([
    ['is not declared', undefined],
    ['states no consent', declared({ consent: undefined })],
    ['works its consent out', declared({ consent: { topic: '"x" & topic', choice: 'choice' } })],
    ['asks for more', declared({ fields: { ...declared().fields, agent: field('text') } })],
    ['does not know the topic', declared({ fields: { ...declared().fields, topic: field(['tips']) } })],
  ])('is the built-in where the project’s own %s', (_, type) => {
    expect(eventOf(type)).toEqual({
      type: 'customer.consent_changed',
      detail: { customerId: 'ada', topic: 'offers', choice: 'withdrawn' },
    });
  });
});

it('the built-in withdraws topics and channels', async () => {
  const type = 'customer.consent_changed';
  const { events, ...rest } = catalogue();
  const ada = oneCustomer({ ...rest, events: { ...events, [type]: { ...BUILT_IN[type]!, kept: [], awaited: false } } });
  await ada.event(type, { topic: 'offers', choice: 'withdrawn' });
  await ada.event(type, { channel: 'sms', choice: 'withdrawn' });
  expect((await ada.state()).consent).toMatchObject({
    'topic:offers': { choice: 'withdrawn' },
    'channel:sms': { choice: 'withdrawn' },
  });
});
