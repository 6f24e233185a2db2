import { describe, expect, it } from 'vitest';
import { JOURNEY, problems, read, withSteps } from '../read/fixture.ts';

const HEAD = JOURNEY.slice(0, JOURNEY.indexOf('steps:'));
const renaming = (renamed: string, steps = '- send: welcome\n- wait: 1 day\n- exit: true') => ({
  'journeys/onboarding.yaml': withSteps(steps, `${HEAD}renamed: ${renamed}\n`),
});

describe('renamed steps', () => {
  it('are kept for who stands at the old one', () => {
    const { definitions } = read(renaming('{ hello: send-welcome, pause: wait }'));
    expect(definitions?.journeys.onboarding?.renamed).toEqual({ hello: 'send-welcome', pause: 'wait' });
  });

  it.each([
    ['lead nowhere', '{ hello: send-welcom }', '7:19 there is no step `send-welcom`: did you mean `send-welcome`?'],
    ['lead to where nobody stands', '{ hello: exit }', '7:19 nobody can stand at `exit`'],
    ['are there still', '{ wait: send-welcome }', '7:12 there is a step `wait`: only an id that is gone'],
    ['are renamed again', '{ a: b, b: wait }', '7:15 `b` is renamed itself: write `a: wait`'],
  ])('are refused where they %s', (_, renamed, message) => {
    expect(problems(renaming(renamed))).toEqual([expect.stringContaining(`onboarding.yaml:${message}`)]);
  });
});
