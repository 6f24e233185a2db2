import { kindOf } from '../../steps/steps.ts';
import { everyStep } from '../../steps/walk.ts';
import type { Declarations } from '../declarations.ts';
import type { JourneyFile } from './journey-file.ts';

const CLICKED = 'message.clicked';

/** What is not measured is never heard. */
export const checkMeasured = (journeys: ReadonlyMap<string, JourneyFile>, { policy }: Declarations): void => {
  if (!policy || policy.measure === 'clicks') return;
  for (const { journey, places, source } of journeys.values())
    for (const step of everyStep(journey)) {
      const place = places.get(step);
      if (place && kindOf(step).awaits(step).includes(CLICKED))
        source.warn(
          place,
          `\`${CLICKED}\` never happens, since no link is counted: say \`measure: clicks\` in policy.yaml`,
        );
    }
};
