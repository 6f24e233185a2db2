import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { input, run, well } from '../compile/run.ts';
import { MOMENT, read } from '../read/fixture.ts';
import { files, gestures, wrong } from './give-fixture.ts';

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
    const giveStep = '- give: { fits: failure }\n  given: [ { send: welcome } ]';

    it('that says what was given stands where it was', () => {
      expect(wrong(giveStep, { 'moments/welcome.md': thanks })).toEqual([]);
      expect(wrong(`${giveStep}\n- send: welcome\n  id: later`, { 'moments/welcome.md': thanks })).toEqual([
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
      expect(wrong(`${giveStep}\n- send: welcome\n  id: later`, { 'moments/welcome.md': guarded })).toEqual([]);
    });

    it('prints its value where it has one in money or days, and asks first where it may have none', () => {
      const worth = thanks.replace('gesture.title', 'gesture.value');
      const points = gestures.replace('    days: 7\n', '    points: 7\n');
      const wants = (moment: string, kinds = gestures) =>
        wrong(giveStep, { 'moments/welcome.md': moment, 'gestures.yaml': kinds });
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
        wrong(giveStep, { 'moments/welcome.md': thanks.replace('gesture.title', `gesture.value | ${filter}`) }),
      ).toEqual([expect.stringContaining('prints numbers, and this is text')]),
    );

    it('knows its title and its value', () => {
      const cost = thanks.replace('gesture.title', 'gesture.titel');
      expect(wrong(giveStep, { 'moments/welcome.md': cost })).toEqual([
        expect.stringContaining('unknown `gesture.titel`: did you mean `gesture.title`?'),
      ]);
    });
  });

  const STEPS =
    '- give: { fits: failure, atMost: 20 EUR }\n  with: { ref: = event.plan }\n  given: [ { send: welcome } ]\n  none: [ { send: welcome, id: alone } ]';

  const compileSteps = (steps: string) => {
    const { definitions, problems } = read(files(steps));
    expect(problems).toEqual([]);
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
    const { machine } = compileSteps(STEPS);
    const { tasks } = await run(machine, input(), well({ 'give-failure': answer }));
    expect(tasks).toEqual(['give give-failure', ...after, 'finish Finish']);
  });

  it('has a way of its own for what nobody confirmed, where one is written', async () => {
    const { machine, journey } = compileSteps(`${STEPS}\n  unconfirmed: [ { send: welcome, id: unsure } ]`);
    const { tasks } = await run(machine, input(), well({ 'give-failure': 'unconfirmed' }));
    expect(tasks).toEqual(['give give-failure', 'send unsure', 'finish Finish']);
    expect(journey?.steps['give-failure']).toEqual({
      kind: 'give',
      fits: 'failure',
      atMost: 2000,
      with: { ref: '= event.plan' },
      unconfirmed: true,
    });
  });
});
