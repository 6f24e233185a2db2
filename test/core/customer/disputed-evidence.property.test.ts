import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../core/customer/model/facts.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { heardIn, moodAt } from '../../../core/explain/mood.ts';
import { score } from '../../../core/sentiment/mood.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

const DISPUTED = 'customer.evidence_disputed';
const ref = { type: 'text' as const, optional: true, provenance: 'stated' as const };
const workflows = catalogue({
  events: {
    [DISPUTED]: { ...BUILT_IN[DISPUTED]!, kept: [], awaited: false },
    said: eventType({ fields: { ref } }),
    fail: eventType({ opens: { kind: 'failure', incident: 'ref' }, fields: { ref } }),
    mend: eventType({ closes: { kind: 'failure', incident: 'ref' }, fields: { ref } }),
    start: eventType({ sets: { email: '"ada@example.com"' } }),
  },
});

interface Saying {
  type: 'said' | 'fail' | 'mend';
  ref: string;
  value: number;
  weight: number;
  /** Hours after the one before, and by how many it came late. */
  after: number;
  late: number;
}

const because = (index: number) => `words ${index}`;

/** What is left of everything that was said, and of what was taken back. */
const stateAfter = async (
  sayings: readonly Saying[],
  { without, disputes }: { without?: number; disputes?: Map<number, number> },
) => {
  const ada = oneCustomer(workflows);
  const dispute = async (index: number) => {
    const evidence = (await ada.state())?.evidence.find((one) => one.because === because(index));
    await ada.event(DISPUTED, { evidence: evidence?.id ?? 'gone' }, { id: `d${index}` });
  };
  for (const [index, { type, ref, value, weight, after, late }] of sayings.entries()) {
    ada.clock.now += after * HOUR;
    const at = new Date(Math.max(T0, ada.clock.now - late * HOUR)).toISOString();
    const signals =
      type === 'mend' || index === without ? [] : [{ value, weight, because: because(index), of: 'text' as const }];
    await ada.event(type, { ref }, { id: `e${index}`, at, signals });
    for (const [disputed, when] of disputes ?? []) if (when === index) await dispute(disputed);
  }
  ada.clock.now += HOUR;
  await ada.event('said', {}, { id: 'last' });
  const state = await ada.state();
  return { ada, state, mood: state.mood, facts: factsOf(state, ada.clock.now, workflows), now: ada.clock.now };
};

const saying: fc.Arbitrary<Saying> = fc.record({
  type: fc.constantFrom('said' as const, 'said' as const, 'fail' as const, 'mend' as const),
  ref: fc.constantFrom('a', 'b'),
  value: fc.constantFrom(-1, -0.8, -0.5, -0.3, 0, 0.4, 0.9),
  weight: fc.constantFrom(0.3, 0.5, 0.7, 1),
  after: fc.integer({ min: 0, max: 40 }),
  late: fc.constantFrom(0, 0, 0, 5),
});

const policy = workflows.policy.mood;

describe('what was understood and is disputed', () => {
  it('counts as if it had never been heard, whatever was said before and since', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(saying, { minLength: 1, maxLength: 7 }),
        fc.nat(),
        fc.nat(),
        async (sayings, which, later) => {
          const disputed = which % sayings.length;
          fc.pre(sayings[disputed]?.type !== 'mend');
          const when = disputed + (later % (sayings.length - disputed));
          const [afterDispute, never] = [
            await stateAfter(sayings, { disputes: new Map([[disputed, when]]) }),
            await stateAfter(sayings, { without: disputed }),
          ];
          expect(score(afterDispute.mood, afterDispute.now, policy)).toBeCloseTo(
            score(never.mood, never.now, policy),
            2,
          );
          expect(Math.max(afterDispute.mood.quietUntil, afterDispute.now)).toBe(
            Math.max(never.mood.quietUntil, never.now),
          );
          expect(afterDispute.state.evidence.map(({ because }) => because)).toEqual(
            never.state.evidence.map(({ because }) => because),
          );
          for (const [index, { weight = 0 }] of afterDispute.state.evidence.entries())
            expect(weight).toBeCloseTo(never.state.evidence[index]?.weight ?? Number.NaN, 2);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('counts no more where so much was said that what was heard first is not kept, in whatever order it happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(saying, { minLength: 13, maxLength: 18 }), fc.nat(), async (sayings, which) => {
        const disputed = sayings.length - 1 - (which % (LIMITS.evidence - 1));
        fc.pre(sayings[disputed]?.type !== 'mend');
        const afterDispute = await stateAfter(sayings, { disputes: new Map([[disputed, sayings.length - 1]]) });
        const never = await stateAfter(sayings, { without: disputed });
        expect(score(afterDispute.mood, afterDispute.now, policy)).toBeCloseTo(score(never.mood, never.now, policy), 2);
        expect(afterDispute.facts.calmDays).toBeCloseTo(Number(never.facts.calmDays), 1);
      }),
      { numRuns: runs(40) },
    );
  });

  it('comes to the same whenever it is said, and said twice it counts once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(saying, { minLength: 2, maxLength: 6 }), fc.nat(), async (sayings, which) => {
        const disputed = which % sayings.length;
        fc.pre(sayings[disputed]?.type !== 'mend');
        const last = sayings.length - 1;
        const [early, late] = [
          await stateAfter(sayings, { disputes: new Map([[disputed, disputed]]) }),
          await stateAfter(sayings, { disputes: new Map([[disputed, last]]) }),
        ];
        expect(score(late.mood, late.now, policy)).toBeCloseTo(score(early.mood, early.now, policy), 2);
        const before = late.mood;
        await late.ada.event(DISPUTED, { evidence: 'gone' });
        expect((await late.ada.state()).mood).toEqual(before);
      }),
      { numRuns: runs(40) },
    );
  });

  it('is told in the record so that mood can be worked out from it, and without its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(saying, { minLength: 1, maxLength: 6 }), fc.nat(), async (sayings, which) => {
        const disputed = which % sayings.length;
        fc.pre(sayings[disputed]?.type !== 'mend');
        const { ada, mood, now } = await stateAfter(sayings, { disputes: new Map([[disputed, sayings.length - 1]]) });
        const journal: JournalEntry[] = ada.journal;
        const then = moodAt(heardIn(journal), now, policy);
        expect(then.score).toBeCloseTo(score(mood, now, policy), 5);
        const entry = journal.find(({ kind }) => kind === 'disputed');
        expect(JSON.stringify(entry ?? {})).not.toContain('words');
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('a message that was held for it', () => {
  it('is asked about at once', async () => {
    const ada = oneCustomer(workflows);
    await ada.event('start');
    const angry = { value: -0.9, weight: 1, because: 'wrote “killer feature”', of: 'text' as const };
    await ada.event('said', {}, { signals: [angry] });
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'held', reason: 'negative-sentiment' });
    ada.clock.now += HOUR;
    const [piece] = (await ada.state()).evidence;
    await ada.event(DISPUTED, { evidence: piece?.id });
    const state = await ada.state();
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
    expect(state.evidence).toEqual([]);
    expect(state.mood.quietUntil).toBe(0);
    expect(factsOf(state, ada.clock.now, workflows)).toMatchObject({ mood: 'neutral', moodScore: 0 });
    expect(ada.journal.find(({ kind }) => kind === 'disputed')).toMatchObject({ event: 'said', value: -0.9 });
    await ada.send(ada.task('hello', 'welcome'), 'a2');
    expect(ada.standing('hello')?.reserved).toBeDefined();
  });

  it('leaves evidence of a release before, of which nobody knows how it was heard', async () => {
    const ada = oneCustomer(workflows);
    await ada.event('said', {}, { signals: [{ value: -0.9, weight: 1, because: 'awful' }] });
    const state = await ada.state();
    const old = { at: new Date(T0).toISOString(), event: 'said', value: -0.9, because: 'awful' };
    await ada.store.commit({ ...state, version: state.version + 1, evidence: [old], moodBefore: undefined });
    ada.clock.now += DAY;
    await ada.event(DISPUTED, { evidence: 'undefined' });
    expect((await ada.state()).evidence).toEqual([old]);
    expect((await ada.state()).mood.s).toBe(-0.9);
  });
});
