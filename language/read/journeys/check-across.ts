import type { Step } from '../../catalogue/definition.ts';
import type { Purpose } from '../../catalogue/kind.ts';
import { isSocial } from '../../catalogue/purpose.ts';
import { circleFrom } from './circle.ts';
import type { Use } from './flow-state.ts';
import type { JourneyFile } from './journey-file.ts';
import { type Reacting, reachedFrom } from './reactions.ts';

type Journeys = ReadonlyMap<string, JourneyFile>;

/** What journeys do to each other: start in a circle, or keep each other waiting. */
export const checkAcross = (journeys: Journeys, uses: readonly Use[], reacting: Reacting): void => {
  checkSplits(journeys);
  checkEmits(journeys);
  checkMutes(journeys, uses, reacting);
};

/** Who was drawn into which arm is told by the name of the journey, or of the split. */
const checkSplits = (journeys: Journeys): void => {
  for (const { places, source } of journeys.values())
    for (const [{ kind, id }, path] of places)
      if (kind === 'split' && journeys.has(id))
        source.report(
          [...path, 'split'],
          `\`${id}\` is a journey, whose arms are \`treated\` and \`control\`: give this split another name`,
        );
};

const emitsOf = ({ places }: JourneyFile): Extract<Step, { kind: 'emit' }>[] =>
  [...places.keys()].filter((step) => step.kind === 'emit');

const startedBy = (event: string, journeys: Journeys): string[] =>
  [...journeys.values()].filter(({ journey }) => journey.enter.on.includes(event)).map(({ journey }) => journey.id);

const checkEmits = (journeys: Journeys): void => {
  const next = (id: string) => {
    const file = journeys.get(id);
    return file ? emitsOf(file).flatMap(({ event }) => startedBy(event, journeys)) : [];
  };
  for (const [id, file] of journeys)
    for (const step of emitsOf(file)) {
      const circle = startedBy(step.event, journeys)
        .map((started) => circleThrough(id, started, next))
        .find((each) => each);
      if (circle) {
        const path = [...(file.places.get(step) ?? []), 'emit'];
        file.source.report(path, `journeys start each other in a circle: ${[...circle, id].join(' → ')}`);
      }
    }
};

const circleThrough = (id: string, first: string, next: (id: string) => readonly string[]): string[] | undefined =>
  circleFrom(id, (name) => (name === id ? [first] : next(name)));

/** The purposes that mutes can hold, and that a journey sends. */
const purposesOf = (id: string, uses: readonly Use[], reacting: Reacting): Set<Purpose> => {
  const own = uses.filter(({ file, kind }) => file.journey.id === id && kind === 'send');
  const purposes = own.flatMap(({ moment, kind, file }) =>
    reachedFrom(moment, kind, file.journey.purpose, reacting)
      .filter((reached) => reached.kind === 'send')
      .map((reached) => reached.file.moment.purpose ?? file.journey.purpose),
  );
  return new Set(purposes.filter(isSocial));
};

const checkMutes = (journeys: Journeys, uses: readonly Use[], reacting: Reacting): void => {
  const sent = new Map([...journeys.keys()].map((id) => [id, purposesOf(id, uses, reacting)]));
  const mutedBy = (id: string): string[] => {
    const muted = Object.keys(journeys.get(id)?.journey.mutes ?? {}) as Purpose[];
    return [...journeys.keys()].filter(
      (other) => other !== id && muted.some((purpose) => sent.get(other)?.has(purpose)),
    );
  };
  const reported = new Set<string>();
  for (const [id, { source }] of journeys) {
    const circle = circleFrom(id, mutedBy);
    const key = circle?.toSorted().join(' ');
    if (!circle || key === undefined || reported.has(key)) continue;
    reported.add(key);
    source.report(['mutes'], `journeys mute each other in a circle: ${[...circle, id].join(' → ')}`, true);
  }
};
