import { StateError } from './errors.ts';

const LONGEST = 99_999_999;

/** Whole seconds as AWS allows them; States.QueryEvaluationError for anything else. */
export const wholeSeconds = (value: unknown, field: string, least: number): number => {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= LONGEST) return Number(value);
  throw new StateError(
    'States.QueryEvaluationError',
    `${field} must be whole seconds, ${least} or more; it is ${JSON.stringify(value)}.`,
  );
};
