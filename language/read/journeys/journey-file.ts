import type { JourneyDefinition, Step } from '../../catalogue/definition.ts';
import type { Path, Source } from '../yaml/source.ts';

/** A journey, and where each of its steps is written. */
export interface JourneyFile {
  source: Source;
  journey: JourneyDefinition;
  places: ReadonlyMap<Step, Path>;
  /** False when a part of it could not be read. */
  whole: boolean;
}
