import { isFunction } from './exact.ts';

type Scalar = string | number | boolean;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A name and no more: a filter or a focus has keys of its own. */
const isName = (step: unknown): step is { value: string } =>
  isObject(step) && step.type === 'name' && typeof step.value === 'string' && Object.keys(step).length === 3;

/** The names of an expression such as `plan` or `event.plan`; undefined of any other. */
export const namesOfPath = (tree: unknown): string[] | undefined => {
  if (!isObject(tree) || tree.type !== 'path' || Object.keys(tree).length !== 2) return undefined;
  const { steps } = tree;
  return Array.isArray(steps) && steps.every(isName) ? steps.map(({ value }) => value) : undefined;
};

/** The scalar that JSONata finds there, or undefined as it does; null where JSONata itself has to say what there is. */
export const scalarAt = (names: readonly string[], within: unknown): Scalar | undefined | null => {
  let value = within;
  for (const name of names) {
    if (!isObject(value) || Array.isArray(value) || isFunction(value)) return null;
    value = value[name];
  }
  return value === undefined || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
};
