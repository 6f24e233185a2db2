import { describe, expect, it } from 'vitest';
import { CustomerBeingErased } from '../../../core/customer/commands/on-erase.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { erasing, listeningCustomer } from '../../support/erasing.ts';

describe('while somebody is being erased', () => {
  it('an event comes again, and then makes them new', async () => {
    const ada = await listeningCustomer();
    await ada.erase();
    await expect(ada.event('start')).rejects.toThrow(CustomerBeingErased);
    await ada.relayAll();
    ada.clock.now += 2 * MINUTE;
    await ada.performAll();
    expect(await ada.event('start')).toBe('applied');
    expect(await ada.state()).toMatchObject({ version: 1, firstSeenAt: ada.clock.now });
  });

  it('nothing is removed before whatever was on its way has been written', async () => {
    const ada = await listeningCustomer();
    await ada.erase();
    await ada.relayAll();
    expect(ada.queue.find(({ message }) => message.type === 'erase')?.at).toBe(ada.clock.now + 2 * MINUTE);
  });

  it('a message that was on its way goes with the others, and its receipt creates nothing', async () => {
    const ada = erasing();
    await ada.event('start');
    const task = ada.task('hello', 'welcome');
    expect(await ada.send(task)).toHaveProperty('reserved');
    await ada.erase();
    const { version } = await ada.state();
    ada.inbox.set('m1', ada.clock.now + 30_000);
    expect(await ada.record(task)).toBe('ended');
    expect((await ada.state()).version).toBe(version);
    await ada.relayAll();
    ada.clock.now += 2 * MINUTE;
    await ada.performAll();
    expect([...ada.inbox]).toEqual([]);
  });

  it('a commit that the stream brings late is not written any more', async () => {
    const ada = erasing();
    await ada.event('start');
    ada.clock.now += MINUTE;
    await ada.erase();
    await ada.relayAll();
    expect(ada.timeline.of('ada')).toEqual([]);
  });
});
