import { describe, expect, it } from 'vitest';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { catalogueOf } from '../../language/compile/run.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { definitions, moment, onboarding, send } from '../../support/definitions.ts';

const NIGHT = T0 + DAY / 2;

/** Held over the night at a step that sends the tip. */
const holdOverNight = async (first = catalogueOf([send('send-tip', 'tip')])) => {
  const ada = oneCustomer(first);
  await ada.event('customer.signed_up');
  ada.clock.now = NIGHT;
  await ada.send(ada.at('onboarding', 'send-tip'));
  return ada;
};

describe('a step that is held when it comes to send another moment', () => {
  it('sends that one, also when the former is gone', async () => {
    const ada = await holdOverNight();
    const { tip: _, ...others } = definitions.moments;
    const journey = { ...onboarding, steps: [send('send-hint', 'hint')], renamed: { 'send-tip': 'send-hint' } };
    const moments = { ...others, hint: moment('hint') };
    ada.publish(compileCatalogue({ ...definitions, moments, journeys: { onboarding: journey } }));
    await ada.event('product.used');
    ada.clock.now = NIGHT + DAY / 2;
    expect(await ada.send(ada.at('onboarding', 'send-hint'))).toMatchObject({
      reserved: { subject: { moment: 'hint' } },
    });
  });
});

describe('a moment that took the place of another', () => {
  it('stays in hand', async () => {
    const tip = moment('tip', { whenNegative: { instead: 'survey' } });
    const moments = { ...definitions.moments, tip };
    const journey = { ...onboarding, steps: [send('send-tip', 'tip')] };
    const first = compileCatalogue({ ...definitions, moments, journeys: { onboarding: journey } });
    const ada = oneCustomer(first);
    await ada.event('customer.signed_up');
    const signals = [{ value: -0.3, weight: 5, because: 'They were let down.' }];
    await ada.event('product.used', {}, { signals });
    expect(await ada.send(ada.at('onboarding', 'send-tip'))).toBe('later');
    expect(ada.standing('onboarding')?.message).toMatchObject({ moment: 'survey' });
    ada.clock.now += 6 * DAY;
    expect(await ada.send(ada.at('onboarding', 'send-tip'))).toMatchObject({
      reserved: { subject: { moment: 'survey' } },
    });
  });
});
