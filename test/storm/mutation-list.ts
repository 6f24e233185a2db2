import type { Mutation } from './mutation.ts';
import { BOUNDS } from './rules/bounds.ts';
import { FACT_RULES } from './rules/facts.ts';
import { GATE_ROWS } from './rules/gate.ts';
import { GATE_DETAILS } from './rules/gate-more.ts';
import { JOURNEYS } from './rules/journeys.ts';
import { KEYS } from './rules/keys.ts';
import { LISTENS } from './rules/listens.ts';
import { MODEL } from './rules/model.ts';
import { STEPS } from './rules/steps.ts';

/** Every rule that can be switched off. */
export const MUTATIONS: readonly Mutation[] = [
  ...GATE_ROWS,
  ...GATE_DETAILS,
  ...KEYS,
  ...MODEL,
  ...STEPS,
  ...LISTENS,
  ...JOURNEYS,
  ...FACT_RULES,
  ...BOUNDS,
];
