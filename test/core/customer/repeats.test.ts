import { describe, expect, it } from 'vitest';
import { oneCustomer } from '../../support/customer.ts';

const parked = async () => {
  const ada = oneCustomer();
  await ada.event('start');
  await ada.event('fail', { ref: 'f1' });
  const first = ada.task('hello', 'welcome');
  await ada.send(first);
  await ada.park({ ...first, parks: 1 });
  ada.effects.length = 0;
  return { ada, first };
};

describe('a send that comes again while its machine is parked', () => {
  it('does not take the wake from it', async () => {
    const { ada, first } = await parked();
    expect(await ada.send(first, 'late')).toMatchObject({ outcome: 'held' });
    await ada.event('mend', { ref: 'f1' });
    expect(ada.effects).toContainEqual(expect.objectContaining({ type: 'resume', step: first.step }));
  });

  it('wakes it where it decides itself', async () => {
    const { ada, first } = await parked();
    ada.clock.now += 10 * 86_400_000;
    await ada.send(first, 'late');
    expect(ada.effects).toContainEqual(expect.objectContaining({ type: 'resume', step: first.step }));
  });
});

describe('a busy channel', () => {
  it('is answered alike when the reply to its release was lost', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    const held = await ada.record(welcome, 'busy');
    expect(held).toMatchObject({ outcome: 'held' });
    expect(await ada.record(welcome, 'busy')).toEqual(held);
  });
});
