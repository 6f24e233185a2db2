import { synth } from '../support/synth.ts';
import { type Facts, factsOf } from './facts.ts';

/** The facts of the stacks of a kept stage with a domain to send from, as they are shipped. */
export const factsOfStacks = (): Record<string, Facts> => {
  const { main, operations } = synth({ stage: 'production', identity: 'domain' });
  return { main: factsOf(main.all), operations: factsOf(operations.all) };
};
