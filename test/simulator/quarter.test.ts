import { beforeAll, describe, expect, it } from 'vitest';
import { type Explanation, explain } from '../../core/explain/explain.ts';
import { play } from '../../simulator/play.ts';
import { checkPromises, type Line } from '../promises/promises.ts';
import { readPromises } from '../promises/read.ts';
import { runs } from '../support/depth.ts';
import { longerPatience, otherwise } from './why/otherwise.ts';
import { explained, people, project, quarter, standing } from './why/replay.ts';

/** Of each outcome and reason so many are tried, spread over the quarter. */
const TRIED = runs(3);

const kindOf = ({ decision }: Explanation): string => `${decision.outcome} ${decision.reason}`;

const customerOf = ({ decision }: Explanation): string => decision.customer;

const spread = (all: Explanation[]): Explanation[] =>
  all.filter((_, index) => index % Math.ceil(all.length / TRIED) === 0);

const lines = quarter.map((line) => JSON.stringify(line));
const journal: Line[] = [];

/** Of the quarter as it is, with what came late; and of some customers of each kind alone, who are quick to play otherwise. */
let all: Explanation[];
let alone: Explanation[];
beforeAll(async () => {
  const { world } = await play(project, lines, { onEntry: (entry) => journal.push(entry as unknown as Line) });
  all = [];
  for (const customer of people.keys()) {
    const record = { customer, timeline: world.timeline.of(customer), state: await world.customer(customer) };
    all.push(...explain(record, project.catalogue, { zone: 'UTC' }).decisions);
  }
  const some = new Set([...Map.groupBy(all, kindOf).values()].flatMap(spread).map(customerOf));
  alone = [];
  for (const customer of some) alone.push(...(await explained(customer)));
}, 180_000);

describe('the shipped quarter', () => {
  it('keeps every promise of its files, and sends enough to tell, of every purpose', () => {
    const { violations, checked } = checkPromises(readPromises('workflows'), lines, journal);
    expect(violations).toEqual([]);
    for (const purpose of ['transactional', 'care', 'relationship', 'promotional'])
      expect(checked[purpose]).toBeGreaterThan(0);
    expect(checked.relationship).toBeGreaterThan(200);
  });
});

describe('the decisions of a quarter, explained from the record', () => {
  it('each have an explanation, and what did not go out has what would have changed it', () => {
    expect(all.length).toBeGreaterThan(1800);
    expect(all.filter(({ rested }) => rested.length === 0).map(kindOf)).toEqual([]);
    expect(all.filter(({ unsure }) => unsure !== undefined).map(kindOf)).toEqual([]);
    expect(
      all.filter(({ decision, otherwise }) => decision.reason !== 'clear' && otherwise.length === 0).map(kindOf),
    ).toEqual([]);
    for (const { rested, otherwise } of all) {
      for (const sentence of [...rested, ...otherwise]) expect(sentence).toMatch(/^[A-Z“].*[.]$/);
      expect([...rested, ...otherwise].join()).not.toMatch(/undefined|NaN|Invalid|null/);
    }
  });

  it('end when the explanation says, or when patience does', () => {
    const most = (project.catalogue.policy.quietHours?.spread ?? 0) * 1000;
    const holds = all.filter(({ decision, named }) => decision.outcome === 'held' && named.ends !== undefined);
    expect(holds.length).toBeGreaterThan(400);
    for (const { decision, named } of holds) {
      const [until, ends] = [Date.parse(decision.until!), Date.parse(named.ends!)];
      const isHours = decision.reason === 'quiet-hours' || decision.reason === 'window';
      expect(until).toBeLessThanOrEqual(ends + (isHours ? most : 0));
      if (until < ends) expect(until, JSON.stringify({ decision, named })).toBe(patienceEnds(decision, all));
    }
  });

  it('would have been otherwise without what the explanation names', async () => {
    const kinds = Map.groupBy(alone, kindOf);
    const tried: Record<string, number> = {};
    for (const [kind, some] of kinds) {
      for (const explanation of spread(some)) {
        const world = otherwise(explanation);
        if (!world) continue;
        const { decision } = explanation;
        const now = standing(await explained(decision.customer, world), decision);
        expect(now && kindOf({ ...explanation, decision: now }), JSON.stringify(explanation)).not.toBe(kind);
        tried[kind] = (tried[kind] ?? 0) + 1;
      }
    }
    // Every kind but what was sent.
    const unsent = new Set(all.map(kindOf).filter((kind) => kind !== 'sent clear'));
    expect(Object.keys(tried).toSorted()).toEqual([...unsent].toSorted());
  }, 120_000);

  it('would have waited on with longer patience', async () => {
    const over = alone.filter(({ decision }) => decision.reason.startsWith('patience:'));
    expect(over.length).toBeGreaterThan(10);
    for (const explanation of over) {
      const { decision } = explanation;
      const now = standing(await explained(decision.customer, longerPatience(explanation)), decision);
      expect(now?.outcome, JSON.stringify(explanation)).not.toBe('suppressed');
    }
  }, 120_000);
});

/** From the first word on the step, by the catalogue. */
const patienceEnds = (decision: Explanation['decision'], among: Explanation[]): number => {
  const { enrolment, step, moment, purpose } = decision;
  const first = among.find((one) => one.decision.enrolment === enrolment && one.decision.step === step)?.decision;
  const { policy, moments } = project.catalogue;
  return Date.parse(first?.at ?? '') + 1000 * (moments[moment]?.patience ?? policy.purposes[purpose].patience);
};
