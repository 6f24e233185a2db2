import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { input, run, well } from '../compile/run.ts';
import { MOMENT, read } from '../read/fixture.ts';
import { files, gestures, wrong } from './give-fixture.ts';

describe('what a customer chooses', () => {
  const two = gestures.replace(
    '  treat:',
    () => `  points:
    title: { en: 100 points, fr: 100 points }
    cost: 1 EUR
    by: [journeys]
    emit: credit.granted
    with: { days: 1 }
    confirmed: { on: credit.applied, within: 1 hour }
  treat:`,
  );
  const help = `---
moment: help
purpose: care
channels: [email]
asks: { gestures: [credit, points] }
because: It failed.
subject: What would help?
---
Hello.
`;
  const call = MOMENT.replace('moment: welcome', 'moment: call').replace(
    'channels: [email, inbox]',
    'channels: [agent]',
  );
  const chosenSteps = `- send: help
- give: { chosen: help, within: 3 days }
  given: [ { send: welcome } ]
  none: [ { task: call } ]
  unchosen: [ { send: welcome, id: alone } ]`;
  const more = { 'gestures.yaml': two, 'moments/help.md': help, 'moments/call.md': call };
  const problemsWith = (steps: string, others: Record<string, string> = {}) => wrong(steps, { ...more, ...others });

  it('is given by a step that names the moment which offered it', () => {
    expect(problemsWith(chosenSteps)).toEqual([]);
  });

  it.each([
    ['both ways at once', chosenSteps.replace('{ chosen', '{ fits: failure, chosen'), 'one of the two'],
    ['neither way', chosenSteps.replace('chosen: help, ', ''), 'one of the two'],
    [
      'no time to choose',
      chosenSteps.replace(', within: 3 days', ''),
      'say how long they may choose: `within: 3 days`',
    ],
    [
      'more time than links are good for',
      chosenSteps.replace('3 days', '31 days'),
      'links of messages are good for 30 days',
    ],
    [
      'a limit of what the journey would choose',
      chosenSteps.replace('within', 'atMost: 5 EUR, within'),
      '`atMost` is of what a journey chooses',
    ],
    [
      'nobody for whom nothing is left',
      chosenSteps.replace('{ task: call }', '{ send: welcome, id: none }'),
      '`none:` needs a `task`',
    ],
    [
      'a moment that is not there',
      chosenSteps.replace('chosen: help', 'chosen: hlp'),
      'unknown moment `hlp`: did you mean `help`?',
    ],
    [
      'a moment that offers nothing',
      chosenSteps.replace('chosen: help', 'chosen: welcome'),
      '`welcome` offers no gestures',
    ],
    [
      'a moment that is not sent',
      chosenSteps.replace('- send: help\n', ''),
      'nothing in this journey sends `help`, so nobody can choose',
    ],
    [
      'what only customers need, where the journey chooses',
      '- give: { fits: failure, within: 3 days }\n  unchosen: [ { send: welcome } ]',
      '`within` is of what the customer chooses',
    ],
    [
      'a field of a wrong type',
      chosenSteps.replace('  given', '  with: { ref: 3 }\n  given'),
      'expected text, found 3',
    ],
  ])('refuses %s', (_, steps, message) => expect(problemsWith(steps)).toContainEqual(expect.stringContaining(message)));

  it.each([
    ['an unknown kind', '[credit, point]', 'gestures.yaml has no `point`: did you mean `points`?'],
    ['a kind twice', '[credit, credit]', '`credit` is there twice'],
    ['one alone', '[credit]', 'at least two gestures to choose from'],
    ['what journeys may not give', '[credit, treat]', 'journeys may not give `treat`, also where somebody chooses it'],
  ])('is refused where a moment offers %s', (_, list, message) => {
    const moments = { 'moments/help.md': help.replace('[credit, points]', list) };
    expect(problemsWith(chosenSteps, moments)).toContainEqual(expect.stringContaining(message));
  });

  it('is called something in each language in which it is offered', () => {
    const french = `---
moment: help
because: Une panne.
question: Qu’est-ce qui vous aiderait ?
subject: Bonjour
---
Bonjour.
`;
    expect(problemsWith(chosenSteps, { 'moments/help.fr.md': french })).toEqual([
      expect.stringContaining('`credit` has no title in `fr`, which this moment speaks: give it one in gestures.yaml'),
    ]);
  });

  it('is missed by a warning in a language in which copy names what was given', () => {
    const french = `---
moment: welcome
because: Bonjour à vous.
subject: Bonjour
---
{{ gesture.title }}
`;
    const named = MOMENT.replace(
      'Your plan is {{ event.plan }}.',
      '{% if gesture.title %}{{ gesture.title }}{% endif %}',
    );
    const { warnings } = read(
      files('- give: { fits: failure }\n  given: [ { send: welcome } ]', {
        'moments/welcome.md': named,
        'moments/welcome.fr.md': french,
      }),
    );
    expect(warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('there is no title in `fr`, in which welcome names what was given'),
    );
  });

  it('leaves the name to the project where it is no kind', () => {
    expect(problemsWith(chosenSteps, { 'gestures.yaml': two.replace('  treat:', '  person:') })).toContainEqual(
      expect.stringContaining('`person` is what customers choose who would rather talk'),
    );
  });

  it.each([
    ['sent', ['send send-help', 'give give-help', 'send send-welcome']],
    ['unsent', ['send send-help', 'give give-help', 'task task-call']],
    ['silent', ['send send-help', 'give give-help', 'send alone']],
  ] as const)('goes its way when it is %s', async (answer, after) => {
    const { definitions, problems } = read(files(chosenSteps, more));
    expect(problems.filter(({ message }) => !message.includes('no journey sends'))).toEqual([]);
    const catalogue = compileCatalogue(definitions!);
    const machine = compileMachine(definitions!.journeys.onboarding!, catalogue);
    const { tasks } = await run(machine, input(), well({ 'give-help': answer }));
    expect(tasks).toEqual([...after, 'finish Finish']);
    expect(catalogue.journeys.onboarding?.steps['give-help']).toEqual({
      kind: 'give',
      chosen: 'help',
      within: 259_200,
    });
    expect(catalogue.moments.help).toMatchObject({ gestures: ['credit', 'points'], taps: true });
  });
});
