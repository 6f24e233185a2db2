import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { catalogue, eventType, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { fields, greedy, largest, MOST, NAMES, STARTS } from '../../support/greedy.ts';
import { hostileText } from '../../support/hostile.ts';

describe('an item', () => {
  it('stays below 16 KiB with 24 enrolments that all end at once by a farewell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText(800), { minLength: 40, maxLength: 40 }), async (texts) => {
        const ada = oneCustomer(greedy);
        const signals = texts.slice(0, 3).map((because) => ({ value: -1, weight: 1, because }));
        await ada.event('reply', {}, { signals });
        for (let round = 0; round < 6; round++) {
          const fields = Object.fromEntries(NAMES.map((name, index) => [name, `${round}${texts[6 * round + index]}`]));
          await ada.event(STARTS[round % STARTS.length]!, fields);
        }
        const { enrolments } = await ada.state();
        expect(Object.keys(enrolments).length).toBeGreaterThan(7);
        for (const [enrolment, { journey: name, visit }] of Object.entries(enrolments)) {
          const at = { journey: name, enrolment, step: 'send-welcome', visit: visit + 1, task: 'send' };
          await ada.send(at, enrolment);
          expect(largest(await ada.state())).toBeLessThan(MOST);
        }
        await ada.event('gone');
        expect(largest(await ada.state())).toBeLessThan(MOST);
        expect((await ada.state()).enrolments).toEqual({});
      }),
      { numRuns: runs(3) },
    );
  });

  it('stays below 16 KiB where each of 24 enrolments waits for events of its own, and notes what overtakes it', async () => {
    const where = 'heard.a = event.a';
    const types = ['reply', 'other'];
    const unless = types.map((on) => ({ on, where }));
    const steps = {
      'send-vow': { kind: 'send' as const, moment: 'vow', purpose: 'care' as const, unless },
      hear: { kind: 'listen' as const, on: types, where, within: 86_400 },
      loop: { kind: 'repeat' as const, every: 60, atMost: 9, until: { on: 'reply', where } },
    };
    const enter = { on: ['start'], again: 'always' as const, per: 'event.a' };
    const waiting = catalogue({
      ...greedy,
      events: { ...greedy.events, start: eventType({ fields }) },
      journeys: { one: journey('one', 'start', { enter, fields: ['a'], steps }) },
    });
    const texts = fc.array(hostileText(600), { minLength: NAMES.length, maxLength: NAMES.length });
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 8, maxLength: 8 }), async (spoken) => {
        const ada = oneCustomer(waiting);
        let most = 0;
        const refs = Array.from({ length: LIMITS.enrolments }, (_, index) => `${index}`.padStart(12, 'r'));
        for (const a of refs) await ada.event('start', { a });
        const running = Object.entries((await ada.state()).enrolments);
        expect(running).toHaveLength(LIMITS.enrolments);
        const entered = running.flatMap(([id, one]) => (one.journey === 'one' ? [id] : []));
        for (const [index, a] of [...refs, ...spoken.keys()].entries())
          for (const type of types) {
            ada.clock.now += 1000;
            const entries = NAMES.map((name, at) => [name, spoken[(index + at) % spoken.length]![at]]);
            await ada.event(type, { ...Object.fromEntries(entries), list: [{ name: 'thing' }], a: String(a) });
            most = Math.max(most, largest(await ada.state()));
          }
        expect(most).toBeLessThan(MOST);
        for (const enrolment of entered)
          await ada.send({ journey: 'one', enrolment, step: 'send-vow', visit: 1, task: 'send' });
        expect(new Set(ada.outcomes())).toEqual(new Set(['send-vow suppressed overtaken']));
        expect(ada.outcomes()).toHaveLength(entered.length);
      }),
      { numRuns: runs(1) },
    );
  });

  it('stays below 16 KiB with all the work that there may be, and whatever colleagues say of it', async () => {
    const calls = Array.from({ length: 14 }, (_, index) => `${'call-of-some-length-'.repeat(2)}${index}`);
    const work = Object.entries(BUILT_IN).filter(([, type]) => type.work);
    const journeys = calls.map((id) =>
      journey(id, 'start', {
        fields: NAMES,
        steps: { act: { kind: 'task', moment: id, purpose: 'care', within: 3600, with: { said: '= event.a' } } },
      }),
    );
    const busy = catalogue({
      ...greedy,
      events: {
        ...greedy.events,
        ...Object.fromEntries(
          work.map(([name, type]) => [name, { ...type, kept: ['outcome', 'note'], awaited: true }]),
        ),
      },
      moments: Object.fromEntries(calls.map((id) => [id, moment(id, { channels: ['agent'], team: 'a-team' })])),
      journeys: Object.fromEntries(journeys.map((one) => [one.id, one])),
    });
    const names = work.map(([name]) => name);
    const word = fc.record({
      name: fc.constantFrom(...names),
      call: fc.constantFrom(...calls),
      by: hostileText(300),
      said: hostileText(3000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 30, maxLength: 30 }), hostileText(800), async (spoken, text) => {
        const ada = oneCustomer(busy);
        let most = 0;
        await ada.event('start', Object.fromEntries(NAMES.map((name) => [name, text])));
        for (const [enrolment, { journey: name, visit }] of Object.entries((await ada.state()).enrolments)) {
          await ada.send({ journey: name, enrolment, step: 'act', visit: visit + 1, task: 'task' });
          most = Math.max(most, largest(await ada.state()));
        }
        for (const { name, call, by, said: words } of spoken) {
          const fields = { task: call, by, outcome: words, reason: words, note: words, text: words };
          await ada.event(name, fields);
          const state = await ada.state();
          most = Math.max(most, largest(state));
          expect(Object.keys(state.tasks ?? {}).length).toBeLessThanOrEqual(LIMITS.tasks + LIMITS.tasksOver);
        }
        expect(most).toBeLessThan(MOST);
      }),
      { numRuns: runs(3) },
    );
  });
});
