import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { catalogueOf } from '../../language/compile/run.ts';
import { oneCustomer } from '../../support/customer.ts';

const DAYS = 86_400;

const loop = (id: string): Step[] => [
  { kind: 'repeat', id, every: 3 * DAYS, atMost: 2, steps: [{ kind: 'wait', id: 'wait', seconds: DAYS }] },
];

describe('a loop that has another id by now', () => {
  it('goes on with the turn that it had come to', async () => {
    const ada = oneCustomer(catalogueOf(loop('remind')));
    await ada.event('customer.signed_up');
    expect(await ada.send(ada.at('onboarding', 'remind'))).toBe('later');
    await ada.send(ada.at('onboarding', 'wait'));
    ada.clock.now += DAY;
    ada.publish(catalogueOf(loop('nudge'), { renamed: { remind: 'nudge' } }));
    expect(await ada.send(ada.at('onboarding', 'nudge'))).toBe('later');
    ada.clock.now += 2 * DAY;
    expect(await ada.send(ada.at('onboarding', 'nudge'))).toBe('later');
    await ada.send(ada.at('onboarding', 'wait'));
    ada.clock.now += DAY;
    expect(await ada.send(ada.at('onboarding', 'nudge'))).toBe('ended');
  });
});
