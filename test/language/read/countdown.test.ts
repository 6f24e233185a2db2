import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { AGENT, EVENTS, moment, read, withSteps, wrongWith } from './fixture.ts';

const UNTIL = 'wait: { until: customer.since, offset: 3 days }';
const countdownAt = (line: number) =>
  expect.stringMatching(
    new RegExp(`^${line}:\\d+ the date may have passed when somebody comes here, and \`welcome\` would`),
  );

describe('a wait for a date that may have passed', () => {
  it.each([
    ['is followed by a send', `- ${UNTIL}\n- send: welcome`, 8],
    ['has something to do only where the date comes', `- ${UNTIL}\n  reached: [ { wait: 1 day } ]\n- send: welcome`, 8],
    [
      'is the last of an arm that a send follows',
      `- split: when\n  arms:\n    a: { share: 50, steps: [ { ${UNTIL} } ] }\n    b: { share: 50, steps: [ { wait: 1 day } ] }\n- send: welcome`,
      10,
    ],
  ])('needs a word where it %s', (_, steps, line) => {
    expect(wrongWith(steps)).toEqual([countdownAt(line)]);
  });

  it('needs one for each of a countdown', () => {
    expect(wrongWith(`- ${UNTIL}\n- send: welcome\n- ${UNTIL}\n- send: welcome`)).toEqual([
      countdownAt(8),
      countdownAt(10),
    ]);
  });

  it.each([
    ['it sends only where the date comes', `- ${UNTIL}\n  reached: [ { send: welcome } ]`],
    ['it says what to do else', `- ${UNTIL}\n  past: [ { exit: true } ]\n- send: welcome`],
    ['it says that this is meant', `- ${UNTIL}\n  past: []\n- send: welcome`],
    ['somebody waits before it sends', `- ${UNTIL}\n- wait: 1 day\n- send: welcome`],
    ['a person sees to it', `- ${UNTIL}\n- task: call`],
    [
      'it decides before it sends',
      `- ${UNTIL}\n- choose: [ { when: event.at < customer.since, steps: [ { send: welcome } ] } ]`,
    ],
    ['the date is after the event itself', '- wait: { until: event.at, offset: 2 days }\n- send: welcome'],
  ])('needs none where %s', (_, steps) => expect(wrongWith(steps)).toEqual([]));
});

const PROMO = 'channels: [email]\npurpose: promotional\ntopic: tips\nsubject: Look';
const OFFERS = { ...moment('offer', PROMO), ...moment('again', `${PROMO}\ncap: 1 per 30 days`), ...AGENT };
const warningsOf = (steps: string) => {
  const { problems, warnings } = read({
    ...OFFERS,
    'events.yaml': EVENTS,
    'journeys/onboarding.yaml': withSteps(steps),
  });
  expect(problems).toEqual([]);
  return warnings
    .filter(({ file }) => file.startsWith('journeys'))
    .map((warning) =>
      formatProblem(warning)
        .replace(/^.*?warning: /, '')
        .replace(/ is held.*$/, ''),
    );
};

describe('a cap that never lets two messages through', () => {
  it.each([
    ['that come at once', '- send: offer\n- send: again', ['`again` comes within 0 seconds of `offer` and']],
    [
      'with a wait between them that is too short',
      '- send: offer\n- wait: 4 days\n- send: again',
      ['`again` comes within 4 days of `offer` and'],
    ],
    [
      'on whatever way',
      '- send: offer\n- choose: [ { when: customer.nps > 8, steps: [ { wait: 1 day } ] } ]\n- send: again',
      ['`again` comes within 1 day of `offer` and'],
    ],
    [
      'of one kind, by its own cap',
      '- send: again\n- wait: 20 days\n- send: again',
      ['`again` comes within 20 days of `again` and'],
    ],
    [
      'of a loop',
      '- repeat: { every: 2 days, atMost: 3 }\n  steps: [ { send: offer } ]',
      ['`offer` comes within 2 days of `offer` and'],
    ],
  ])('is told of two %s', (_, steps, warnings) => expect(warningsOf(steps)).toEqual(warnings));

  it.each([
    ['far enough apart', '- send: offer\n- wait: 5 days\n- send: again'],
    [
      'far enough apart on one way',
      '- send: offer\n- choose: [ { when: customer.nps > 8, steps: [ { wait: 9 days } ] } ]\n- send: again',
    ],
    [
      'with a date between them',
      '- send: offer\n- wait: { until: customer.since, offset: 1 day }\n  past: []\n- send: again',
    ],
    [
      'never both on one way',
      '- choose: [ { when: customer.nps > 8, steps: [ { send: offer } ] }, { otherwise: [ { send: again } ] } ]',
    ],
    ['of different purposes', '- send: offer\n- send: welcome'],
    ['in a slow loop', '- repeat: { every: 8 days, atMost: 3 }\n  steps: [ { send: offer } ]'],
  ])('is not told of two that are %s', (_, steps) => expect(warningsOf(steps)).toEqual([]));
});
