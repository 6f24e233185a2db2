import { describe, expect, it } from 'vitest';
import { compileSteps, EVENTS, JOURNEY, problems } from './fixture.ts';

const withDeclaration = (more: string) => `${EVENTS}service.down:
  customer: everyone
  sources: [acme.monitoring]
  fields: { failureId: text, plan: text, beta: { type: boolean, provenance: inferred, optional: true } }
  id: failureId
${more}`;
const wrong = (more: string, files: Record<string, string> = {}) =>
  problems({ 'events.yaml': withDeclaration(more), ...files }).map((line) => line.replace('events.yaml:', ''));

describe('an event about everyone', () => {
  it('is read, with whom it affects and how many are told in a second', () => {
    const { events } = compileSteps('- wait: 1 day', {
      'events.yaml': withDeclaration('  affects: customer.plan = event.plan\n  pace: 120 a minute\n'),
    }).catalogue;
    expect(events['service.down']).toMatchObject({
      everyone: { affects: 'customer.plan = event.plan', perSecond: 2 },
      sources: ['acme.monitoring'],
    });
  });

  it('tells 50 a second where it says nothing', () => {
    const { events } = compileSteps('- wait: 1 day', {
      'events.yaml': withDeclaration('  affects: customer.mood = "negative"\n'),
    }).catalogue;
    expect(events['service.down']?.everyone?.perSecond).toBe(50);
  });

  it('about a theme is about whoever asked for that, if it says no more', () => {
    const { events } = compileSteps('- wait: 1 day', { 'events.yaml': withDeclaration('  theme: plan\n') }).catalogue;
    expect(events['service.down']?.everyone).toEqual({ perSecond: 50 });
    expect(events['service.down']?.theme).toBe('plan');
    expect(Object.keys(events['service.down']?.fields ?? {})).toContain('saidAt');
  });

  it.each([
    ['no `affects`', '', 'whom of all is it about? Add such as `affects: customer.plan = "pro"`'],
    [
      'a customer who does it',
      '  affects: customer.plan = "solo"\n  by: customer\n',
      '`by` can be said of one customer only',
    ],
    [
      'an end of accounts',
      '  affects: customer.plan = "solo"\n  farewell: true\n',
      '`farewell` can be said of one customer only',
    ],
    [
      'words that somebody wrote',
      '  affects: customer.plan = "solo"\n  signal: [ { text: failureId, weight: 1 } ]\n',
      'nobody wrote or answered this: of everyone it can say a `value` only',
    ],
    [
      'too fast a pace',
      '  affects: customer.plan = "solo"\n  pace: 501 a second\n',
      'at most 500 a second can be told',
    ],
    [
      'a pace that is none',
      '  affects: customer.plan = "solo"\n  pace: 50 per second\n',
      '`50 per second` is not a rate',
    ],
    ['an attribute that is not there', '  affects: customer.plann = "solo"\n', 'did you mean `'],
    ['a field that is not there', '  affects: customer.plan = event.plans\n', 'did you mean `'],
    ['what is no condition', '  affects: customer.plan\n', 'a condition is true or false'],
    ['what was never heard', '  affects: heard.plan = "solo"\n', 'heard'],
    ['a comparison of unlike things', '  affects: customer.moodScore = event.plan\n', 'is compared with'],
  ])('with %s is refused', (_, more, message) => {
    expect(wrong(more)).toEqual([expect.stringContaining(message)]);
  });

  it('has to say who may send it', () => {
    const events = `${EVENTS}a.b: { customer: everyone, affects: customer.plan = "solo", fields: { a: text } }\n`;
    expect(problems({ 'events.yaml': events })).toEqual([expect.stringContaining('say who may, by the source')]);
  });

  it('alone says whom it affects', () => {
    const events = `${EVENTS}a.b: { customer: a, affects: customer.plan = "solo", pace: 5 a second, fields: { a: text } }\n`;
    expect(problems({ 'events.yaml': events })).toEqual([
      expect.stringContaining('`affects` is of an event about many'),
      expect.stringContaining('`pace` is of an event about many'),
    ]);
  });
});

describe('whom an event about everyone chooses', () => {
  const entering = JOURNEY.replace('on: customer.signed_up', 'on: service.down').replaceAll(
    '  again: after 90 days\n',
    '',
  );
  const files = { 'journeys/onboarding.yaml': entering, 'moments/welcome.md': welcome() };
  function welcome(front = ''): string {
    return `---\nmoment: welcome\ntopic: start\nchannels: [email]\n${front}because: You joined.\nsubject: Welcome\n---\nHello.\n`;
  }

  it('by what they told us, needs no word', () => {
    expect(wrong('  affects: customer.plan = event.plan\n', files)).toEqual([]);
  });

  it.each([
    ['customer.employer = "Acme"', '`customer.employer` chooses who gets `welcome`, and is `third-party`'],
    ['event.beta = true', '`event.beta` chooses who gets `welcome`, and is `inferred`'],
  ])('by what they did not (%s), needs a word in each moment that follows', (affects, message) => {
    const more = `  affects: ${affects}\n`;
    const [first, ...others] = wrong(more, files);
    expect(first).toContain(message);
    expect(others).toHaveLength(1);
    const uses = welcome('uses: { employer: why we may, beta: why we may }\n');
    expect(wrong(more, { ...files, 'moments/welcome.md': uses }).join()).not.toContain('chooses who gets');
  });
});
