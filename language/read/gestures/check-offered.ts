import type { Moment } from '../../catalogue/moment.ts';
import { spokenTitle } from '../../catalogue/spoken-title.ts';
import type { Declarations } from '../declarations.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { Source } from '../yaml/source.ts';

/** What a moment offers has to be in gestures.yaml, for journeys to give, and be called something in each language that it speaks. */
export const checkOffered = (
  { copy }: Moment,
  kinds: readonly string[],
  front: Source,
  { gestures, gesturesSource }: Declarations,
): void => {
  const at = ['asks', 'gestures'];
  if (!gestures) {
    if (!gesturesSource) front.report(at, 'there is no gestures.yaml, which says what may be given');
    return;
  }
  for (const [place, kind] of kinds.entries()) {
    const gesture = Object.hasOwn(gestures.kinds, kind) ? gestures.kinds[kind] : undefined;
    if (kinds.indexOf(kind) < place) front.report([...at, place], `\`${kind}\` is there twice`);
    else if (!gesture)
      front.report([...at, place], `gestures.yaml has no \`${kind}\`${didYouMean(kind, Object.keys(gestures.kinds))}`);
    else if (!gesture.by.includes('journeys'))
      front.report(
        [...at, place],
        `journeys may not give \`${kind}\`, also where somebody chooses it: add \`journeys\` to its \`by\` in gestures.yaml`,
      );
    else
      for (const locale of Object.keys(copy))
        if (locale !== 'default' && !spokenTitle(gesture.title, locale))
          front.report(
            [...at, place],
            `\`${kind}\` has no title in \`${locale}\`, which this moment speaks: give it one in gestures.yaml`,
          );
  }
};
