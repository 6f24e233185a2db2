import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { days, send } from '../../support/definitions.ts';
import { machineOf } from './run.ts';

const wait: Step = { kind: 'wait', id: 'wait', seconds: days };
const choose = (when: string, steps: Step[] = []): Step => ({
  kind: 'choose',
  id: 'choose',
  branches: [{ when, steps }],
  otherwise: [],
});
const unhappy = choose('customer.mood = "negative"');
const listen = (heard: Step[], silent: Step[]): Step => ({
  kind: 'listen',
  id: 'listen',
  on: ['product.used'],
  within: days,
  heard,
  silent,
});
const until = (date: string, reached: Step[] = [], past: Step[] = []): Step => ({
  kind: 'wait-until',
  id: 'wait-until',
  until: date,
  offset: 0,
  reached,
  past,
});
const split = (...arms: Step[][]): Step => ({
  kind: 'split',
  id: 'split',
  arms: arms.map((steps, i) => ({ name: `arm-${i}`, share: 50, steps })),
});
const exit: Step = { kind: 'exit', id: 'exit' };

const asksBefore = (steps: Step[]): string[] =>
  Object.keys(machineOf(steps).States).flatMap((name) => (name.endsWith(' facts') ? [name.slice(0, -6)] : []));

describe('facts are asked for', () => {
  it.each<[string, Step[]]>([
    ['after a wait', [wait, unhappy]],
    ['after a wait for a date', [until('event.renewsAt'), unhappy]],
    ['after a wait in one arm', [split([wait], []), unhappy]],
    ['after a wait in what was heard', [listen([wait], []), unhappy]],
    ['after a wait when a message was not sent', [{ ...send('send', 'tip'), unsent: [wait] }, unhappy]],
    ['after a wait in a branch', [choose('event.plan = "team"', [wait]), unhappy]],
  ])('%s', (_, steps) => {
    const renamed = steps.map((step, i) => (i === steps.length - 1 ? { ...step, id: 'last' } : step)) as Step[];
    expect(asksBefore(renamed)).toEqual(['last']);
  });

  it('before a wait for a date of the customer', () => {
    expect(asksBefore([wait, until('customer.birthday')])).toEqual(['wait-until']);
  });

  it('once for two choices in a row', () => {
    expect(asksBefore([wait, unhappy, { ...unhappy, id: 'choose-2' }])).toEqual(['choose']);
  });
});

describe('facts are not asked for', () => {
  it.each<[string, Step[]]>([
    ['at the start', [unhappy]],
    ['after a message', [wait, send('send', 'tip'), unhappy]],
    ['after hearing or silence', [wait, listen([], []), unhappy]],
    ['by conditions on the event alone', [wait, choose('event.plan = "team"')]],
    [
      'after a branch that waits and exits',
      [choose('event.plan = "team"', [wait, exit]), { ...unhappy, id: 'choose-2' }],
    ],
    ['after a date that was past', [until('event.renewsAt', [wait, exit], [unhappy])]],
  ])('%s', (_, steps) => {
    expect(asksBefore(steps)).toEqual([]);
  });
});
