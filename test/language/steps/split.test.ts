import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compileSteps, wrongWith } from '../read/fixture.ts';

describe('a split', () => {
  it.each([
    [
      'shares that are not 100',
      '- split: timing\n  arms: { a: { share: 50 }, b: { share: 49 } }',
      '9:5 the shares come to 99',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('takes the arm that was drawn', async () => {
    const { machine, journey, picture } = compileSteps(`- split: style
  arms:
    a: { share: 30, steps: [ { send: welcome } ] }
    b: { share: 30, steps: [ { send: question } ] }
    c: { share: 40 }`);
    const firstTask = async (arm: string) => (await run(machine, input({ arms: { style: arm } }), well())).tasks[0];
    expect([await firstTask('a'), await firstTask('b'), await firstTask('c')]).toEqual([
      'send send-welcome',
      'send send-question',
      'finish Finish',
    ]);
    expect(journey.splits).toEqual([
      {
        step: 'style',
        arms: [
          { name: 'a', share: 30 },
          { name: 'b', share: 30 },
          { name: 'c', share: 40 },
        ],
      },
    ]);
    expect(picture).toContain('s1 -- "c, 40 %" --> s4');
  });
});
