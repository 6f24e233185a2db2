import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import { play } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';
import { checkPromises, type Line } from '../promises/promises.ts';
import { readPromises } from '../promises/read.ts';
import { runs } from '../support/depth.ts';

const project = await loadProject('workflows');
const promised = readPromises('workflows');
const MORNING = Date.parse('2026-07-06T09:00:00Z');
const FINAL = ['sent', 'suppressed', 'escalated', 'control', 'failed', 'unknown', 'ended'];

/** A value for a declared field: few of each, so that events speak of the same things. */
const sample = (name: string, type: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(type)) return fc.constantFrom(...type);
  if (type === 'number') return fc.integer({ min: 1, max: 5 });
  if (type === 'date')
    return fc.integer({ min: -5, max: 60 }).map((days) => new Date(MORNING + days * 24 * HOUR).toISOString());
  if (type === 'email') return fc.constantFrom('ada@example.com', 'lovelace@example.com');
  if (type === 'phone') return fc.constant('+442071838750');
  if (type === 'zone') return fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Tokyo');
  if (name.endsWith('Id')) return fc.constantFrom(`${name}-1`, `${name}-2`);
  if (name === 'topic') return fc.constantFrom('getting-started', 'offers', 'surveys', 'service');
  if (name === 'text' || name === 'body')
    return fc.constantFrom(
      'This is awful, I am furious.',
      'Thank you, that was great.',
      'It broke again and nobody answers.',
    );
  return fc.constantFrom('import', 'team', 'a word');
};

const happening = fc
  .constantFrom(...Object.entries(project.catalogue.events).filter(([, { ours, from }]) => !ours && !from))
  .chain(([type, { fields }]) =>
    fc.record({
      type: fc.constant(type),
      customer: fc.constantFrom('ada', 'bo', '__proto__'),
      after: fc.constantFrom(0, 0, 60_000, HOUR, 9 * HOUR, 30 * HOUR, 100 * HOUR),
      late: fc.constantFrom(0, 0, 0, HOUR, 50 * HOUR),
      twice: fc.constantFrom(false, false, false, true),
      fields: fc.record(
        Object.fromEntries(
          Object.entries(fields).map(([name, field]) => [
            name,
            field.optional ? fc.option(sample(name, field.type)) : sample(name, field.type),
          ]),
        ),
      ),
    }),
  );

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

const linesOf = (happenings: Happening[]): string[] => {
  let clock = MORNING;
  return happenings.flatMap(({ type, customer, after, late, twice, fields }, index) => {
    clock += after;
    const time = new Date(clock - late).toISOString();
    const line = JSON.stringify({
      id: `e${index}`,
      source: 'shop',
      'detail-type': type,
      time,
      detail: { ...fields, customerId: customer },
    });
    return twice ? [line, line] : [line];
  });
};

const live = async (lines: string[]) => {
  const journal: JournalEntry[] = [];
  const errors: unknown[] = [];
  const { world } = await play(project, lines, {
    onEntry: (entry) => journal.push(entry),
    report: (error) => errors.push(error),
  });
  return { journal, errors, world };
};

describe('the shipped journeys, whatever happens to their customers', () => {
  it(
    'end, decide each step once, leave nobody waiting and keep every promise',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 40 }), async (happenings) => {
          const lines = linesOf(happenings);
          const { journal, errors, world } = await live(lines);
          expect(errors).toEqual([]);
          expect(world.running()).toBe(0);
          const finals = new Map<string, number>();
          for (const entry of journal) {
            if (entry.kind !== 'decision') continue;
            const key = `${entry.enrolment}/${entry.step}/${entry.visit}`;
            finals.set(key, (finals.get(key) ?? 0) + (FINAL.includes(entry.outcome) ? 1 : 0));
          }
          expect([...finals].filter(([, count]) => count !== 1)).toEqual([]);
          for (const id of world.customers()) {
            const state = await world.customer(id);
            expect(state).toMatchObject({ enrolments: {} });
            const sent = world.outbox.of(id).map((message) => message.id);
            expect(new Set(sent).size).toBe(sent.length);
          }
          expect(checkPromises(promised, lines, journal as unknown as Line[]).violations).toEqual([]);
        }),
        { numRuns: runs(60), seed: 20260706, endOnFailure: false },
      ),
    600_000,
  );
});
