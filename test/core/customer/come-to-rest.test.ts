import { describe, expect, it } from 'vitest';
import { runInput } from '../../../core/customer/run.ts';
import type { Step } from '../../../language/catalogue/definition.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogueOf } from '../../language/compile/run.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { days, onboarding, send } from '../../support/definitions.ts';

const SKEW = 5000;

const wait: Step = { kind: 'wait', id: 'wait', seconds: days };
const listen: Step = { kind: 'listen', id: 'listen', on: ['product.cancelled'], within: days, heard: [], silent: [] };
const choose = (steps: Step[]): Step => ({
  kind: 'choose',
  id: 'choose',
  branches: [{ when: 'event.plan = "team"', steps }],
  otherwise: [],
});
const until = (date: string): Step<'wait-until'> => ({
  kind: 'wait-until',
  id: 'wait',
  until: date,
  offset: 0,
  reached: [],
  past: [],
});

const enter = async (steps: Step[], fields: Record<string, unknown> = {}) => {
  const ada = oneCustomer(catalogueOf(steps));
  await ada.event('customer.signed_up', fields);
  return ada;
};
type Ada = Awaited<ReturnType<typeof enter>>;

const hello = send('hello', 'welcome');
const bye = send('bye', 'welcome');
/** Says hello: what the run is told, and where it stands then. */
const sayHello = async (ada: Ada) => {
  const outcome = await ada.sent(ada.at('onboarding', 'hello'));
  return { told: outcome, ...ada.standing('onboarding') };
};
const runOf = async (ada: Ada) => {
  const { contract: _, ...input } = runInput(
    await ada.state(),
    ada.enrolment('onboarding'),
    ada.clock.now,
    ada.published.catalogue,
  );
  return input;
};

describe('whoever has answered and only has to wait next', () => {
  it('waits from the same commit on, by one timer, and the run ends', async () => {
    const ada = await enter([hello, wait, bye]);
    expect(await sayHello(ada)).toMatchObject({ told: 'later', at: 'wait', visit: 2, due: T0 + DAY });
    expect((await ada.state()).effects).toEqual([
      { type: 'timer', enrolment: ada.enrolment('onboarding'), timer: 2, due: T0 + DAY, at: T0 + DAY + SKEW },
    ]);
  });

  it('listens from the same commit on', async () => {
    const ada = await enter([hello, listen, bye]);
    expect(await sayHello(ada)).toMatchObject({ told: 'later', at: 'listen', due: T0 + DAY });
    await ada.event('product.cancelled');
    expect(ada.standing('onboarding')).toMatchObject({ at: 'listen', answer: 'heard', due: T0 });
  });

  it('waits from the event on that enters, or is heard: no run is started', async () => {
    const ada = await enter([wait, listen, { ...wait, id: 'wait-more' }, bye]);
    expect(ada.standing('onboarding')).toMatchObject({ at: 'wait', visit: 1, due: T0 + DAY });
    expect(ada.timers('onboarding').map(({ due }) => due)).toEqual([T0 + DAY]);
    ada.clock.now += DAY + SKEW;
    await ada.advance(ada.at('onboarding', 'listen'));
    ada.clock.now += HOUR;
    await ada.event('product.cancelled');
    expect(ada.standing('onboarding')).toMatchObject({ at: 'wait-more', visit: 3, due: ada.clock.now + DAY });
  });

  it('is through where nothing comes after', async () => {
    const ada = await enter([hello]);
    expect(await sayHello(ada)).toEqual({ told: 'ended' });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'finished' });
  });

  it('is told so too who asks again what was answered before these ways were known', async () => {
    const ada = await enter([hello, wait]);
    const { catalogue } = ada.published;
    const { ways: _, ...before } = catalogue.journeys.onboarding!;
    ada.published.catalogue = { ...catalogue, journeys: { onboarding: before } };
    const task = ada.at('onboarding', 'hello');
    expect(await ada.sent(task)).toBe('sent');
    ada.published.catalogue = catalogue;
    expect(await ada.send(task)).toBe('later');
    expect(ada.standing('onboarding')).toMatchObject({ at: 'wait' });
  });
});

describe('whoever has something to do next', () => {
  it('is left to the run: a message', async () => {
    expect(await sayHello(await enter([hello, bye]))).toMatchObject({ told: 'sent', at: 'hello' });
  });

  it('is left to the run: a condition', async () => {
    expect(await sayHello(await enter([hello, choose([wait])]))).toMatchObject({ told: 'sent', at: 'hello' });
  });

  it('is left to the run: what has come already', async () => {
    const ada = await enter([hello, listen]);
    ada.clock.now += HOUR;
    await ada.event('product.cancelled');
    expect(await sayHello(ada)).toMatchObject({ told: 'sent', at: 'hello' });
  });

  it('is left to the run: a wait that is over at once', async () => {
    const over = { ...wait, seconds: 0 };
    expect(await sayHello(await enter([hello, over]))).toMatchObject({ told: 'sent', at: 'hello' });
    for (const date of ['event.at', 'event.renewsAt'])
      expect(await sayHello(await enter([hello, until(date)]))).toMatchObject({ told: 'sent', at: 'hello' });
  });

  it('leaves by an exit that came while the message was on its way', async () => {
    const steps: Step[] = [hello, wait];
    const exits = [{ on: 'product.cancelled', words: 'Exit-product.cancelled', steps: [bye] }];
    const ada = oneCustomer(catalogueOf(steps, { exits }));
    await ada.event('customer.signed_up');
    const task = ada.at('onboarding', 'hello');
    await ada.send(task);
    ada.clock.now += 1000;
    await ada.event('product.cancelled');
    expect(await ada.record(task)).toBe('elsewhere');
    expect(ada.standing('onboarding')).toMatchObject({ at: 'Exit-product.cancelled', answer: 'entered' });
  });
});

describe('the run that the timer of a wait starts', () => {
  it('begins with what comes after it', async () => {
    const ada = await enter([wait, bye]);
    expect(await runOf(ada)).toMatchObject({ at: 'bye', visit: 2 });
  });

  it('begins with the wait where a condition or the end comes after it', async () => {
    expect(await runOf(await enter([wait, choose([bye])]))).toMatchObject({ at: 'wait', visit: 1 });
    expect(await runOf(await enter([wait]))).toMatchObject({ at: 'wait', visit: 1 });
  });

  it('goes the way of a date that was reached', async () => {
    const ada = oneCustomer(
      catalogueOf([{ ...until('event.at'), offset: days, reached: [bye], past: [hello] }], onboarding),
    );
    await ada.event('customer.signed_up');
    expect(ada.standing('onboarding')).toMatchObject({ at: 'wait', due: T0 + DAY });
    expect(await runOf(ada)).toMatchObject({ at: 'bye', visit: 2 });
  });

  it('finds a wait by the id that it has now', async () => {
    const ada = await enter([wait, bye]);
    ada.publish(catalogueOf([{ ...wait, id: 'pause' }, bye], { renamed: { wait: 'pause' } }));
    expect(await runOf(ada)).toMatchObject({ at: 'bye', visit: 2 });
  });

  it('begins with a step that has become a wait while its message may be on its way', async () => {
    const ada = await enter([hello, bye]);
    await ada.send(ada.at('onboarding', 'hello'));
    ada.publish(catalogueOf([{ ...wait, id: 'hello' }, bye]));
    expect(await runOf(ada)).toMatchObject({ at: 'hello', visit: 1 });
  });
});
