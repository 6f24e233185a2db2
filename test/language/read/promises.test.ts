import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { POLICY, problems, read, withSteps } from './fixture.ts';

const LISTED = `${POLICY}holidays: [2026-12-25]
copy:
  promises:
    en: [ "within a day", "we will call", "within * working day*" ]
    de: [ "innerhalb von * stunden", "wir melden uns" ]
`;

const moment = (front: string, body = 'Hello.', channels = '[email, sms]') =>
  `---\nmoment: welcome\npurpose: care\ntopic: start\nchannels: ${channels}\n${front}because: You joined.\nsubject: Hello\n---\n${body}\n`;

const wrong = (front: string, body?: string, more = {}) =>
  problems({ 'policy.yaml': LISTED, 'moments/welcome.md': moment(front, body), ...more });

const KEPT = 'promises: { within: 1 working day, kept: { on: feedback.received } }\n';

describe('what a moment promises', () => {
  it('is read with its time, its events and the fields that tell which', () => {
    const front =
      'promises: { within: 1 working day, kept: [ { on: renewal.done, where: heard.subscriptionId = event.plan }, { on: feedback.received } ] }\n';
    const { definitions } = read({ 'policy.yaml': LISTED, 'moments/welcome.md': moment(front) });
    const { moments, journeys, events, policy } = compileCatalogue(definitions!);
    expect(moments.welcome?.promises).toEqual({
      within: { workingDays: 1 },
      kept: [{ on: 'renewal.done', where: 'heard.subscriptionId = event.plan' }, { on: 'feedback.received' }],
      fields: ['plan'],
    });
    expect(journeys.onboarding?.fields).toContain('plan');
    expect(events['renewal.done']).toMatchObject({ awaited: true, kept: ['subscriptionId'] });
    expect(policy.holidays).toEqual(['2026-12-25']);
  });

  it('is as much shorter as the pace, and then every day is a working day', () => {
    const { definitions } = read({ 'policy.yaml': LISTED, 'moments/welcome.md': moment(KEPT) });
    expect(compileCatalogue(definitions!, { pace: 1440 }).moments.welcome?.promises?.within).toBe(60);
  });

  it.each([
    ['within: soon, kept: { on: feedback.received }', 'a time such as `1 working day`'],
    ['within: 0 days, kept: { on: feedback.received }', 'more than nothing, and at most 60 days'],
    ['within: 90 days, kept: { on: feedback.received }', 'more than nothing, and at most 60 days'],
    ['within: 1 day, kept: { on: feedback.recieved }', 'unknown event `feedback.recieved`: did you mean'],
    ['within: 1 day, kept: { on: renewal.done, where: heard.plan = "x" }', 'unknown `heard.plan`'],
    ['within: 1 day, kept: { on: renewal.done, where: event.nothing = "x" }', 'unknown `event.nothing`'],
    ['within: 1 day', '`kept` is missing: the event by which it is kept'],
  ])('as { %s } is refused', (fields, message) => {
    expect(wrong(`promises: { ${fields} }\n`)).toEqual([expect.stringContaining(message)]);
  });

  it('is made to customers, and not to colleagues', () => {
    const files = {
      'moments/welcome.md': moment(KEPT, 'Hello.', '[agent]'),
      'journeys/onboarding.yaml': withSteps('- task: welcome'),
    };
    expect(problems(files)).toEqual([expect.stringContaining('what customers are promised stands in what they read')]);
  });

  it('is not made again to whom a promise was broken', () => {
    const head = 'journey: onboarding\ntitle: Sorry\npurpose: care\nenter: { on: promise.broken }\n';
    const files = { 'journeys/onboarding.yaml': withSteps('- send: welcome', head) };
    expect(wrong(KEPT, 'Hello.', files)).toEqual([expect.stringContaining('keep that one before you make another')]);
  });
});

describe('words that promise', () => {
  it.each(['We will call you.', 'You hear from us within a day.', 'Within one working day we know more.'])(
    'are found: %s',
    (body) => {
      expect(wrong('', body)).toEqual([
        expect.stringMatching(/^moments\/welcome\.md:9:\d+ `.+` promises something \(policy\.yaml has/),
      ]);
    },
  );

  it('are found in the language of the copy', () => {
    const german =
      '---\nmoment: welcome\nbecause: Sie sind neu.\nsubject: Hallo\n---\nWir melden uns innerhalb von 24 Stunden.\n';
    expect(wrong('', 'Hello.', { 'moments/welcome.de.md': german })).toEqual([
      expect.stringContaining('copy.promises.de'),
    ]);
  });

  it('are found in what a step gives', () => {
    const steps = withSteps('- send: welcome\n  with: { note: we will call you }');
    const body = 'Hello {% if with.note %}{{ with.note }}{% endif %}';
    expect(wrong('', body, { 'journeys/onboarding.yaml': steps })).toEqual([
      expect.stringMatching(/^journeys\/onboarding\.yaml.*promises something/),
    ]);
  });

  it('are said by who says by which event they are kept', () => {
    expect(wrong(KEPT, 'We will call you.')).toEqual([]);
  });

  it('are none where the moment says why, if there are any', () => {
    const none = 'promises: { none: The next step of the journey does it. }\n';
    expect(wrong(none, 'We will call you.')).toEqual([]);
    expect(wrong(none, 'Hello.')).toEqual([expect.stringContaining('nothing here that sounds like a promise')]);
  });
});
