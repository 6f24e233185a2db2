import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { EVENTS, JOURNEY, MOMENT, POLICY, read, withSteps } from './fixture.ts';

const OPENS = `${EVENTS}
desk.opened: { customer: customerId, fields: { customerId: text, ticket: text }, opens: { kind: ticket, incident: ticket } }
desk.closed: { customer: customerId, fields: { customerId: text, ticket: text }, closes: { kind: ticket, incident: ticket } }
`;

describe('a warning', () => {
  it('has its place, and stops nothing', () => {
    const { definitions, problems, warnings } = read({ 'events.yaml': OPENS });
    expect(problems).toEqual([]);
    expect(definitions).toBeDefined();
    expect(warnings.map(formatProblem).filter((line) => line.startsWith('events'))).toEqual([
      expect.stringMatching(/^events\.yaml:\d+:1 warning: it opens an incident and has no `id`/),
    ]);
  });

  it('is not there where the event has a key of its own', () => {
    expect(
      read({
        'events.yaml': OPENS.replace('opened: {', 'opened: { id: ticket,'),
        'moments/welcome.md': MOMENT.replace(', inbox', ''),
      }).warnings,
    ).toEqual([]);
  });
});

describe('allowed words', () => {
  const warningsOf = (words: string): string[] =>
    read({
      'events.yaml': `${EVENTS}card.changed: { customer: customerId, fields: { customerId: text, card: ${words} } }\n`,
    })
      .warnings.map(formatProblem)
      .filter((line) => line.startsWith('events'));

  it('that differ in nothing but capital letters are two, where one would take both', () =>
    expect(warningsOf('[silver, gold, Gold]')).toEqual([
      expect.stringMatching(/^events\.yaml:\d+:\d+ warning: `gold` and `Gold` are kept apart, .* so keep one of them$/),
    ]));

  it('that differ in more are what they are', () => expect(warningsOf('[silver, gold]')).toEqual([]));
});

describe('a moment that goes where nothing is read', () => {
  const inbox = (channels: string, policy = '') =>
    read({
      'policy.yaml': `${POLICY}${policy}`,
      'moments/welcome.md': MOMENT.replace('channels: [email, inbox]', `channels: ${channels}`),
    }).warnings.map(formatProblem);
  const SAY = 'say `inbox: { keeps: 90 days }` in policy.yaml once your product shows it';

  it('is told of, at the channel', () => {
    expect(inbox('[email, inbox]')).toEqual([
      `moments/welcome.md:5:19 warning: nothing shows \`inbox\` to customers, so it reaches nobody there: ${SAY}, or leave it out`,
    ]);
    expect(inbox('[email]')).toEqual([]);
  });

  it('is never sent where it goes nowhere else', () => {
    expect(inbox('[inbox]')).toEqual([
      `moments/welcome.md:5:12 warning: it goes to \`inbox\` alone, which nothing shows to customers, so it is never sent: ${SAY}, or name another channel`,
    ]);
  });

  it('is as good as any other once policy says that a product shows it', () => {
    expect(inbox('[email, inbox]', 'inbox: { keeps: 90 days }\n')).toEqual([]);
  });
});

describe('a journey that hears what is opened', () => {
  const hears = (policy: string) =>
    read({
      'policy.yaml': `${POLICY}${policy}`,
      'journeys/onboarding.yaml': withSteps('- send: welcome\n- listen: message.clicked\n  within: 1 day\n'),
    })
      .warnings.map(formatProblem)
      .filter((line) => line.startsWith('journeys'));

  it('is told that nothing is measured, where nothing is', () => {
    expect(hears('')).toEqual([
      expect.stringMatching(
        /^journeys\/onboarding\.yaml:\d+:\d+ warning: `message\.clicked` never happens, since no link is counted: say `measure: clicks`/,
      ),
    ]);
    expect(hears('measure: clicks\n')).toEqual([]);
  });
});

describe('an event of ours in a journey that is entered again and again', () => {
  const OURS = EVENTS.replace('{ ours: true,', '{ ours: true, gesture: true,');
  const warningsOf = (enter: string, emit = '', policy = '') => {
    const head = `${JOURNEY.slice(0, JOURNEY.indexOf('enter:'))}enter: ${enter}\n`;
    const { problems, warnings } = read({
      'events.yaml': OURS,
      'policy.yaml': `${POLICY}${policy}`,
      'journeys/onboarding.yaml': withSteps(
        `- send: welcome\n- { emit: points.granted, with: { points: 5 }${emit} }`,
        head,
      ),
    });
    expect(problems).toEqual([]);
    return warnings.map(formatProblem).filter((line) => line.startsWith('journeys'));
  };
  const AGAIN = '{ on: customer.signed_up, again: always, per: event.plan }';

  it('needs a cap, since what comes in crowds makes as many of it', () => {
    expect(warningsOf(AGAIN)).toEqual([
      expect.stringMatching(
        /^journeys\/onboarding\.yaml:\d+:\d+ warning: customers enter again for each `event\.plan`, so `points\.granted` is sent as often/,
      ),
    ]);
    expect(warningsOf(AGAIN.replace('again: always, ', ''))).toHaveLength(1);
  });

  it('is right with a cap of its own, or of the policy, or where nobody enters again', () => {
    expect(warningsOf(AGAIN, ', cap: 1 per 14 days')).toEqual([]);
    expect(warningsOf(AGAIN, '', 'caps: { gestures: 1 per 14 days }\n')).toEqual([]);
    expect(warningsOf(AGAIN, '', 'caps: { emits: 3 per 1 day }\n')).toEqual([]);
    expect(warningsOf(AGAIN.replace('always', 'never'))).toEqual([]);
    expect(warningsOf('{ on: customer.signed_up }')).toEqual([]);
  });
});
