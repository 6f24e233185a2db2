import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromItem, toItem } from '../../../core/customer/model/item.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { Scale } from '../../../language/catalogue/kind.ts';
import { loadProject } from '../../../simulator/project.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { greedy, KNOWN, LISTS, largest, MOST, NAMES, STARTS } from '../../support/greedy.ts';
import { hostileText } from '../../support/hostile.ts';
import { twoIds } from '../../support/two-ids.ts';

const elements = fc.array(fc.record({ name: hostileText(200), price: fc.double({ noNaN: true }) }), { maxLength: 80 });

const happening = fc.record({
  type: fc.constantFrom(
    ...STARTS,
    ...STARTS,
    'reply',
    'other',
    'survey',
    'letter',
    'gone',
    'back',
    'fail',
    ...Object.keys(KNOWN),
  ),
  fields: fc.record({
    ...Object.fromEntries([...NAMES, 'ref'].map((name) => [name, hostileText(800)])),
    ...Object.fromEntries(LISTS.map((name) => [name, elements])),
  }),
  because: hostileText(800),
  asked: fc.record({
    scale: fc.constantFrom(...Scale.options),
    enrolment: hostileText(60),
    score: fc.integer({ min: 1, max: 5 }),
  }),
  id: hostileText(100),
  listens: fc.boolean(),
});

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** What an event says: of a survey, to which decision and on which scale; of what is known, about which. */
const saidIn = ({ type, fields, asked: question }: Happening, evidence = '') => {
  if (type === 'survey') return { ...fields, ...question, answers: `${question.enrolment}/send/1` };
  if (!Object.hasOwn(KNOWN, type)) return fields;
  return { attribute: 'a', value: fields.b, evidence, frequency: 'fewer', from: '20:00', to: '09:00' };
};

describe('an item', () => {
  it('stays below 16 KiB whatever comes, and is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 40 }), async (happenings) => {
        const ada = oneCustomer(greedy);
        let most = 0;
        for (const [index, one] of happenings.entries()) {
          const { type, because, id, listens } = one;
          ada.clock.now += 60_000;
          const signals = [{ value: -0.4, weight: 1, because }];
          const disputed = (await ada.state())?.evidence[0]?.id;
          const themes = [{ theme: `theme ${index}`, quote: because }];
          await ada.event(type, saidIn(one, disputed), {
            id: `${index}${id}`,
            signals,
            words: because.repeat(5),
            themes,
            // Each third comes of an event about everyone.
            ...(index % 3 === 0 && { crowd: 'f'.repeat(16) }),
          });
          most = Math.max(most, largest(await ada.state()));
          const [enrolment, standing] = Object.entries((await ada.state()).enrolments).at(-1) ?? [];
          if (!enrolment || !standing) continue;
          if (!listens) {
            const { journey: name, visit } = standing;
            await ada.sent({ journey: name, enrolment, step: 'send-vow', visit: visit + 1, task: 'send' }, id);
            most = Math.max(most, largest(await ada.state()));
            continue;
          }
          const at = { journey: standing.journey, enrolment, step: 'listen-reply', visit: standing.visit + 1 };
          await ada.advance({ ...at, task: 'listen' });
          most = Math.max(most, largest(await ada.state()));
        }
        expect(most).toBeLessThan(MOST);
        const state = await ada.state();
        expect(fromItem(toItem(state))).toEqual(JSON.parse(JSON.stringify(state)));
      }),
      { numRuns: runs(3) },
    );
  });

  it('stays below 16 KiB when two that are full become one, with as many ids as there may be', async () => {
    const some = fc.array(happening, { minLength: 20, maxLength: 30 });
    const ids = fc.array(hostileText(18), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(some, some, ids, async (ofGuest, ofAda, others) => {
        const { guest, ada, pass, merge, store } = twoIds(greedy);
        let most = 0;
        for (const [one, happenings] of [[guest, ofGuest] as const, [ada, ofAda] as const]) {
          for (const [index, event] of happenings.entries()) {
            const { type, because, id } = event;
            pass(60_000);
            const signals = [{ value: -0.4, weight: 1, because }];
            await one.event(type, saidIn(event), { id: `${index}${id}`, signals });
          }
        }
        for (const [index, other] of others.entries()) await merge(`${index}${other}`, index % 2 ? 'guest' : 'ada');
        expect(await merge()).toBe('applied');
        most = Math.max(most, largest(await ada.state()));
        for (const { type, fields, id } of ofGuest.slice(0, 5)) {
          pass(60_000);
          await guest.event(type, fields, { id: `later${id}` });
          most = Math.max(most, largest(await ada.state()));
        }
        expect(most).toBeLessThan(MOST);
        expect(Object.keys((await ada.state()).enrolments).length).toBeLessThanOrEqual(LIMITS.enrolments);
        expect(largest(await store.load('guest'))).toBeLessThan(MOST);
      }),
      { numRuns: runs(3) },
    );
  });

  it('stays below 16 KiB with the shipped journeys, whatever comes and in whatever order', async () => {
    const { catalogue: shipped } = await loadProject('workflows');
    const types = Object.keys(shipped.events).filter((name) => !shipped.events[name]?.pauses);
    const some = fc.record({
      type: fc.constantFrom(...types),
      texts: fc.array(hostileText(600), { minLength: 8, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 60, maxLength: 60 }), async (happenings) => {
        const ada = oneCustomer(shipped);
        let most = 0;
        for (const { type, texts } of happenings) {
          ada.clock.now += 60_000;
          const fields = Object.fromEntries(
            Object.entries(shipped.events[type]!.fields).map(([name, field], index) => [
              name,
              field.type === 'date' ? new Date(T0 + 60 * 86_400_000).toISOString() : texts[index % texts.length],
            ]),
          );
          await ada.event(type, fields, { signals: [{ value: -0.1, weight: 1, because: texts[0]! }] });
          most = Math.max(most, largest(await ada.state()));
        }
        expect(most).toBeLessThan(MOST);
      }),
      { numRuns: runs(3) },
    );
  });
});
