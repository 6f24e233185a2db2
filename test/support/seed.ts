import fc from 'fast-check';

/** The same random inputs on every run, so that a red run is about the change; `FC_SEED=random` looks for more. */
const SEED = 20261123;

const { FC_SEED = String(SEED) } = process.env;
if (FC_SEED !== 'random') fc.configureGlobal({ seed: Number(FC_SEED) });
