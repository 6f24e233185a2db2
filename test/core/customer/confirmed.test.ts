import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStepOf } from '../../../language/catalogue/step.ts';
import { catalogue, journey } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const give = (more: Partial<RunStepOf<'emit'>> = {}): RunStepOf<'emit'> => ({
  kind: 'emit',
  event: 'points.granted',
  confirmed: { on: 'reply', where: 'heard.ref = "r1"', within: 3600 },
  ...more,
});

const catalogueWith = (step: RunStepOf<'emit'>, purpose: 'care' | 'relationship' = 'care') =>
  catalogue({ journeys: { hello: journey('hello', 'start', { purpose, holdout: 100, steps: { give: step } }) } });

const enter = async (step = give(), draw = {}, purpose: 'care' | 'relationship' = 'care') => {
  const ada = oneCustomer(catalogueWith(step, purpose), draw);
  await ada.event('start');
  return ada;
};

const control = { holdout: () => true };

describe('an emitted event that has to be confirmed', () => {
  it('is decided once, and goes on in the commit of the event that confirms it', async () => {
    const ada = await enter();
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('later');
    expect(ada.outcomes()).toEqual(['give sent clear']);
    expect(ada.standing('hello')).toMatchObject({ due: ada.clock.now + HOUR });
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('later');
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'sent', due: ada.clock.now });
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('sent');
    expect(ada.outcomes()).toEqual(['give sent clear']);
  });

  it('leaves what was heard before as it is', async () => {
    const ada = await enter();
    const heard = ada.standing('hello')?.heard;
    await ada.advance(ada.at('hello', 'give'));
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')?.heard).toEqual(heard);
  });

  it.each([
    ['another event', 'mend', { ref: 'r1' }],
    ['one that its condition refuses', 'reply', { ref: 'r2' }],
  ])('is not confirmed by %s', async (_, type, fields) => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'give'));
    await ada.event(type, fields);
    expect(ada.standing('hello')?.answer).toBeUndefined();
  });

  it('is not confirmed by what came before it was sent', async () => {
    const ada = await enter();
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('later');
  });

  it('is unconfirmed when its time is over, also if the event comes later', async () => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'give'));
    ada.clock.now += HOUR;
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('unconfirmed');
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('unconfirmed');
    expect(ada.outcomes()).toEqual(['give sent clear']);
  });

  it('is not given again by a catalogue that wants no confirmation any more', async () => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'give'));
    ada.published.catalogue = catalogueWith({ kind: 'emit', event: 'points.granted' });
    ada.published.number++;
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('sent');
    expect(ada.outcomes()).toEqual(['give sent clear']);
  });

  it('goes to the control group of a journey of care, as its apology does', async () => {
    const ada = await enter(give(), control, 'care');
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('later');
    expect(ada.outcomes()).toEqual(['give sent clear']);
  });

  it('is withheld from a control group, and so is what says that it was given', async () => {
    const ada = await enter(give(), control, 'relationship');
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('withheld');
    expect(ada.outcomes()).toEqual(['give control holdout']);
  });
});
