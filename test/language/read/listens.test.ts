import { expect, it } from 'vitest';
import type { JourneyDefinition, Step } from '../../../language/catalogue/definition.ts';
import type { MomentFile } from '../../../language/read/copy/moments.ts';
import { checkListens } from '../../../language/read/journeys/check-listens.ts';
import { readYaml } from '../../../language/read/yaml/source.ts';

/** How often a moment is looked up to check a journey that sends one and listens so often for its answer. */
const looksFor = (listens: number): number => {
  const steps: Step[] = [
    { kind: 'send', id: 'ask', moment: 'question', unsent: [] },
    ...Array.from(
      { length: listens },
      (_, place): Step => ({
        kind: 'listen',
        id: `hear-${place}`,
        on: ['feedback.received'],
        answers: { moment: 'question', asks: 'nps' },
        within: 60,
        heard: [],
        silent: [],
      }),
    ),
  ];
  const journey: JourneyDefinition = {
    id: 'hello',
    title: 'Hello',
    purpose: 'care',
    enter: { on: ['start'], again: 'never' },
    exits: [],
    holdout: 0,
    mutes: {},
    renamed: {},
    steps,
  };
  let looks = 0;
  class Moments extends Map<string, MomentFile> {
    override get(id: string): MomentFile | undefined {
      looks++;
      return super.get(id);
    }
  }
  const source = readYaml({ path: 'journeys/hello.yaml', text: '' }, []);
  const places = new Map(steps.map((step, place) => [step, ['steps', place]]));
  checkListens({ source, journey, places, whole: true }, { moments: new Moments(), circles: new Set() });
  return looks;
};

it('what a journey has sent is worked out once for all steps that listen for answers', () =>
  expect(looksFor(20)).toBe(looksFor(1)));
