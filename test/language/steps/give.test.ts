import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { input, run, well } from '../compile/run.ts';
import { EVENTS, MOMENT, problems, read, withSteps } from '../read/fixture.ts';

const events = `${EVENTS}credit.granted: { ours: true, gesture: true, fields: { days: number, ref: { type: text, optional: true }, note: { type: text, optional: true } } }
credit.applied: { customer: customerId, fields: { customerId: text, gesture: { type: text, optional: true } } }
`;
const gestures = `currency: EUR
gestures:
  credit:
    title: 7 days free
    days: 7
    cost: 7 EUR
    by: [journeys]
    fits: [failure]
    emit: credit.granted
    with: { days: 7 }
    confirmed: { on: credit.applied, within: 1 hour }
  treat:
    title: A treat
    by: [agents]
    fits: [birthday]
    emit: credit.granted
    with: { days: 1 }
`;

const files = (steps: string, more: Record<string, string | null> = {}) => ({
  'events.yaml': events,
  'gestures.yaml': gestures,
  'journeys/onboarding.yaml': withSteps(steps),
  ...more,
});

const wrong = (steps: string, more: Record<string, string | null> = {}) => problems(files(steps, more));

describe('a step that gives', () => {
  it.each([
    ['an unknown word', '- give: { fits: failur }', 'no gesture fits `failur`: did you mean `failure`?'],
    ['what journeys may not give', '- give: { fits: birthday }', '`treat`: journeys may not give it'],
    ['another currency', '- give: { fits: failure, atMost: 20 GBP }', 'gestures.yaml is in EUR, and this is in GBP'],
    ['less than each costs', '- give: { fits: failure, atMost: 1 EUR }', 'each of `credit` costs more than this'],
    [
      'a field that no event has',
      '- give: { fits: failure }\n  with: { rf: a }',
      'no event of `credit` has a field `rf`: did you mean `ref`?',
    ],
    [
      'a field that every gesture has by itself',
      '- give: { fits: failure }\n  with: { ref: a, gesture: b }',
      'every gesture carries `gesture` by itself',
    ],
    ['a field of a wrong type', '- give: { fits: failure }\n  with: { ref: 3 }', 'expected text, found 3'],
  ])('refuses %s', (_, steps, message) => expect(wrong(steps)).toEqual([expect.stringContaining(message)]));

  it('needs a gestures.yaml', () => {
    expect(wrong('- give: { fits: failure }', { 'gestures.yaml': null })).toEqual([
      expect.stringContaining('there is no gestures.yaml, which says what may be given'),
    ]);
  });

  it('needs all that the event of each kind needs', () => {
    const without = gestures.replace('    with: { days: 7 }\n', '');
    expect(wrong('- give: { fits: failure }', { 'gestures.yaml': without })).toEqual([
      expect.stringContaining('`credit.granted` of credit needs `days`: give it under `with`'),
    ]);
    expect(wrong('- give: { fits: failure }\n  with: { days: 3 }', { 'gestures.yaml': without })).toEqual([]);
  });

  describe('and copy', () => {
    const thanks = MOMENT.replace('Your plan is {{ event.plan }}.', 'You have {{ gesture.title }}.');
    const given = '- give: { fits: failure }\n  given: [ { send: welcome } ]';

    it('that says what was given stands where it was', () => {
      expect(wrong(given, { 'moments/welcome.md': thanks })).toEqual([]);
      expect(wrong(`${given}\n- send: welcome\n  id: later`, { 'moments/welcome.md': thanks })).toEqual([
        expect.stringContaining('nothing may have been given there: send it under `given:`'),
      ]);
      const none = '- give: { fits: failure }\n  none: [ { send: welcome } ]';
      expect(wrong(none, { 'moments/welcome.md': thanks })).toEqual([
        expect.stringContaining('nothing may have been given there'),
      ]);
    });

    it('may ask first', () => {
      const guarded = thanks
        .replace('You have', '{% if gesture.title %}You have')
        .replace('gesture.title }}.', 'gesture.title }}.{% endif %}');
      expect(wrong(`${given}\n- send: welcome\n  id: later`, { 'moments/welcome.md': guarded })).toEqual([]);
    });

    it('prints its value where it has one in money or days, and asks first where it may have none', () => {
      const worth = thanks.replace('gesture.title', 'gesture.value');
      const points = gestures.replace('    days: 7\n', '    points: 7\n');
      const wants = (moment: string, kinds = gestures) =>
        wrong(given, { 'moments/welcome.md': moment, 'gestures.yaml': kinds });
      expect(wants(worth)).toEqual([]);
      expect(wants(worth, points)).toEqual([
        'moments/welcome.md:9:13 `gesture.value` may be missing: `credit` is worth neither money nor days. Print `gesture.title`, or put it inside {% if gesture.value %}…{% endif %}',
      ]);
      expect(wants(worth, gestures.replace('    days: 7\n', ''))).toHaveLength(1);
      expect(
        wants(worth.replace('{{ gesture.value }}', '{% if gesture.value %}{{ gesture.value }}{% endif %}'), points),
      ).toEqual([]);
    });

    it.each(['money: "EUR"', 'number'])('is no number for %s', (filter) =>
      expect(
        wrong(given, { 'moments/welcome.md': thanks.replace('gesture.title', `gesture.value | ${filter}`) }),
      ).toEqual([expect.stringContaining('prints numbers, and this is text')]),
    );

    it('knows its title and its value', () => {
      const cost = thanks.replace('gesture.title', 'gesture.titel');
      expect(wrong(given, { 'moments/welcome.md': cost })).toEqual([
        expect.stringContaining('unknown `gesture.titel`: did you mean `gesture.title`?'),
      ]);
    });
  });

  const STEPS =
    '- give: { fits: failure, atMost: 20 EUR }\n  with: { ref: = event.plan }\n  given: [ { send: welcome } ]\n  none: [ { send: welcome, id: alone } ]';

  const compiled = (steps: string) => {
    const { definitions, problems: found } = read(files(steps));
    expect(found).toEqual([]);
    const catalogue = compileCatalogue(definitions!);
    return {
      machine: compileMachine(definitions!.journeys.onboarding!, catalogue),
      journey: catalogue.journeys.onboarding,
    };
  };

  it.each([
    ['sent', ['send send-welcome']],
    ['unsent', ['send alone']],
    ['withheld', []],
  ] as const)('goes its way when it is %s', async (answer, after) => {
    const { machine } = compiled(STEPS);
    const { asked } = await run(machine, input(), well({ 'give-failure': answer }));
    expect(asked).toEqual(['give give-failure', ...after, 'finish Finish']);
  });

  it('has a way of its own for what nobody confirmed, where one is written', async () => {
    const { machine, journey } = compiled(`${STEPS}\n  unconfirmed: [ { send: welcome, id: unsure } ]`);
    const { asked } = await run(machine, input(), well({ 'give-failure': 'unconfirmed' }));
    expect(asked).toEqual(['give give-failure', 'send unsure', 'finish Finish']);
    expect(journey?.steps['give-failure']).toEqual({
      kind: 'give',
      fits: 'failure',
      atMost: 2000,
      with: { ref: '= event.plan' },
      unconfirmed: true,
    });
  });

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
    const chosen = `- send: help
- give: { chosen: help, within: 3 days }
  given: [ { send: welcome } ]
  none: [ { task: call } ]
  unchosen: [ { send: welcome, id: alone } ]`;
    const more = { 'gestures.yaml': two, 'moments/help.md': help, 'moments/call.md': call };
    const said = (steps: string, others: Record<string, string> = {}) => wrong(steps, { ...more, ...others });

    it('is given by a step that names the moment which offered it', () => {
      expect(said(chosen)).toEqual([]);
    });

    it.each([
      ['both ways at once', chosen.replace('{ chosen', '{ fits: failure, chosen'), 'one of the two'],
      ['neither way', chosen.replace('chosen: help, ', ''), 'one of the two'],
      ['no time to choose', chosen.replace(', within: 3 days', ''), 'say how long they may choose: `within: 3 days`'],
      [
        'more time than links are good for',
        chosen.replace('3 days', '31 days'),
        'links of messages are good for 30 days',
      ],
      [
        'a limit of what the journey would choose',
        chosen.replace('within', 'atMost: 5 EUR, within'),
        '`atMost` is of what a journey chooses',
      ],
      [
        'nobody for whom nothing is left',
        chosen.replace('{ task: call }', '{ send: welcome, id: none }'),
        '`none:` needs a `task`',
      ],
      [
        'a moment that is not there',
        chosen.replace('chosen: help', 'chosen: hlp'),
        'unknown moment `hlp`: did you mean `help`?',
      ],
      [
        'a moment that offers nothing',
        chosen.replace('chosen: help', 'chosen: welcome'),
        '`welcome` offers no gestures',
      ],
      [
        'a moment that is not sent',
        chosen.replace('- send: help\n', ''),
        'nothing in this journey sends `help`, so nobody can choose',
      ],
      [
        'what only customers need, where the journey chooses',
        '- give: { fits: failure, within: 3 days }\n  unchosen: [ { send: welcome } ]',
        '`within` is of what the customer chooses',
      ],
      ['a field of a wrong type', chosen.replace('  given', '  with: { ref: 3 }\n  given'), 'expected text, found 3'],
    ])('refuses %s', (_, steps, message) => expect(said(steps)).toContainEqual(expect.stringContaining(message)));

    it.each([
      ['an unknown kind', '[credit, point]', 'gestures.yaml has no `point`: did you mean `points`?'],
      ['a kind twice', '[credit, credit]', '`credit` is there twice'],
      ['one alone', '[credit]', 'at least two gestures to choose from'],
      [
        'what journeys may not give',
        '[credit, treat]',
        'journeys may not give `treat`, also where somebody chooses it',
      ],
    ])('is refused where a moment offers %s', (_, listed, message) => {
      const moments = { 'moments/help.md': help.replace('[credit, points]', listed) };
      expect(said(chosen, moments)).toContainEqual(expect.stringContaining(message));
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
      expect(said(chosen, { 'moments/help.fr.md': french })).toEqual([
        expect.stringContaining(
          '`credit` has no title in `fr`, which this moment speaks: give it one in gestures.yaml',
        ),
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
      expect(said(chosen, { 'gestures.yaml': two.replace('  treat:', '  person:') })).toContainEqual(
        expect.stringContaining('`person` is what customers choose who would rather talk'),
      );
    });

    it.each([
      ['sent', ['send send-help', 'give give-help', 'send send-welcome']],
      ['unsent', ['send send-help', 'give give-help', 'task task-call']],
      ['silent', ['send send-help', 'give give-help', 'send alone']],
    ] as const)('goes its way when it is %s', async (answer, after) => {
      const { definitions, problems: found } = read(files(chosen, more));
      expect(found.filter(({ message }) => !message.includes('no journey sends'))).toEqual([]);
      const catalogue = compileCatalogue(definitions!);
      const machine = compileMachine(definitions!.journeys.onboarding!, catalogue);
      const { asked } = await run(machine, input(), well({ 'give-help': answer }));
      expect(asked).toEqual([...after, 'finish Finish']);
      expect(catalogue.journeys.onboarding?.steps['give-help']).toEqual({
        kind: 'give',
        chosen: 'help',
        within: 259_200,
      });
      expect(catalogue.moments.help).toMatchObject({ gestures: ['credit', 'points'], taps: true });
    });
  });
});
