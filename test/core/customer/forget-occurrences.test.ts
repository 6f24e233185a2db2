import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { catalogue, eventType, journey, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const MANY = 3 * LIMITS.occurrences;
const about = { on: 'reply', where: 'heard.ref = "mine"' };
const steps: Record<string, RunStep> = {
  'send-welcome': { kind: 'send', moment: 'welcome', purpose: 'care', unless: [about] },
  hear: { kind: 'listen', on: ['reply'], where: about.where, within: 7 * 86_400 },
  loop: { kind: 'repeat', every: 86_400, until: about, atMost: 3 },
};
const workflows = catalogue({
  events: MERGED,
  journeys: { hello: journey('hello', 'start', { steps }) },
  policy: { ...policy, gap: 0 },
});
type Ada = ReturnType<typeof oneCustomer>;

const tell = async (ada: Ada, ref: string, times = 1) => {
  for (let time = 0; time < times; time++) {
    ada.clock.now += 1000;
    await ada.event('reply', { ref });
  }
};
const enter = async () => {
  const ada = oneCustomer(workflows);
  await ada.event('start');
  return ada;
};

describe('an event that many others of its type come after', () => {
  it('overtakes a message by `unless` all the same, and the decision says when it happened', async () => {
    const ada = await enter();
    await tell(ada, 'mine');
    const at = new Date(ada.clock.now).toISOString();
    await tell(ada, 'other', MANY);
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.decisions()).toMatchObject([
      { outcome: 'suppressed', reason: 'overtaken', basis: { happened: { event: 'reply', at } } },
    ]);
  });

  it('lets a message go where it was another `unless` that it would have overtaken', async () => {
    const ada = await enter();
    await tell(ada, 'mine');
    await tell(ada, 'other', MANY);
    const unless = [{ on: 'reply', where: 'heard.ref = "yours"' }];
    const changed = { ...steps, 'send-welcome': { ...steps['send-welcome'], unless } as RunStep };
    ada.publish(catalogue({ journeys: { hello: journey('hello', 'start', { steps: changed }) } }));
    expect(await ada.send(ada.task('hello', 'welcome'))).toMatchObject({ reserved: {} });
  });

  it('is heard by a step that listens only then, with what it said', async () => {
    const ada = await enter();
    await tell(ada, 'mine');
    await tell(ada, 'other', MANY);
    expect(await ada.advance(ada.at('hello', 'hear'))).toBe('heard');
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'mine' } });
  });

  it('ends a loop, also where a step of its turns heard it', async () => {
    for (const isHeard of [false, true]) {
      const ada = await enter();
      expect(await ada.advance(ada.at('hello', 'loop'))).toBe('again');
      if (isHeard) await ada.advance(ada.at('hello', 'hear'));
      await tell(ada, 'mine');
      await tell(ada, 'other', MANY);
      if (!isHeard) await ada.advance(ada.at('hello', 'listen-reply'));
      expect(await ada.advance(ada.at('hello', 'loop'))).toBe('through');
      expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'mine' } });
    }
  });

  it('counts under the id that its customer goes on by', async () => {
    for (const kind of ['unless', 'listen']) {
      const { guest, ada, pass, merge } = twoIds(workflows);
      await ada.event('start');
      pass(1000);
      await guest.event('reply', { ref: 'mine' });
      for (const one of [guest, ada])
        for (let time = 0; time < LIMITS.occurrences - 1; time++) {
          pass(1000);
          await one.event('reply', { ref: 'other' });
        }
      expect(await merge()).toBe('applied');
      if (kind === 'unless') {
        await ada.send(ada.task('hello', 'welcome'));
        expect(ada.outcomes()).toEqual(['send-welcome suppressed overtaken']);
      } else expect(await ada.advance(ada.at('hello', 'hear'))).toBe('heard');
    }
  });

  it('is forgotten once nobody waits for it', async () => {
    const ada = await enter();
    await tell(ada, 'mine');
    await tell(ada, 'other', MANY);
    expect((await ada.state()).occurrences.reply).toHaveLength(LIMITS.occurrences + 1);
    await ada.finish('hello');
    await tell(ada, 'other');
    expect((await ada.state()).occurrences.reply).toHaveLength(LIMITS.occurrences);
  });

  it.each([1, 4])(
    'is looked for only when another of its type comes, only among what may be forgotten, and once for %s steps',
    async (count) => {
      let read = 0;
      const hear: RunStep = {
        kind: 'listen',
        on: ['reply'],
        get where() {
          read++;
          return about.where;
        },
        within: 7 * 86_400,
      };
      const waiting = Object.fromEntries(Array.from({ length: count }, (_, index) => [`hear-${index}`, hear]));
      const ada = oneCustomer(catalogue({ journeys: { hello: journey('hello', 'start', { steps: waiting }) } }));
      await ada.event('start');
      await tell(ada, 'mine');
      await tell(ada, 'other', MANY);
      read = 0;
      await ada.event('mend', { ref: 'r' });
      expect(read).toBe(0);
      await tell(ada, 'other');
      // Each step says what it waits for, and the one that is left of them is asked.
      expect(read).toBe(count + 1);
    },
  );

  it('is as good as one that nothing comes after, wherever it comes', async () => {
    const order = fc.array(fc.constantFrom('mine', 'other', 'more'), { minLength: 1, maxLength: MANY });
    await fc.assert(
      fc.asyncProperty(order, fc.constantFrom('send-welcome', 'hear', 'loop'), async (refs, step) => {
        const ada = await enter();
        for (const ref of refs) await tell(ada, ref);
        const task = ada.at('hello', step);
        await (step === 'send-welcome' ? ada.send(task) : ada.advance(task));
        const { answer, reserved } = ada.standing('hello')!;
        const isMet = refs.includes('mine');
        if (step === 'send-welcome') expect(reserved === undefined).toBe(isMet);
        else expect(answer === 'heard' || answer === 'through').toBe(isMet);
      }),
      { numRuns: runs(30) },
    );
  });
});

describe('an event that an item without room still keeps', () => {
  const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
  const LONG = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const unless = [{ on: 'reply', where: 'heard.ref = customer.ref' }];
  const full = catalogue({
    events: {
      says: eventType({ fields: { ref: text }, sets: { ref: 'ref' } }),
      reply: eventType({
        fields: Object.fromEntries(['ref', ...LONG].map((name) => [name, text])),
        awaited: true,
        kept: ['ref', ...LONG],
      }),
    },
    journeys: {
      hello: journey('hello', 'start', {
        inputNames: { event: [], customer: ['ref'] },
        steps: { 'send-welcome': { kind: 'send', moment: 'welcome', purpose: 'care', unless } },
      }),
    },
    policy: { ...policy, gap: 0 },
  });
  /** Texts that take as much room in an item as they have letters. */
  const longTexts = (place: number) =>
    Object.fromEntries(
      LONG.map((name) => [
        name,
        Array.from({ length: 6 }, (_, index) =>
          createHash('sha512').update(`${place}${name}${index}`).digest('base64'),
        ).join(''),
      ]),
    );

  it('overtakes a message as long as its condition is true, as in an item with room', async () => {
    const ada = oneCustomer(full);
    await ada.event('says', { ref: 'mine' });
    await ada.event('start');
    for (let place = 0; place < LIMITS.occurrences; place++) {
      ada.clock.now += 1000;
      await ada.event('reply', { ref: 'mine', ...longTexts(place) });
    }
    await ada.event('says', { ref: 'another' });
    expect(await ada.send(ada.task('hello', 'welcome'))).toMatchObject({ reserved: {} });
  });
});

describe('events that are each awaited by another enrolment', () => {
  it('are all kept, as many as may run at once', async () => {
    const ref = 'heard.ref = event.ref';
    const hear: RunStep = { kind: 'listen', on: ['reply'], where: ref, within: 86_400 };
    const hello = journey('hello', 'start', {
      enter: { on: ['start'], again: 'always', per: 'event.ref' },
      fields: ['ref'],
      steps: { hear },
    });
    const ada = oneCustomer(catalogue({ journeys: { hello } }));
    const refs = Array.from({ length: LIMITS.enrolments }, (_, index) => `r${index}`);
    for (const one of refs) await ada.event('start', { ref: one });
    const entries = ada.journal.flatMap((entry) => (entry.kind === 'entered' ? [entry.enrolment] : []));
    expect(entries).toHaveLength(refs.length);
    for (const one of refs) await tell(ada, one);
    await tell(ada, 'other', LIMITS.occurrences);
    ada.clock.now += DAY;
    for (const enrolment of entries)
      expect(await ada.advance({ journey: 'hello', enrolment, step: 'hear', visit: 1, task: 'listen' })).toBe('heard');
  });
});
