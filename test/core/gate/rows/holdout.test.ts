import { describe, expect, it } from 'vitest';
import { explain } from '../../../../core/explain/explain.ts';
import { catalogue, eventType } from '../../../support/catalogue.ts';
import { oneCustomer } from '../../../support/customer.ts';
import { ada, verdict, welcome } from '../support.ts';

/** The explanation of what the control group of `hello` does not get at its step `gift`, or of its message. */
const leftOut = async (step: 'gift' | 'send-welcome') => {
  const { events, journeys, ...rest } = catalogue({ events: { gift: eventType({ ours: true }) } });
  const gift = { kind: 'emit' as const, event: 'gift', with: {} };
  const hello = { ...journeys.hello!, steps: { ...journeys.hello!.steps, gift } };
  const withGift = { ...rest, events, journeys: { ...journeys, hello } };
  const noor = oneCustomer(withGift, { holdout: () => true });
  await noor.event('start');
  if (step === 'gift') await noor.advance(noor.at('hello', step));
  else await noor.send(noor.task('hello', 'welcome'));
  return explain({ customer: 'ada', timeline: noor.journal }, withGift, { zone: 'UTC' }).decisions.at(-1)!;
};

describe('holdout', () => {
  it.each(['relationship', 'promotional'] as const)('leaves the control arm out of %s messages', (purpose) => {
    const moments = welcome({ purpose });
    expect(verdict(ada(), { about: { control: true }, moments })).toEqual({ outcome: 'control', reason: 'holdout' });
  });

  it('goes before everything else, also where the moment is retired', () => {
    expect(verdict(ada({ closedAt: 1 }), { about: { control: true, moment: 'gone' } })).toMatchObject({
      outcome: 'control',
    });
  });

  it.each(['transactional', 'care'] as const)('lets %s messages pass', (purpose) => {
    const moments = welcome({ purpose });
    expect(verdict(ada(), { about: { control: true }, moments })).toMatchObject({ outcome: 'clear' });
  });

  it('lets work for a person pass, whatever its purpose is', () => {
    const moments = welcome({ purpose: 'relationship', channels: ['agent'] });
    expect(verdict(ada(), { about: { control: true }, moments })).not.toMatchObject({ outcome: 'control' });
  });

  it('says of an event of ours that it is sent as its caps allow, and of a message that the gate is asked', async () => {
    expect(await leftOut('gift')).toMatchObject({
      decision: { outcome: 'control', moment: 'gift' },
      otherwise: [
        'In the treated group gift is sent, as often as its caps allow. A journey of care leaves nobody out.',
      ],
    });
    expect((await leftOut('send-welcome')).otherwise[0]).toMatch(
      /^In the treated group the gate would have been asked/,
    );
  });
});
