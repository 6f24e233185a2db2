import { describe, expect, it } from 'vitest';
import { policyAt } from '../../../language/compile/pace.ts';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { AGENT, compileSteps, POLICY, read, stepProblems, withSteps } from './fixture.ts';

const TEAMS = `${POLICY}teams: { support: { calls: 40 a day } }\n`;
const wrong = (steps: string, files: Record<string, string> = {}) =>
  stepProblems(steps, { ...AGENT, 'policy.yaml': TEAMS, ...files }).map((line) => line.replace(/^[^ ]+ /, ''));
const warningsOf = (steps: string, files: Record<string, string> = {}) =>
  read({ ...AGENT, 'policy.yaml': TEAMS, ...files, 'journeys/onboarding.yaml': withSteps(steps) })
    .warnings.map(formatProblem)
    .filter((line) => line.startsWith('journeys'));
const LETTER = {
  'moments/letter.md':
    '---\nmoment: letter\nchannels: [email]\nbecause: We could not call.\nsubject: Sorry\n---\nHello.\n',
};
const AWAITED = '- task: call\n  within: 2 days\n  undone: [ { send: welcome } ]';
const agentWith = (more: string) => {
  const [[file, text] = ['', '']] = Object.entries(AGENT).filter(([, each]) => each.includes('moment: call'));
  return { [file]: text.replace('moment: call\n', `moment: call\n${more}\n`) };
};

describe('teams', () => {
  it('have so many pieces of work a day', () => {
    expect(compileSteps(AWAITED, { 'policy.yaml': TEAMS }).catalogue.policy.teams).toEqual({ support: { calls: 40 } });
  });

  it('have hours, and need no number', () => {
    const teams = 'teams: { support: { hours: { from: "09:00", to: "17:00", days: [sat, sun] } }, field: {} }';
    const { policy } = compileSteps(AWAITED, { 'policy.yaml': `${POLICY}${teams}\n` }).catalogue;
    expect(policy.teams).toEqual({
      support: { hours: { from: '09:00', to: '17:00', days: ['sat', 'sun'] } },
      field: {},
    });
  });

  it('at a pace have no hours and no days off, and as much to do by the clock', () => {
    const teams =
      'workingDays: [mon]\nholidays: [2026-12-25]\nteams: { support: { calls: 40 a day, hours: { from: "09:00", to: "17:00" } } }';
    const { policy } = compileSteps(AWAITED, { 'policy.yaml': `${POLICY}${teams}\n` }).catalogue;
    const { workingDays, holidays, ...rest } = policyAt(policy, 60);
    expect(rest.teams).toEqual({ support: { calls: 40 } });
    expect([workingDays, holidays]).toEqual([['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], []]);
  });

  it.each([
    ['calls: 40 an hour', 'say how many a day'],
    ['calls: 40', 'a rate such as'],
    ['calls: 40 per day', '`40 per day` is not a rate'],
    ['hours: { from: "22:00", to: "06:00" }', 'the day of support ends at 06:00, before it begins at 22:00'],
    ['hours: { from: "09:00", to: "09:00" }', 'ends at 09:00, before it begins at 09:00'],
  ])('with %s are refused', (calls, message) => {
    const policy = `${POLICY}teams: { support: { ${calls} } }\n`;
    expect(wrong(AWAITED, { 'policy.yaml': policy }).join()).toContain(message);
  });

  it('that a moment names are there', () => {
    expect(wrong(AWAITED, agentWith('team: support'))).toEqual([]);
    expect(wrong(AWAITED, agentWith('team: suport'))).toEqual(['unknown team `suport`: did you mean `support`?']);
  });

  it('leave nobody without a word: what is not reached falls to something', () => {
    const [only, ...others] = warningsOf('- task: call');
    expect(only).toContain('what the team cannot reach in time stays on its list');
    expect(others).toEqual([]);
    expect(warningsOf('- task: call', { ...LETTER, ...agentWith('instead: letter') })).toEqual([]);
    expect(warningsOf('- task: call', agentWith('instead: later'))).toEqual([]);
    const waiting = warningsOf('- task: call\n  within: 2 days').join();
    expect(waiting).toContain('say under `undone` what its customer gets then, or `instead: later` in the moment');
    expect(waiting).not.toContain('within');
    expect(warningsOf('- task: call\n  within: 2 days', agentWith('instead: later'))).toEqual([]);
    expect(warningsOf(AWAITED)).toEqual([]);
  });

  it('of two, a moment that names none is of neither', () => {
    const two = `${POLICY}teams: { support: { calls: 40 a day }, field: { calls: 2 a day } }\n`;
    expect(warningsOf('- task: call', { 'policy.yaml': two })).toEqual([]);
    expect(warningsOf('- task: call', { 'policy.yaml': two, ...agentWith('team: field') }).join()).toContain(
      'what the team cannot',
    );
  });

  it('leave nobody without a word who is given work in place of a message', () => {
    const [[file, text] = ['', '']] = Object.entries(AGENT).filter(([, each]) => each.includes('moment: call'));
    const welcome =
      '---\nmoment: welcome\nchannels: [email]\nbecause: You signed up.\nsubject: Hello\nwhenNegative: { person: call }\n---\nHello.\n';
    const all = (call: string) =>
      read({
        ...AGENT,
        'policy.yaml': TEAMS,
        [file]: call,
        'moments/welcome.md': welcome,
        'journeys/onboarding.yaml': withSteps('- send: welcome'),
      })
        .warnings.map(formatProblem)
        .filter((line) => line.includes('nobody hears of it'));
    expect(all(text)).toHaveLength(1);
    expect(all(text.replace('moment: call\n', 'moment: call\ninstead: later\n'))).toEqual([]);
  });
});

describe('what stands for work that a team cannot reach', () => {
  it('is a journey that nobody has to write', () => {
    const { journeys } = compileSteps('- task: call', { ...LETTER, ...agentWith('instead: letter') }).catalogue;
    expect(journeys.unreached).toMatchObject({
      purpose: 'care',
      enter: { on: ['agent.task_unreached'], when: 'event.moment in ["call"]', per: 'event.task', again: 'always' },
      steps: { 'send-letter': { kind: 'send', moment: 'letter' } },
    });
    expect(compileSteps('- task: call', agentWith('instead: later')).catalogue.journeys.unreached).toBeUndefined();
  });

  it.each([
    ['instead: leter', 'there is no moment `leter`: did you mean `letter`?'],
    ['instead: call', '`call` is work for a person, too'],
  ])('%s is refused', (instead, message) => {
    expect(wrong('- task: call', { ...LETTER, ...agentWith(instead) }).join()).toContain(message);
  });

  it('is said of work alone, and not where a step waits', () => {
    expect(wrong(AWAITED, { ...LETTER, ...agentWith('instead: letter') }).join()).toContain(
      'this step waits: say here under `undone`',
    );
    expect(wrong(AWAITED, agentWith('instead: later'))).toEqual([]);
    const welcome =
      '---\nmoment: welcome\nchannels: [email]\nbecause: You signed up.\nsubject: Hello\ninstead: later\n---\nHello.\n';
    expect(wrong('- send: welcome', { 'moments/welcome.md': welcome }).join()).toContain(
      'this is for work for a person',
    );
  });
});
