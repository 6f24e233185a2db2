import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { erasing } from '../../support/erasing.ts';

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
const number = { type: 'number' as const, optional: true, provenance: 'stated' as const };
const events = {
  'message.replied': { ...BUILT_IN['message.replied']!, kept: [], awaited: true },
  chosen: eventType({ byHand: 'chooses', fields: { decision: text, gesture: text } }),
  told: eventType({ byCustomer: true, fields: { answers: text, scale: text, score: number } }),
};

/** One who got a message, was erased, and is gone. */
const erased = async () => {
  const ada = erasing(catalogue({ events }));
  await ada.event('start');
  const task = ada.task('hello', 'welcome');
  await ada.sent(task);
  await ada.eraseWhole();
  expect(await ada.store.load('ada')).toBeUndefined();
  return { ada, decision: decisionId(task) };
};

describe('an answer to a message of ours that was on its way while its customer was erased', () => {
  it.each([
    ['a reply', 'message.replied', (decision: string) => ({ decision, channel: 'email', text: 'Thank you!' })],
    ['an answer by our page', 'told', (decision: string) => ({ answers: decision, scale: 'nps', score: 9 })],
    ['a gesture that they chose', 'chosen', (decision: string) => ({ decision, gesture: 'refund' })],
  ])('makes nobody known again: %s', async (_kind, type, fieldsOf) => {
    const { ada, decision } = await erased();
    expect(await ada.event(type, fieldsOf(decision))).toBe('skipped');
    expect(await ada.store.load('ada')).toBeUndefined();
  });
});

it('who writes by themselves becomes known', async () => {
  for (const [type, fields] of [
    ['message.replied', { channel: 'email', text: 'Hello?' }],
    ['told', { answers: 'welcome', scale: 'nps', score: 9 }],
  ] as const) {
    const ada = oneCustomer(catalogue({ events }));
    expect(await ada.event(type, fields)).toBe('applied');
    expect(await ada.state()).toBeDefined();
  }
});
