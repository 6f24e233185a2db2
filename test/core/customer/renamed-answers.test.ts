import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { explain } from '../../../core/explain/explain.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { catalogue, eventType, journey, moment, policy } from '../../support/catalogue.ts';
import { LEASE, oneCustomer } from '../../support/customer.ts';

const ask: RunStep = { kind: 'send', moment: 'question', purpose: 'care' };
const listen: RunStep = {
  kind: 'listen',
  on: ['said'],
  answers: { moment: 'question', asks: 'trust' },
  within: 86_400,
};
const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };

/** A journey that asks, and listens to the answer; its first step had the id `ask` once. */
const asking = (first: 'ask' | 'ask-first') =>
  catalogue({
    events: {
      said: eventType({
        awaited: true,
        byCustomer: true,
        kept: ['answers', 'scale'],
        fields: { answers: text, scale: text, score: { type: 'number', optional: true, provenance: 'stated' } },
        signals: [{ score: 'score', scale: 'scale', weight: 1 }],
      }),
      'message.replied': { ...BUILT_IN['message.replied']!, kept: [], awaited: false },
      'message.rejected': eventType({ feedback: 'rejected', fields: { decision: text } }),
    },
    moments: { question: moment('question', { purpose: 'care', asks: 'trust' }) },
    journeys: {
      hello: journey('hello', 'start', {
        purpose: 'care',
        steps: { [first]: ask, listen },
        renamed: first === 'ask' ? {} : { ask: first },
      }),
    },
    policy: { ...policy, gap: 0 },
  });

/** Nobody knows whether it went out when its step is renamed, and so it is sent again. */
const sentTwice = async () => {
  const ada = oneCustomer(asking('ask'));
  await ada.event('start');
  const first = ada.at('hello', 'ask');
  await ada.send(first);
  ada.publish(asking('ask-first'));
  ada.clock.now += LEASE;
  const again = ada.at('hello', 'ask-first', { visit: first.visit });
  await ada.send(again, 'a2');
  return { ada, first: decisionId(first), again };
};

describe('a message that is sent again after its step was renamed', () => {
  it('is answered by an answer to its first copy, as by one to its second', async () => {
    for (const copy of ['first', 'again'] as const) {
      const { ada, first, again } = await sentTwice();
      await ada.record(again, 'accepted', 'a2');
      await ada.advance(ada.at('hello', 'listen'));
      ada.clock.now += HOUR;
      await ada.event('said', { scale: 'trust', answers: copy === 'first' ? first : decisionId(again) });
      expect(ada.standing('hello')?.answer, copy).toBe('heard');
    }
  });

  it('is answered by a number in reply to its first copy', async () => {
    const { ada, first, again } = await sentTwice();
    await ada.record(again, 'accepted', 'a2');
    await ada.advance(ada.at('hello', 'listen'));
    ada.clock.now += HOUR;
    await ada.event('message.replied', { decision: first, channel: 'email' }, { rating: { score: 4, rest: '' } });
    expect(ada.standing('hello')?.answer).toBe('heard');
  });

  it('is known by what a provider says of its first copy', async () => {
    const { ada, first, again } = await sentTwice();
    await ada.record(again, 'accepted', 'a2');
    await ada.event('message.rejected', { decision: first });
    // What was never sent counts for nothing.
    expect((await ada.state()).decisions).toEqual([]);
  });
});

describe('a message that waits while its step is renamed', () => {
  it('is explained as one wait', async () => {
    const ada = oneCustomer(asking('ask'));
    await ada.event('start');
    ada.paused.add('hello');
    const task = ada.at('hello', 'ask');
    await ada.send(task);
    ada.publish(asking('ask-first'));
    ada.paused.clear();
    ada.clock.now += 2 * HOUR;
    await ada.sent(ada.at('hello', 'ask-first', { visit: task.visit }), 'a2');
    const { decisions } = explain({ customer: 'ada', timeline: ada.journal }, asking('ask-first'), { zone: 'UTC' });
    expect(decisions.at(-1)?.rested[1]).toMatch(/^It had waited since .* \(2 hours\)/);
  });
});
