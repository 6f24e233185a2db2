import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evident } from '../../../core/customer/model/incoming.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { explain } from '../../../core/explain/explain.ts';
import { explanationLines } from '../../../core/explain/lines.ts';
import { mark } from '../../../core/explain/tell.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

const { negative, positive, strong } = policy.mood;

const happening = fc.record({
  type: fc.constantFrom('reply', 'reply', 'reply', 'fail', 'mend'),
  ref: fc.constantFrom('a', 'b'),
  value: fc.integer({ min: -20, max: 20 }).map((twentieth) => twentieth / 20),
  weight: fc.constantFrom(0.5, 0.7, 1),
  of: fc.constantFrom<Evident['of']>('text', 'score', 'event'),
  late: fc.constantFrom(0, 0, 0, 30),
  hours: fc.integer({ min: 1, max: 60 }),
  /** It answers one and the same question, so that the last answer counts. */
  isAnswer: fc.boolean(),
});

/** What became of somebody with these happenings, who is asked about a message after each, or after the last alone. */
const liveThrough = async (
  all: (typeof happening extends fc.Arbitrary<infer One> ? One : never)[],
  isAskedOnce: boolean,
) => {
  const ada = oneCustomer();
  await ada.event('start');
  for (const [index, { type, ref, value, weight, of, late, hours, isAnswer }] of all.entries()) {
    ada.clock.now += hours * HOUR;
    const at = new Date(ada.clock.now - late * HOUR).toISOString();
    const signals = type === 'mend' ? [] : [{ value, weight, because: 'said it', of }];
    const answers = isAnswer && type === 'reply' ? { scale: 'nps', score: 5, answers: 'e1/ask/1' } : {};
    await ada.event(type, { ref, ...answers }, { at, signals });
    if (!isAskedOnce || index === all.length - 1) await ada.send(ada.task('hello', 'welcome'));
  }
  return ada;
};

const happenedAt = (entry: JournalEntry & { kind: 'signal' }): number => Date.parse(entry.happenedAt ?? entry.at);

/** Without what a changed answer has taken back. */
const leftOf = (entries: JournalEntry[]) => {
  let left: (JournalEntry & { kind: 'signal' })[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'signal') continue;
    if (entry.weight > 0) left.push(entry);
    else left = left.filter((one) => one.event !== entry.event || happenedAt(one) !== happenedAt(entry));
  }
  return left;
};

describe('the sentence of a decision about mood', () => {
  it('never contradicts its own figure', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 8 }), fc.boolean(), async (all, isAskedOnce) => {
        const ada = await liveThrough(all, isAskedOnce);
        const { decisions } = explain({ customer: 'ada', timeline: ada.journal }, catalogue(), { zone: 'UTC' });
        for (const { decision, rested, unsure, named } of decisions) {
          if (!decision.reason.endsWith('negative-sentiment')) continue;
          seen += 1;
          expect(unsure).toBeUndefined();
          const figure = decision.basis?.score ?? Number.NaN;
          const before = ada.journal.slice(0, ada.journal.indexOf(decision));
          const evidence = leftOf(before);
          expect(rested[0]?.startsWith(`Mood was ${mark(named.score ?? Number.NaN)}; `)).toBe(true);
          expect(decision.evidence?.every(({ value }) => value < 0)).toBe(true);
          if (figure <= negative) continue;
          // The score alone is no reason: a strong sign is, and the sentence names it.
          expect(rested[0]).toContain('a sign at -0.60 or below kept things quiet until');
          if (figure < positive) continue;
          const newest = Math.max(...evidence.filter(({ value }) => value <= strong).map(happenedAt));
          const later = evidence.filter((one) => one.value > 0 && happenedAt(one) > newest);
          expect(later.map(({ value }) => value)).toEqual([]);
        }
        const at = ada.clock.now;
        const explanation = explain({ customer: 'ada', timeline: ada.journal, state: await ada.state() }, catalogue(), {
          zone: 'UTC',
          at,
        });
        const felt = explanation.situation?.mood;
        const isByScore = (felt?.score ?? 0) <= negative;
        expect(felt?.word === 'negative').toBe(isByScore || felt?.isStrong === true);
        const lines = explanationLines(explanation, catalogue()).join('\n');
        expect(/Mood was negative \(\+/.test(lines)).toBe(false);
        expect(/negative, \+\d\.\d\d(?! after a strong sign)/.test(lines)).toBe(false);
      }),
      { numRuns: runs(60) },
    );
    expect(seen).toBeGreaterThan(10);
  });
});
