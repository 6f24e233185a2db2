import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const HOUR = 60 * MINUTE;

const all = catalogue({
  events: Object.fromEntries(
    Object.entries(BUILT_IN).map(([name, type]) => [
      name,
      { ...type, kept: ['moment'], awaited: name === 'message.read' },
    ]),
  ),
  journeys: {
    hello: journey('hello', 'start', {
      steps: {
        'listen-read': { kind: 'listen', on: ['message.read'], where: 'heard.moment = "welcome"', within: 3600 },
      },
    }),
  },
  moments: { welcome: moment('welcome', { channels: ['inbox'] }) },
});

/** Somebody in whose inbox `welcome` is. */
const whoGot = async () => {
  const ada = oneCustomer(all);
  await ada.event('start');
  const task = ada.task('hello', 'welcome');
  await ada.sent(task);
  ada.clock.now += HOUR;
  return { ada, fields: { channel: 'inbox', decision: decisionId(task), moment: 'welcome' } };
};

describe('a message that a product shows', () => {
  it.each([
    ['message.read', 'read'],
    ['message.dismissed', 'dismissed'],
  ])('was seen by the customer themselves: %s is a sign of life, and on the timeline', async (type, status) => {
    const { ada, fields } = await whoGot();
    await ada.event(type, fields);
    expect((await ada.state()).lastHeardAt).toBe(ada.clock.now);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'delivery', status, channel: 'inbox', step: 'send-welcome' });
  });

  it('says nothing of moods and addresses', async () => {
    const { ada, fields } = await whoGot();
    const { mood, unreachable, consent } = await ada.state();
    await ada.event('message.read', fields);
    await ada.event('message.dismissed', fields);
    expect(await ada.state()).toMatchObject({ mood, unreachable, consent });
  });

  it('is heard by a journey', async () => {
    const { ada, fields } = await whoGot();
    expect(await ada.advance(ada.at('hello', 'listen-read'))).toBe('later');
    await ada.event('message.read', { ...fields, moment: 'tip' });
    expect(await ada.advance(ada.at('hello', 'listen-read'))).toBe('later');
    await ada.event('message.read', fields);
    expect(await ada.advance(ada.at('hello', 'listen-read'))).toBe('heard');
  });

  it('begins no item of somebody of whom nothing is known any more', async () => {
    const nobody = oneCustomer(all);
    expect(await nobody.event('message.read', { decision: 'e1/send-welcome/1' })).toBe('skipped');
    expect(nobody.version()).toBe(0);
  });
});
