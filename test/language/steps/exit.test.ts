import { describe, expect, it } from 'vitest';
import { wrongWith } from '../read/fixture.ts';

describe('an exit', () => {
  it.each([
    ['a step after an exit', '- exit: true\n- send: welcome', '9:5 `send-welcome` is never reached'],
    [
      'a step after a choice of exits',
      '- choose: [ { when: event.plan = "solo", steps: [ { exit: true } ] }, { otherwise: [ { exit: true } ] } ]\n- wait: 1 day',
      '9:5 `wait` is never reached',
    ],
    [
      'a step after a split of exits',
      '- split: s\n  arms: { a: { share: 100, steps: [ { exit: true } ] } }\n- wait: 1 day',
      '10:5 `wait` is never reached',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('has what is never reached said once', () => {
    expect(wrongWith('- exit: true\n- exit: true\n- send: welcome')).toHaveLength(1);
  });
});
