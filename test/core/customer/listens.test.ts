import { describe, expect, it } from 'vitest';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { RunStepOf } from '../../../language/catalogue/step.ts';
import { catalogue, journey } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const listen = (more: Partial<RunStepOf<'listen'>> = {}): RunStepOf<'listen'> => ({
  kind: 'listen',
  on: ['reply'],
  within: 7 * 86_400,
  ...more,
});

const enter = async (steps: Record<string, RunStepOf<'listen'>> = {}) => {
  const ada = oneCustomer(catalogue({ journeys: { hello: journey('hello', 'start', { steps }) } }));
  await ada.event('start');
  return ada;
};

describe('a step that listens', () => {
  it('is answered in the commit of the event that it waits for', async () => {
    const ada = await enter();
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('later');
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'heard', heard: { ref: 'r1' }, due: ada.clock.now });
    expect(ada.timers('hello').at(-1)).toMatchObject({ at: ada.clock.now });
    const version = ada.version();
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('heard');
    expect(ada.version()).toBe(version);
  });

  it('takes what came before its run did', async () => {
    const ada = await enter();
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('heard');
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'r1' } });
  });

  it('takes the oldest of several that came before', async () => {
    const ada = await enter();
    for (const ref of ['r1', 'r2']) {
      ada.clock.now += 1000;
      await ada.event('reply', { ref });
    }
    await ada.advance(ada.at('hello', 'listen-reply'));
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'r1' } });
  });

  it('does not take what an earlier step of the enrolment has taken', async () => {
    const ada = await enter({ first: listen(), second: listen() });
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.advance(ada.at('hello', 'first'))).toBe('heard');
    expect(await ada.advance(ada.at('hello', 'second'))).toBe('later');
    await ada.event('reply', { ref: 'r2' });
    expect(ada.standing('hello')).toMatchObject({ at: 'second', heard: { ref: 'r2' } });
  });

  it('is not answered by an event that its condition refuses', async () => {
    const ada = await enter({ strict: listen({ where: 'heard.ref = "r2"' }) });
    await ada.advance(ada.at('hello', 'strict'));
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')?.answer).toBeUndefined();
    await ada.event('reply', { ref: 'r2' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'heard', heard: { ref: 'r2' } });
  });

  it('is asked again before its time is over: it waits, and nothing is written', async () => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'listen-reply'));
    const version = ada.version();
    ada.clock.now += 7 * DAY - 1;
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('later');
    expect(ada.version()).toBe(version);
  });

  it.each([
    ['reply', 'before'],
    ['reply', 'after'],
    ['mend', 'before'],
    ['mend', 'after'],
  ])('says which of several events it took: %s, that came %s its run', async (type, when) => {
    const any = listen({ on: ['reply', 'mend'], where: 'heard.type != "start"' });
    const fields = ['ref', 'type'];
    const { events } = catalogue();
    const ada = oneCustomer(
      catalogue({
        events: { ...events, reply: { ...events.reply!, kept: fields }, mend: { ...events.mend!, kept: fields } },
        journeys: { hello: journey('hello', 'start', { steps: { any } }) },
      }),
    );
    await ada.event('start');
    if (when === 'before') await ada.event(type, { ref: 'r1' });
    await ada.advance(ada.at('hello', 'any'));
    if (when === 'after') await ada.event(type, { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'heard', heard: { type, ref: 'r1' } });
  });

  it('falls silent when its time is over, and stays so whatever comes later', async () => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'listen-reply'));
    ada.clock.now += 7 * DAY;
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('silent');
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'silent', heard: {} });
  });

  it('hears an event that came between its time-out and its run', async () => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'listen-reply'));
    ada.clock.now += 7 * DAY;
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('heard');
  });

  it('does not hear what is for somebody who is leaving', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.event('done');
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ at: 'send-welcome', took: [] });
  });

  it('is silent at once when the moment that it asks after was not sent', async () => {
    const ada = await enter({ answer: listen({ answers: { moment: 'tip', asks: 'nps' } }) });
    expect(await ada.advance(ada.at('hello', 'answer'))).toBe('silent');
  });

  it('waits for the answer to a moment that was sent', async () => {
    const ada = await enter({ answer: listen({ answers: { moment: 'welcome', asks: 'open' } }) });
    await ada.sent(ada.task('hello', 'welcome'));
    expect(await ada.advance(ada.at('hello', 'answer'))).toBe('later');
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'heard' });
  });

  it('does not take the event that entered the customer', async () => {
    const hello = journey('hello', 'reply', { steps: { again: listen() } });
    const ada = oneCustomer(catalogue({ journeys: { hello } }));
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.advance(ada.at('hello', 'again'))).toBe('later');
  });
});
