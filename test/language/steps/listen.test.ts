import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import {
  ASKS,
  compileSteps,
  EVENTS,
  JOURNEY,
  moment,
  problems,
  stepProblems,
  withSteps,
  wrongWith,
} from '../read/fixture.ts';

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

  const SEND = '- send: question\n';
  const LISTEN = '- listen: question\n  within: 1 day\n';
  const BEHIND = 'no step before this one sends `question`';
  it.each([
    ['stands before the only step that sends it', `${LISTEN}${SEND}`],
    ['stands where it was not sent', '- send: question\n  unsent: [ { listen: question, within: 1 day } ]'],
    [
      'stands on another way',
      '- choose:\n    - when: event.plan = "solo"\n      steps: [ { send: question } ]\n    - otherwise: [ { listen: question, within: 1 day } ]',
    ],
  ])('to a moment is refused where it %s', (_, lines) =>
    expect(wrongWith(lines)).toEqual([expect.stringContaining(BEHIND)]),
  );

  it('to a moment is taken behind a turn of a loop that sends it, and in last words', () => {
    const loop =
      '- repeat: { every: 1 day, atMost: 2 }\n  steps: [ { listen: question, within: 1 day }, { send: question } ]\n';
    expect(wrongWith(loop)).toEqual([]);
    const lastWords = withSteps(SEND.trim(), JOURNEY.slice(0, JOURNEY.indexOf('steps:'))).replace(
      'steps:\n',
      'exit: [ { on: renewal.done, steps: [ { listen: question, within: 1 day } ] } ]\nsteps:\n',
    );
    expect(problems({ ...ASKS, 'journeys/onboarding.yaml': lastWords })).toEqual([]);
  });

  it.each([
    ['{ words: [Yes, No] }\nquestion: Well?', 'heard.word = "Ja"', '"Ja" is never the value: it is `Yes` or `No`'],
    [
      '{ words: [Yes, No] }\nquestion: Well?',
      'heard.score > 1',
      '`heard.score` never comes: `question` is answered in words: write `heard.word`',
    ],
    [
      '{ scale: csat }',
      'heard.word = "Yes"',
      '`heard.word` never comes: `question` is answered on the scale csat: write `heard.score`',
    ],
    ['csat', 'heard.score > 5', 'this is never so with 5: the value is 1 to 5'],
    ['{ scale: csat }', '9 <= heard.score', 'this is never so with 9: the value is 1 to 5'],
    ['{ scale: csat }', 'heard.score in [0, 1]', '0 is never the value: it is 1 to 5'],
    ['{ words: [Yes, No] }\nquestion: Well?', 'heard.word = "No"', undefined],
    ['{ scale: nps }', 'heard.score > 9 or heard.score <= 0', undefined],
  ])('to a moment that asks %j refuses what is never answered: %s', (asks, when, message) => {
    const fields = 'score: { type: number, optional: true }, word: { type: text, optional: true }';
    const events = EVENTS.replace(
      /scale: \{ type: \[nps, csat\] \}, score: \{.*?\}/,
      `scale: { type: [nps, csat], optional: true }, ${fields}`,
    );
    const files = { ...moment('question', `channels: [inbox]\ntopic: start\nasks: ${asks}`), 'events.yaml': events };
    const choose = `[ { choose: [ { when: '${when}', steps: [] } ] } ]`;
    const expected = message === undefined ? [] : [expect.stringContaining(message)];
    for (const steps of [`${LISTEN}  heard: ${choose}`, `${LISTEN}  where: '${when}'`])
      expect(stepProblems(`${SEND}${steps}`, files)).toEqual(expected);
  });

  it('to a moment takes the answer on every event that can carry one', () => {
    const { journey } = compileSteps('- send: question\n- listen: question\n  within: 7 days');
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
    const { machine } = compileSteps(
      '- listen: renewal.done\n  within: 1 day\n  heard: [ { send: welcome } ]\n  silent: [ { task: call } ]',
    );
    const { tasks } = await run(machine, input(), well({ 'listen-renewal-done': outcome }));
    expect(tasks).toEqual(['listen listen-renewal-done', next, 'finish Finish']);
  });

  it('of several events knows which came', () => {
    const which = (type: string, on = '[renewal.done, feedback.received]') =>
      wrongWith(
        `- listen: ${on}\n  within: 1 day\n  heard: [ { choose: [ { when: heard.type = "${type}", steps: [] } ] } ]`,
      );
    expect(which('renewal.done')).toEqual([]);
    expect(which('renewal.don')).toEqual([expect.stringContaining('"renewal.don" is never the value')]);
    const { catalogue } = compileSteps(
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
