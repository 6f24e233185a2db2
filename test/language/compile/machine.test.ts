import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { StateNameError } from '../../../language/compile/errors.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { days, definitions, onboarding, renewal, send } from '../../support/definitions.ts';
import { validateAsl } from '../../support/validate-asl.ts';
import { input, machineOf, run, t0, well } from './run.ts';

const catalogue = compileCatalogue(definitions);
const machine = compileMachine(renewal, catalogue);

describe('a compiled machine', () => {
  it.each([onboarding, renewal])("is accepted by AWS's own validator: $id", async (journey) => {
    expect(await validateAsl(compileMachine(journey, catalogue))).toEqual([]);
  });

  it('has the states of a journey in the order of writing, under the ids of its steps', () => {
    expect(Object.keys(compileMachine(onboarding, catalogue).States)).toEqual([
      'send-welcome',
      'send-welcome outcome',
      'send-welcome held',
      'send-welcome later',
      'wait',
      'choose facts',
      'choose',
      'send-team-tip',
      'send-team-tip outcome',
      'send-team-tip held',
      'send-team-tip later',
      'send-tip',
      'send-tip outcome',
      'send-tip held',
      'send-tip later',
      'listen-product-used',
      'listen-product-used decide',
      'listen-product-used answer',
      'send-survey',
      'send-survey outcome',
      'send-survey held',
      'send-survey later',
      'finish',
      'done',
    ]);
  });

  it('goes from entry to its last task, which ends the enrolment itself', async () => {
    const contractEnds = '2026-05-20T00:00:00.000Z';
    const customer = { tenureDays: 800, silentDays: 100, contractEnds };
    const reply = (task: Parameters<typeof well>[0]) => {
      if (task.task === 'listen') return { outcome: 'heard', customer, heard: { score: 2 } };
      return { ...(well(task) as object), customer };
    };
    const state = input({
      event: { renewsAt: '2026-04-10T00:00:00.000Z' },
      customer,
      arms: { 'reminder-timing': 'late' },
    });
    const { asked, took, payloads, execution } = await run(machine, state, reply);
    expect(asked).toEqual([
      'send send-value-recap',
      'send send-thank-you',
      'emit emit',
      'send send-trust-question',
      'listen listen-trust',
      'send task-renewal-call-2',
      'facts wait-4',
      'send send-reminder',
    ]);
    expect(took).toBe((Date.parse(contractEnds) - t0) / 1000);
    expect(payloads.at(-1)).toMatchObject({ ends: 'sent' });
    expect(execution).toMatchObject({ status: 'succeeded', state: 'done' });
  });

  it('runs the last words of the exit that began it', async () => {
    const state = input({ phase: 'exit-2', heard: { reason: 'moved' }, customer: { calmDays: 8 } });
    expect((await run(machine, state, well)).asked).toEqual(['send send-goodbye']);
    expect((await run(machine, { ...state, customer: {} }, well)).asked).toEqual(['finish finish']);
  });

  it('takes the arm that was drawn', async () => {
    const steps = [
      {
        kind: 'split' as const,
        id: 'tip-style',
        arms: ['a', 'b', 'c'].map((name) => ({ name, share: 33, steps: [send(`send-${name}`, 'tip')] })),
      },
    ];
    for (const arm of ['a', 'b', 'c'])
      expect((await run(machineOf(steps), input({ arms: { 'tip-style': arm } }), well)).asked).toEqual([
        `send send-${arm}`,
      ]);
  });

  it('finishes at an exit step, and when there is nothing to do', async () => {
    expect((await run(machineOf([{ kind: 'exit', id: 'exit' }]), input(), well)).asked).toEqual(['finish finish']);
    expect((await run(machineOf([]), input(), well)).asked).toEqual(['finish finish']);
  });

  it('asks for the facts that its own conditions read, and no others', () => {
    const facts = Object.values(machine.States).flatMap((state) =>
      state.Type === 'Task' ? [(state.Arguments as { Payload: { facts: string[] } }).Payload.facts] : [],
    );
    for (const each of facts)
      expect(each).toEqual(['calmDays', 'contractEnds', 'mood', 'nps', 'silentDays', 'tenureDays']);
  });

  it.each(['{% $states.input %}', '${DeliverFunction}', '{% "a" %} ${x} "${y}"', 'a "quoted" \\ line\n'])(
    'hands marketing’s own text over as it is: %s',
    async (text) => {
      const literal = machineOf([{ ...send('send-tip', 'tip'), with: { text } }]);
      expect((await run(literal, input(), well)).payloads[0]).toMatchObject({ with: { text } });
    },
  );

  it('has no placeholder for CloudFormation but the two functions', () => {
    const text = JSON.stringify(machineOf([{ ...send('send-tip', 'tip'), with: { text: 'Pay ${amount}' } }]));
    expect(new Set(text.match(/\$\{\w+/g))).toEqual(new Set(['${DeliverFunction', '${AdvanceFunction']));
  });

  it.each(['done', 'finish'])('refuses a step called %s, a state of its own', (id) => {
    expect(() => machineOf([send(id, 'tip')])).toThrow(StateNameError);
  });

  it('refuses a name that AWS would refuse', () => {
    expect(() => machineOf([send('x'.repeat(80), 'tip')])).toThrow(/88 characters/);
  });

  it('divides its durations by the pace of the catalogue', () => {
    const paced = compileMachine(onboarding, compileCatalogue(definitions, { pace: 3600 }));
    expect(paced.States.wait).toMatchObject({ Seconds: (2 * days) / 3600 });
    expect(paced.States['listen-product-used']).toMatchObject({ TimeoutSeconds: (3 * days) / 3600 });
  });
});
