import { isDeepStrictEqual } from 'node:util';
import type { StageTraits } from '../../../language/compile/catalogue.ts';
import { SEEN_WITHIN } from '../../shared/published.ts';
import { checkFiles, compileSound, playScenarios } from './check.ts';
import { hashOfFiles } from './files.ts';
import type { Machines } from './machines.ts';
import { type Current, type Publication, type Publications, PublishedMeanwhile } from './publications.ts';
import type { Published, Publisher, PublishRequest } from './request.ts';
import { createStepper, type Stepper } from './stepper.ts';
import { FORMAT, Version } from './version.ts';

export interface PublisherDeps {
  publications: Publications;
  machines: Machines;
  /** What the stage is. */
  traits: StageTraits;
  /** The number of the first version; later ones are counted on from it. */
  first?: number;
  /** Told of each version that runs from now on. */
  journal: (published: Publication) => Promise<void>;
  /** What went wrong after the version was published, or while what was before was put back. */
  report: (error: unknown) => void;
  /** Waits so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  now: () => number;
}

/** In milliseconds: nobody publishes for longer. */
const TURN = 15 * 60_000;

/**
 * Publishes files as the next version of a stage: nobody runs it before everything that it needs is there, and then
 * everybody does. Machines first and the pointer last: a function that finds the pointer finds machines that fit it.
 */
export const createPublisher = (deps: PublisherDeps): Publisher => ({
  publish: async (request, report = () => {}) => {
    const steps = createStepper(report);
    const sound = await steps.take('check', async () => checkFiles(request.files));
    await steps.take('scenarios', (progress) => playScenarios(sound, progress));
    const compiled = await steps.take('compile', async () => compileSound(sound, deps.traits));
    const { publications, now, first = 1 } = deps;
    const done = await steps.take('turn', () =>
      publications.takeTurn({ by: request.by, at: now(), until: now() + TURN }),
    );
    try {
      const before = await steps.take('turn', () => overSeen(deps, request));
      const version = before ? before.version.version + 1 : first;
      const publication: Publication = {
        version: {
          format: FORMAT,
          version,
          ...(before && { parent: before.version.version }),
          ...(request.restores === undefined ? {} : { restores: request.restores }),
          at: new Date(now()).toISOString(),
          by: request.by,
          note: request.note,
          via: request.via,
          files: hashOfFiles(request.files),
          catalogue: compiled.catalogue.version,
        },
        files: request.files,
        ...compiled,
      };
      return await bringAbout(deps, steps, publication, before);
    } finally {
      await done().catch(deps.report);
    }
  },
});

/** What is published now, if it is what whoever publishes has seen. Throws PublishedMeanwhile. */
const overSeen = async ({ publications }: PublisherDeps, { over }: PublishRequest): Promise<Current | undefined> => {
  const current = await publications.current();
  if (current?.version.version !== over) throw new PublishedMeanwhile(current?.version, over);
  return current;
};

const bringAbout = async (
  deps: PublisherDeps,
  steps: Stepper,
  publication: Publication,
  before: Current | undefined,
): Promise<Published> => {
  const { publications, machines } = deps;
  const { files, catalogue } = publication.version;
  // Equal files may come to another catalogue where a later release compiles them.
  const unchanged = before?.version.files === files && before.version.catalogue === catalogue;
  if (!unchanged) await steps.take('upload', () => publications.keep(publication));
  const { changed } = await steps.take('machines', () => machines.put(publication.machines), {
    tell: ({ changed: all }) => (all.length === 0 ? 'No machine had to change.' : `Changed: ${all.join(', ')}.`),
  });
  if (unchanged) return { version: before.version, unchanged };
  try {
    await steps.take('switch', () => switchOver(deps, publication, before));
  } catch (error) {
    if (before && changed.length > 0) await putBack(deps, before);
    throw error;
  }
  await steps.take('live', () => deps.wait(SEEN_WITHIN));
  // The version runs already: a journal that cannot be written must not make the publication look failed.
  await steps.take('journal', () => deps.journal(publication).catch(deps.report));
  return { version: publication.version, unchanged };
};

/** Whether a switch whose answer was lost went through is what runs then: a second attempt is refused because of the first. */
const switchOver = async (
  { publications, report }: PublisherDeps,
  publication: Publication,
  before: Current | undefined,
): Promise<void> => {
  try {
    await publications.switchTo(publication, before?.etag);
  } catch (error) {
    const running = await publications.current().catch(report);
    if (!isDeepStrictEqual(running?.version, Version.parse(publication.version))) throw error;
  }
};

/** The machines of the version that goes on running: perhaps of another than that before, if somebody was faster. */
const putBack = async ({ publications, machines, report }: PublisherDeps, before: Current): Promise<void> => {
  try {
    const { version } = (await publications.current()) ?? before;
    const old = await publications.machinesOf(version.version);
    if (old) await machines.put(old);
  } catch (error) {
    report(error);
  }
};
