import type { ReadMoments } from '../copy/moments.ts';
import type { Declarations } from '../declarations.ts';
import type { Names } from '../expressions/typed.ts';
import type { Path } from '../yaml/source.ts';
import type { Chosen } from './chosen-by.ts';
import type { JourneyFile } from './journey-file.ts';
import { asAnswer, type Common, commonFields, scopeOf } from './scope.ts';

/** A step that sends a moment, and what its copy may read there. */
export interface Use {
  moment: string;
  kind: 'send' | 'task';
  file: JourneyFile;
  step: string;
  path: Path;
  event: Common;
  customer: Names;
  withValues: Names;
  /** Its copy may say what was given. */
  isGiven: boolean;
  /** By what whoever gets it was chosen. */
  chosen: Chosen;
}

export interface Flow {
  file: JourneyFile;
  declarations: Declarations;
  moments: ReadMoments;
  event: Common;
  customer: Names;
  uses: Use[];
}

/** What a condition may name once this was heard. */
export const scopeAt = (heard: Common, { event, customer }: Flow) => scopeOf(event, customer, heard);

/** What is heard by events of these types, where `answerTo` names a moment as the answer to it. */
export const heardOf = (
  types: readonly string[],
  answerTo: string | undefined,
  { declarations, moments }: Pick<Flow, 'declarations' | 'moments'>,
): Common => {
  const heard = commonFields(types, declarations, 'heard');
  const question = answerTo === undefined ? undefined : moments.moments.get(answerTo)?.moment;
  return question ? asAnswer(heard, question) : heard;
};
