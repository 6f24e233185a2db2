import type { KnownScenario } from '../../worker/engine.ts';
import type { Outline } from '../../worker/outline.ts';

/** Scenarios in two groups, each in the order given. */
export interface Sorted {
  own: readonly KnownScenario[];
  others: readonly KnownScenario[];
}

/** Those that begin a journey come first; of these the ones that begin it with their first event, since they are about it. */
export const touching = (known: readonly KnownScenario[], { enter }: Pick<Outline, 'enter'>): Sorted => {
  const enters = (event: string | undefined): boolean => event !== undefined && enter.on.includes(event);
  const own = known.filter(({ asked }) => asked.events.some(({ event }) => enters(event)));
  const isAbout = ({ asked }: KnownScenario): boolean => enters(asked.events[0]?.event);
  return {
    own: [...own.filter(isAbout), ...own.filter((each) => !isAbout(each))],
    others: known.filter((each) => !own.includes(each)),
  };
};
