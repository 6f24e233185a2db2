import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { type Explanation, explain } from '../../../core/explain/explain.ts';
import type { Definitions, JourneyDefinition, Step } from '../../../language/catalogue/definition.ts';
import type { Purpose } from '../../../language/catalogue/kind.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { compileProject } from '../../../simulator/compile-project.ts';
import { play } from '../../../simulator/play.ts';
import type { Project } from '../../../simulator/project.ts';
import { days, hours, moment, policy, send } from '../../support/definitions.ts';
import { runs } from '../../support/depth.ts';
import { gesture, gestures } from '../../support/gestures.ts';

const MOMENTS = ['m0', 'm1', 'm2'];
const STARTS = ['start.a', 'start.b'];
const HAPPENINGS = [...STARTS, ...STARTS, 'failed', 'mended', 'annoyed', 'left', 'granted'];

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
type EventDefinition = Definitions['events'][string];
const defineEvent = (more: Partial<EventDefinition> = {}): EventDefinition => ({
  ...{ byCustomer: false, ours: false, customer: 'customerId', sets: {}, signals: [], farewell: false, returns: false },
  fields: { customerId: { ...text, optional: false }, ref: text, email: text },
  ...more,
});

const events: Definitions['events'] = {
  'start.a': defineEvent({ sets: { email: 'email' } }),
  'start.b': defineEvent(),
  failed: defineEvent({ opens: { kind: 'failure', incident: 'ref' } }),
  mended: defineEvent({ closes: { kind: 'failure', incident: 'ref' } }),
  annoyed: defineEvent({ byCustomer: true, signals: [{ value: -0.7, weight: 1 }] }),
  left: defineEvent({ consent: { topic: '"surveys"', choice: '"withdrawn"' } }),
  granted: defineEvent({ consent: { topic: '"surveys"', choice: '"granted"' } }),
  'credit.granted': defineEvent({ ours: true, gesture: true }),
  'points.granted': defineEvent({ ours: true, gesture: true }),
};

const cap = fc.record({ count: fc.integer({ min: 1, max: 2 }), seconds: fc.constantFrom(1 * days, 4 * days) });
const patience = fc.constantFrom(6 * hours, 2 * days, 9 * days);

/** Steps of one journey, in a row: whom an explanation is about does not hang on how they came there. */
const steps = fc.array(
  fc.oneof(
    fc.constantFrom(...MOMENTS).map((id) => send('', id)),
    fc.constantFrom(5 * hours, 1 * days).map((seconds) => ({ kind: 'wait' as const, seconds })),
    fc.constant({ kind: 'give' as const, fits: 'failure', given: [], none: [], unchosen: [] }),
  ),
  { minLength: 1, maxLength: 5 },
);

const journey = (on: string) =>
  fc
    .record({
      purpose: fc.constantFrom<Purpose>('care', 'relationship', 'promotional'),
      steps: steps.map((all) => all.map((step, index) => ({ ...step, id: `s${index}` }) as Step)),
      mutes: fc.constantFrom({}, { relationship: 1 * days }, { relationship: 4 * days, promotional: 2 * days }),
      holdout: fc.constantFrom(0, 0, 40),
    })
    .map(
      (definition): JourneyDefinition => ({
        ...{ id: on, title: on, enter: { on: [on], again: 'always' }, exits: [], renamed: {} },
        ...definition,
      }),
    );

const project = fc
  .record({
    journeys: fc.tuple(...STARTS.map(journey)),
    caps: fc.record({ care: cap, gestures: cap, emits: cap }, { requiredKeys: [] }),
    patience: fc.tuple(patience, patience),
    moments: fc.tuple(
      ...MOMENTS.map((id) =>
        fc
          .record(
            { purpose: fc.constantFrom<Purpose>('care', 'relationship', 'promotional'), cap },
            { requiredKeys: [] },
          )
          .map((more) => moment(id, { topic: 'surveys', channels: ['email'], ...more })),
      ),
    ),
    again: fc.constantFrom(0, 2 * days),
    fits: fc.constantFrom({}, { when: 'customer.tenureDays > 9999' }),
  })
  .map(({ journeys, caps, patience: [ofCare, ofOthers], moments, again, fits }): Project => {
    const { care, relationship, promotional, transactional } = policy.purposes;
    const purposes = {
      transactional,
      care: { ...care, patience: ofCare },
      relationship: { ...relationship, patience: ofOthers },
      promotional: { ...promotional, patience: ofOthers },
    };
    const { confirmed: _, ...plain } = gesture({ again });
    const kinds = { points: { ...plain, ...fits, emit: 'points.granted' }, credit: plain };
    return compileProject(
      {
        policy: { ...policy, purposes, caps },
        events,
        moments: Object.fromEntries(moments.map((one) => [one.id, one])),
        journeys: Object.fromEntries(journeys.map((one) => [one.id, one])),
        gestures: gestures({ kinds, limits: { customer: { of: 'cost', most: 1500 } } }),
      },
      [],
    );
  });

const happened = fc.array(fc.tuple(fc.constantFrom(...HAPPENINGS), fc.integer({ min: 0, max: 20 })), {
  minLength: 6,
  maxLength: 16,
});

const playAll = async (workflows: Project, all: [string, number][]): Promise<Explanation[]> => {
  const timeline: JournalEntry[] = [];
  let at = Date.parse('2026-03-02T06:00:00Z');
  const lines = all.map(([type, later], index) => {
    at += later * HOUR;
    const detail = { customerId: 'ada', ref: 'r1', ...(type === 'start.a' ? { email: 'ada@example.com' } : {}) };
    return JSON.stringify({
      id: `e${index}`,
      source: 'test',
      'detail-type': type,
      time: new Date(at).toISOString(),
      detail,
    });
  });
  await play(workflows, lines, { onEntry: (entry) => timeline.push(entry) });
  return explain({ customer: 'ada', timeline }, workflows.catalogue, { zone: 'UTC' }).decisions;
};

it('of whatever workflows each decision is explained whole, by nothing that was otherwise then, and holds end as told', async () => {
  const reasons = new Set<string>();
  await fc.assert(
    fc.asyncProperty(project, happened, async (workflows, all) => {
      const decisions = await playAll(workflows, all);
      for (const { decision, rested, otherwise, unsure, named } of decisions) {
        reasons.add(decision.reason.replace(/:start.*/, ''));
        const context = JSON.stringify({ decision, rested, otherwise, unsure });
        expect(unsure, context).toBeUndefined();
        expect([...rested, ...otherwise].join(' '), context).not.toMatch(
          /otherwise then|less then|undefined|NaN|Invalid/,
        );
        if (decision.outcome !== 'sent') expect(otherwise.length, context).toBeGreaterThan(0);
        if (decision.outcome !== 'held' || named.ends === undefined) continue;
        const isHours = decision.reason === 'quiet-hours' || decision.reason === 'window';
        const spread = isHours ? (policy.quietHours?.spread ?? 0) * 1000 : 0;
        expect(Date.parse(decision.until ?? ''), context).toBeLessThanOrEqual(Date.parse(named.ends) + spread);
        if (Date.parse(decision.until ?? '') < Date.parse(named.ends))
          expect(otherwise.at(-1), context).toMatch(/^Patience/);
      }
    }),
    { numRuns: runs(40) },
  );
  expect(reasons.size).toBeGreaterThan(12);
});
