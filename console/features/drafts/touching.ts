import type { PlayableScenario } from '../../worker/engine.ts';
import type { Outline } from '../../worker/outline.ts';

/** Scenarios in two groups, each in the order given. */
export interface Sorted {
  own: readonly PlayableScenario[];
  others: readonly PlayableScenario[];
}

/** Those that begin a journey come first; of these the ones that begin it with their first event, since they are about it. */
export const touching = (scenarios: readonly PlayableScenario[], { enter }: Pick<Outline, 'enter'>): Sorted => {
  const enters = (event: string | undefined): boolean => event !== undefined && enter.on.includes(event);
  const own = scenarios.filter(({ request }) => request.events.some(({ event }) => enters(event)));
  const isAbout = ({ request }: PlayableScenario): boolean => enters(request.events[0]?.event);
  return {
    own: [...own.filter(isAbout), ...own.filter((each) => !isAbout(each))],
    others: scenarios.filter((each) => !own.includes(each)),
  };
};
