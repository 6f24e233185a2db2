import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { StateNameError } from '../../../language/compile/errors.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { definitions, onboarding, renewal, send } from '../../support/definitions.ts';
import { validateAsl } from '../../support/validate-asl.ts';
import { input, machineOf, run, well } from './run.ts';

const catalogue = compileCatalogue(definitions);
const machine = compileMachine(renewal, catalogue);
const two = machineOf([send('send-tip', 'tip'), send('send-survey', 'survey')]);

describe('a compiled machine', () => {
  it.each([onboarding, renewal])("is accepted by AWS's own validator: $id", async (journey) => {
    expect(await validateAsl(compileMachine(journey, catalogue))).toEqual([]);
  });

  it('has the states of a journey in the order of writing, under the ids of its steps', () => {
    expect(Object.keys(compileMachine(onboarding, catalogue).States)).toEqual([
      'At',
      'send-welcome',
      'send-welcome answer',
      'wait',
      'wait answer',
      'choose',
      'send-team-tip',
      'send-team-tip answer',
      'send-tip',
      'send-tip answer',
      'listen-product-used',
      'listen-product-used answer',
      'send-survey',
      'send-survey answer',
      'Finish',
      'Lost',
      'End',
    ]);
  });

  it('ends a run that lasts, before another is started for it', () => {
    expect(machine.TimeoutSeconds).toBeLessThan(600);
  });

  it('goes from entry to the end, and asks with ids alone', async () => {
    const state = input({
      customer: { tenureDays: 800, silentDays: 100 },
      arms: { 'reminder-timing': 'late' },
    });
    const { tasks, payloads } = await run(machine, state, (task) => ({
      ...well()(task),
      customer: state.customer,
      heard: task.task === 'listen' ? { score: 2 } : {},
    }));
    expect(tasks).toEqual([
      'wait-until wait',
      'send send-value-recap',
      'send send-thank-you',
      'emit emit',
      'send send-trust-question',
      'listen listen-trust',
      'task task-renewal-call-2',
      'wait wait-3',
      'wait-until wait-4',
      'send send-reminder',
      'finish Finish',
    ]);
    expect(payloads[0]).toEqual({
      contract: 1,
      task: 'wait-until',
      customer: 'ada',
      journey: 'renewal',
      enrolment: 'e1',
      step: 'wait',
      visit: 1,
    });
    expect(payloads.map(({ visit }) => visit)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('begins at the step where the customer stands, at the visit there', async () => {
    const { payloads } = await run(two, input({ at: 'send-survey', visit: 7 }), well());
    expect(payloads.map(({ step, visit }) => [step, visit])).toEqual([
      ['send-survey', 7],
      ['Finish', 8],
    ]);
  });

  it('asks all the same where it does not know the step: only a function can retire it', async () => {
    const { payloads } = await run(two, input({ at: 'send-gone', visit: 3 }), well());
    expect(payloads).toMatchObject([{ task: 'lost', visit: 3 }]);
  });

  it.each(['later', 'ended', 'elsewhere'] as const)('ends the run at the answer %s', async (outcome) => {
    expect((await run(two, input(), well({ 'send-tip': outcome }))).tasks).toEqual(['send send-tip']);
  });

  it('runs the last words of the exit that began them', async () => {
    const state = input({ at: 'Exit-subscription.lapsed', heard: { reason: 'moved' }, customer: { calmDays: 8 } });
    expect((await run(machine, state, well())).tasks).toEqual(['send send-goodbye', 'finish Finish']);
    expect((await run(machine, { ...state, customer: {} }, well())).tasks).toEqual(['finish Finish']);
  });

  it('gives what was heard, and the facts after each answer, to the conditions that follow', async () => {
    const listen = { kind: 'listen' as const, id: 'listen', on: ['product.used'], within: 1, heard: [], silent: [] };
    const when = 'heard.feature = "export" and customer.calmDays > 3';
    const choose = {
      kind: 'choose' as const,
      id: 'choose',
      branches: [{ when, steps: [send('send-tip', 'tip')] }],
      otherwise: [],
    };
    const tasksAfter = async (feature: string) =>
      (
        await run(machineOf([listen, choose]), input(), (task) => ({
          ...well()(task),
          customer: { calmDays: 5 },
          heard: { feature },
        }))
      ).tasks;
    expect(await tasksAfter('export')).toContain('send send-tip');
    expect(await tasksAfter('import')).not.toContain('send send-tip');
  });

  it('finishes when there is nothing to do', async () => {
    expect((await run(machineOf([]), input(), well())).tasks).toEqual(['finish Finish']);
  });

  it('has no placeholder for CloudFormation but the two functions', () => {
    const text = JSON.stringify(machineOf([{ ...send('send-tip', 'tip'), with: { text: 'Pay ${amount}' } }]));
    expect(new Set(text.match(/\$\{\w+/g))).toEqual(new Set(['${DeliverFunction', '${AdvanceFunction']));
  });

  it.each(['At', 'Finish', 'Lost', 'End'])('refuses a step called %s, a state of its own', (id) => {
    expect(() => machineOf([send(id, 'tip')])).toThrow(StateNameError);
  });

  it('refuses a name that AWS would refuse', () => {
    expect(() => machineOf([send('x'.repeat(74), 'tip')])).toThrow(/81 characters/);
    expect(() => machineOf([send('x'.repeat(73), 'tip')])).not.toThrow();
  });
});
