/**
 * Loaded by the app of each deploy before all else. What a function is made of stays as it is while proofs run, so that what
 * esbuild made of it for one deploy stands for the next, in the folder that BUNDLED_ONCE names.
 */
import { registerHooks } from 'node:module';

const STAND_IN = new URL('esbuild-once.ts', import.meta.url).href;

registerHooks({
  resolve: (name, context, next) =>
    name === 'esbuild' && context.parentURL !== STAND_IN ? { url: STAND_IN, shortCircuit: true } : next(name, context),
});
