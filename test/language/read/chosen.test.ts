import { describe, expect, it } from 'vitest';
import { AGENT, compileSteps, EVENTS, JOURNEY, moment, problems, stepProblems } from './fixture.ts';

const SCORED = `${EVENTS}churn.scored: { customer: customerId, fields: { customerId: text, risk: { type: number, provenance: inferred } } }
bereavement.noted: { customer: customerId, sensitive: true, fields: { customerId: text } }
hardship.noted: { customer: customerId, fields: { customerId: text, arrears: { type: text, sensitive: true } }, sets: { arrears: arrears } }
`;
const FILES = { 'events.yaml': SCORED, ...AGENT };
const wrong = (steps: string, files: Record<string, string> = {}) =>
  stepProblems(steps, { ...FILES, ...files }).map((line) => line.replace('journeys/onboarding.yaml:', ''));
const entering = (on: string) =>
  JOURNEY.replace('on: customer.signed_up', on).replaceAll('  again: after 90 days\n', '');
const PLAIN = { 'moments/welcome.md': PLAIN_WELCOME() };
const EMPLOYER = '`customer.employer` chooses who gets `welcome`, and is `third-party`';
const choose = (when: string, steps: string, more = '') => `- choose: [ { when: ${when}, steps: ${steps} }${more} ]`;

function PLAIN_WELCOME(front = ''): string {
  return `---\nmoment: welcome\ntopic: start\nchannels: [email]\n${front}because: You joined.\nsubject: Welcome\n---\nHello.\n`;
}

describe('a fact that customers did not share', () => {
  it.each([
    ['chooses a branch', choose('customer.employer = "Acme"', '[ { send: welcome } ]')],
    [
      'is what the others are not',
      choose('customer.employer = "Acme"', '[]', ', { otherwise: [ { send: welcome } ] }'),
    ],
    ['lets others leave', `${choose('customer.employer = "Acme"', '[ { exit: true } ]')}\n- send: welcome`],
    [
      'lets others leave further in',
      `${choose('customer.employer = "Acme"', '[ { choose: [ { when: customer.plan = "solo", steps: [ { exit: true } ] } ] } ]')}\n- send: welcome`,
    ],
    ['keeps it from others', '- send: welcome\n  unless: { on: renewal.done, where: customer.employer = "Acme" }'],
    [
      'decides what is heard',
      '- listen: renewal.done\n  where: customer.employer = "Acme"\n  within: 1 day\n  silent: [ { send: welcome } ]',
    ],
  ])('needs a word where it %s', (_, steps) => {
    expect(wrong(steps)).toEqual([expect.stringContaining(EMPLOYER)]);
    const files = {
      'moments/welcome.md': PLAIN_WELCOME('uses: { employer: our partner sells to companies like yours }\n'),
    };
    expect(wrong(steps, files)).toEqual([]);
  });

  it('is no matter where the ways meet again, or for what a step gives', () => {
    expect(wrong(`${choose('customer.employer = "Acme"', '[ { wait: 1 day } ]')}\n- send: welcome`)).toEqual([]);
    expect(wrong('- send: welcome\n  with:\n    gift: = $exists(customer.employer)')).toEqual([]);
  });

  it('needs a word where customers enter by it', () => {
    const journey = entering('on: churn.scored\n  when: event.risk > 0.5');
    expect(problems({ ...FILES, ...PLAIN, 'journeys/onboarding.yaml': journey })).toEqual([
      expect.stringContaining('`event.risk` chooses who gets `welcome`, and is `inferred`'),
      expect.stringContaining('`event.risk` chooses who gets `welcome`'),
    ]);
  });

  it('needs a word on work for a person, too', () => {
    expect(wrong(choose('customer.employer = "Acme"', '[ { task: call } ]'))).toEqual([
      expect.stringContaining('`customer.employer` chooses who gets `call`'),
    ]);
  });

  it('is looked at by the gate where an attribute has another source, too', () => {
    const events = SCORED.replace(
      'plan: { type: [solo, team] }',
      'plan: { type: [solo, team] }\n    employer: { type: text, provenance: stated, optional: true }',
    ).replace('since: at', 'since: at, employer: employer');
    const steps = choose('customer.employer = "Acme"', '[ { send: welcome } ]');
    const { journey } = compileSteps(steps, { ...FILES, 'events.yaml': events });
    expect(journey.steps['send-welcome']).toMatchObject({ chosenBy: ['customer.employer'] });
  });

  it('has to choose or to be read where a moment gives a reason for it', () => {
    const files = { 'moments/welcome.md': PLAIN_WELCOME('uses: { employer: it helps }\n') };
    expect(wrong('- send: welcome', files)).toEqual([
      expect.stringContaining('neither does the copy read `employer`, nor does it choose who gets this'),
    ]);
  });
});

describe('what is sensitive', () => {
  const OFFER = moment('offer', 'channels: [email]\npurpose: promotional\ntopic: tips\nsubject: Look');
  const HELP = moment('help', 'channels: [email]\npurpose: care\nsubject: We are here');
  const all = { ...FILES, ...PLAIN, ...OFFER, ...HELP };
  const sensitiveMatcher = (name: string, sent = 'welcome') =>
    expect.stringContaining(`\`${name}\` is sensitive, and \`${sent}\`, which follows it, is relationship: only care`);

  it('is followed by care alone where customers enter by it', () => {
    const journey = entering('on: bereavement.noted');
    expect(problems({ ...all, 'journeys/onboarding.yaml': journey })).toEqual([
      sensitiveMatcher('bereavement.noted'),
      sensitiveMatcher('bereavement.noted'),
    ]);
    const care = journey.replaceAll('send: welcome', 'send: help');
    expect(problems({ ...all, 'journeys/onboarding.yaml': care })).toEqual([]);
  });

  it.each([
    ['is heard', '- listen: bereavement.noted\n  within: 1 day\n  heard: [ { send: welcome } ]', 'bereavement.noted'],
    ['is asked for', choose('$exists(customer.arrears)', '[ { send: welcome } ]'), 'customer.arrears'],
  ])('is followed by care alone where it %s', (_, steps, name) => {
    expect(wrong(steps, PLAIN)).toEqual([sensitiveMatcher(name)]);
    expect(wrong(steps.replace('welcome', 'help'), { ...PLAIN, ...HELP })).toEqual([]);
    expect(wrong(steps.replace('send: welcome', 'task: call'), PLAIN)).toEqual([]);
  });

  it('lets a customer leave for last words of care alone', () => {
    const exits = `${JOURNEY}exit:\n  - on: bereavement.noted\n    steps: [ { send: help } ]\n`;
    expect(inJourneyWith(exits)).toEqual([]);
    expect(inJourneyWith(exits.replace('{ send: help }', '{ send: welcome }'))).toEqual([
      sensitiveMatcher('bereavement.noted'),
    ]);
  });

  const inJourneyWith = (journey: string) => problems({ ...all, 'journeys/onboarding.yaml': journey });
});
