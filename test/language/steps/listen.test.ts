import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { ASKS, compiled, EVENTS, stepProblems, wrongWith } from '../read/fixture.ts';

describe('a listen', () => {
  it.each([
    [
      'a listen to nothing known',
      '- listen: renewal.don\n  within: 1 day',
      '8:13 unknown moment or event type `renewal.don`: did you mean `renewal.done`?',
    ],
    [
      'a listen to a moment that asks nothing',
      '- send: welcome\n- listen: welcome\n  within: 1 day',
      '9:13 `welcome` asks nothing',
    ],
    [
      'a listen to a moment never sent',
      '- listen: question\n  within: 1 day',
      '8:13 nothing in this journey sends `question`',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('to a moment takes the answer on every event that can carry one', () => {
    const { journey } = compiled('- send: question\n- listen: question\n  within: 7 days');
    expect(journey.steps['listen-question']).toEqual({
      kind: 'listen',
      on: ['feedback.received'],
      answers: { moment: 'question', asks: 'nps' },
      within: 604_800,
    });
  });

  it.each([
    ['heard', 'send send-welcome'],
    ['silent', 'task task-call'],
  ] as const)('that is %s goes its way', async (outcome, next) => {
    const { machine } = compiled(
      '- listen: renewal.done\n  within: 1 day\n  heard: [ { send: welcome } ]\n  silent: [ { task: call } ]',
    );
    const { asked } = await run(machine, input(), well({ 'listen-renewal-done': outcome }));
    expect(asked).toEqual(['listen listen-renewal-done', next, 'finish Finish']);
  });

  it('of several events knows which came', () => {
    const which = (type: string, on = '[renewal.done, feedback.received]') =>
      wrongWith(
        `- listen: ${on}\n  within: 1 day\n  heard: [ { choose: [ { when: heard.type = "${type}", steps: [] } ] } ]`,
      );
    expect(which('renewal.done')).toEqual([]);
    expect(which('renewal.don')).toEqual([expect.stringContaining('"renewal.don" is never the value')]);
    const { catalogue } = compiled(
      '- listen: [renewal.done, feedback.received]\n  within: 1 day\n- choose: [ { when: heard.type = "renewal.done", steps: [] } ]',
    );
    expect(catalogue.events['renewal.done']?.kept).toEqual(['type']);
  });

  it('leaves the field of an event alone that is called so', () => {
    const events = EVENTS.replace(
      'renewal.done: { customer: customerId, fields: { customerId: text,',
      'renewal.done: { customer: customerId, fields: { customerId: text, type: number,',
    );
    const wrong = stepProblems(
      '- listen: renewal.done\n  within: 1 day\n  heard: [ { choose: [ { when: heard.type = 3, steps: [] } ] } ]',
      { 'events.yaml': events },
    );
    expect(wrong).toEqual([]);
  });

  it('makes known what was heard only where it was', () => {
    const listen = (branch: string) => `- listen: feedback.received\n  within: 1 day\n  ${branch}`;
    const asks = '[ { choose: [ { when: heard.score > 1, steps: [] } ] } ]';
    expect(wrongWith(listen(`heard: ${asks}`))).toEqual([]);
    expect(wrongWith(listen(`silent: ${asks}`))).toEqual([
      expect.stringContaining('unknown `heard.score`: nothing has been heard here'),
    ]);
    expect(stepProblems(`${listen('silent: []')}\n- choose: [ { when: heard.score > 1, steps: [] } ]`, ASKS)).toEqual(
      [],
    );
  });
});
