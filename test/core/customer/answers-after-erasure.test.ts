import { describe, expect, it } from 'vitest';
import { CustomerBeingErased } from '../../../core/customer/commands/on-erase.ts';
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

/** One who got a message and is being erased. */
const beingErased = async () => {
  const ada = erasing(catalogue({ events }));
  await ada.event('start');
  const task = ada.task('hello', 'welcome');
  await ada.sent(task);
  await ada.erase();
  return { ada, decision: decisionId(task) };
};

describe('an answer to a message of ours that comes while its customer is erased', () => {
  it.each([
    ['a reply', 'message.replied', (decision: string) => ({ decision, channel: 'email', text: 'Thank you!' })],
    ['an answer by our page', 'told', (decision: string) => ({ answers: decision, scale: 'nps', score: 9 })],
    ['a gesture that they chose', 'chosen', (decision: string) => ({ decision, gesture: 'refund' })],
  ])('makes nobody known again: %s', async (_kind, type, fieldsOf) => {
    const { ada, decision } = await beingErased();
    expect(await ada.event(type, fieldsOf(decision))).toBe('skipped');
    expect(await ada.state()).toMatchObject({ erased: expect.any(Number), attributes: {}, journal: [] });
  });

  it('waits until they are gone where it asks to be left alone', async () => {
    const { ada, decision } = await beingErased();
    const stop = ada.event('message.replied', { decision, channel: 'email', text: 'STOP' }, { wish: 'leave-all' });
    await expect(stop).rejects.toThrow(CustomerBeingErased);
  });
});

// A stage may have been filled anew, or a file played that begins in the middle.
it.each([
  ['of what we asked', 'told', { answers: 'e1/welcome/2', scale: 'nps', score: 0 }],
  ['by a reply', 'message.replied', { decision: 'e1/welcome/2', channel: 'email', text: 'Hello?' }],
  ['by themselves', 'message.replied', { channel: 'email', text: 'Hello?' }],
])('who is not known and tells something %s becomes known', async (_how, type, fields) => {
  const ada = oneCustomer(catalogue({ events }));
  expect(await ada.event(type, fields)).toBe('applied');
  expect(await ada.state()).toBeDefined();
});
