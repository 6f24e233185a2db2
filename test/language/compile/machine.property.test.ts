import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { FINISH, START } from '../../../language/catalogue/fixed-step.ts';
import { runs } from '../../support/depth.ts';
import { validateAsl } from '../../support/validate-asl.ts';
import { anySteps } from './any-steps.ts';
import { catalogueOf, input, machineOf, type Payload, type Reply, run } from './run.ts';

const ANSWERS: Record<Payload['task'], Reply['outcome'][]> = {
  send: ['sent', 'unsent', 'later'],
  task: ['sent', 'unsent', 'later'],
  emit: ['sent', 'unsent'],
  give: ['later', 'sent', 'unsent', 'unconfirmed', 'withheld'],
  wait: ['later', 'reached'],
  'wait-until': ['later', 'reached', 'past'],
  listen: ['later', 'heard', 'silent'],
  repeat: ['later', 'again', 'through'],
  finish: ['ended'],
  lost: ['elsewhere'],
};

const customer = { nps: 3, calmDays: 5 };

/** A stand-in for the functions: it keeps where the customer stands, and answers by the next of a list of numbers. */
const createFunctions = (choices: number[]) => {
  let count = 0;
  const turns = new Map<string, number>();
  const item = { at: START, visit: 0, over: false };
  /** Each loop ends after three turns, and whoever is asked again comes to an answer. */
  const answerTo = ({ task, step }: Payload): Reply['outcome'] => {
    const choice = choices[count++ % choices.length] ?? 0;
    const answers = ANSWERS[task].filter((answer) => answer !== 'later' || count < 100);
    const answer = answers[choice % answers.length] ?? 'elsewhere';
    if (answer !== 'again') return answer;
    turns.set(step, (turns.get(step) ?? 0) + 1);
    return (turns.get(step) ?? 0) > 3 ? 'through' : 'again';
  };
  const reply = (task: Payload): Reply => {
    // A task is about the step and visit in hand, or the next visit.
    expect([item.visit, item.visit + 1]).toContain(task.visit);
    Object.assign(item, { at: task.step, visit: task.visit, over: task.step === FINISH });
    return { outcome: answerTo(task), customer, heard: task.task === 'listen' ? { reason: 'price' } : {} };
  };
  return { item, reply };
};

/** Runs a journey to its end, each run from where the one before stopped. */
const runToEnd = async (steps: Step[], choices: number[]) => {
  const machine = machineOf(steps);
  const { item, reply } = createFunctions(choices);
  const payloads: Payload[] = [];
  const arms = Object.fromEntries(
    catalogueOf(steps).journeys.onboarding?.splits.map(({ step }, place) => [step, place % 2 ? 'a' : 'b']) ?? [],
  );
  while (!item.over) {
    const { at, visit } = item;
    payloads.push(
      ...(await run(machine, input({ at, visit, event: { plan: 'team' }, customer, arms }), reply)).payloads,
    );
    expect(payloads.length).toBeLessThan(5000);
  }
  return payloads;
};

describe('the machine of any journey', () => {
  it('comes to its end, by tasks about steps that run time knows under that kind', async () => {
    const choices = fc.array(fc.nat(59), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(anySteps, choices, async (steps, answers) => {
        const runSteps = catalogueOf(steps).journeys.onboarding?.steps ?? {};
        for (const { task, step } of await runToEnd(steps, answers))
          expect(step === FINISH ? 'finish' : runSteps[step]?.kind).toBe(task);
      }),
      { numRuns: runs(40), seed: 1 },
    );
  });

  it("is accepted by AWS's own validator, which would also find states out of reach", async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        expect(await validateAsl(machineOf(steps))).toEqual([]);
      }),
      { numRuns: runs(10), seed: 2 },
    );
  });
});
