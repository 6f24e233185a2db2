import jsonata from 'jsonata';
import { compilePlain } from '../../language/expressions/plain.ts';
import { UNSURE } from '../../language/expressions/plain-values.ts';
import { StateError } from './errors.ts';
import { functionsAt, SPECIAL, type Tick } from './functions.ts';

/** What an expression may read: `$states` and the variables assigned so far. */
export interface Bindings {
  states: Record<string, unknown>;
  variables: Record<string, unknown>;
  tick: Tick;
}

/** A value, or the promise of one where only JSONata knows it. */
type Evaluate = (bindings: Bindings, field: string) => unknown;

/** Undefined for what is the same whatever is bound, so that it costs nothing. */
type Compiled = Evaluate | undefined;

const failed = (problem: string): StateError => new StateError('States.QueryEvaluationError', problem);

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

const parse = (source: string): jsonata.Expression => {
  if (/\$eval\b/.test(source)) throw failed(`"${source}" calls $eval, which state machines do not have.`);
  try {
    return jsonata(source);
  } catch (error) {
    throw failed(`"${source}" is not JSONata: ${messageOf(error)}`);
  }
};

const compileExpression = (source: string): Evaluate => {
  const expression = parse(source);
  const plain = compilePlain(expression.ast());
  const special = SPECIAL.test(source);
  const run = ({ states, variables, tick }: Bindings): unknown => {
    // A variable may be called as one of JSONata's own functions.
    const value = plain && isEmpty(variables) ? plain(undefined, states) : UNSURE;
    if (value !== UNSURE) return value;
    return expression.evaluate(undefined, { ...variables, states, ...(special ? functionsAt(tick) : {}) });
  };
  return (bindings, field) => {
    const given = (value: unknown): unknown => {
      if (value === undefined) throw failed(`"${source}" in ${field} returned nothing (undefined).`);
      return value;
    };
    const value = run(bindings);
    if (!(value instanceof Promise)) return given(value);
    return value.then(given, (error: unknown) => {
      throw failed(`"${source}" in ${field} failed: ${messageOf(error)}`);
    });
  };
};

const isEmpty = (record: object): boolean => {
  for (const _ in record) return false;
  return true;
};

const strings = new Map<string, Compiled>();
const objects = new WeakMap<object, { compiled: Compiled }>();

const compileString = (text: string): Compiled => {
  if (!text.startsWith('{%') || !text.endsWith('%}')) return undefined;
  if (!strings.has(text)) strings.set(text, compileExpression(text.slice(2, -2).trim()));
  return strings.get(text);
};

interface Part {
  key: string | number;
  /** What stands there, where it is the same whatever is bound. */
  value: unknown;
  part: Compiled;
}

/** Fills in the parts one after the other, from `first` on: chance and tokens are drawn in their order. */
const fillParts = (
  filled: Record<string | number, unknown>,
  parts: Part[],
  bindings: Bindings,
  pathTo: (key: string | number) => string,
  first = 0,
): unknown => {
  for (let index = first; index < parts.length; index++) {
    const { key, value, part } = parts[index] as Part;
    const found = part ? part(bindings, pathTo(key)) : value;
    if (found instanceof Promise) {
      return found.then((kept: unknown) => {
        filled[key] = kept;
        return fillParts(filled, parts, bindings, pathTo, index + 1);
      });
    }
    filled[key] = found;
  }
  return filled;
};

const compileArray = (items: unknown[]): Compiled => {
  const parts = items.map((value, key): Part => ({ key, value, part: compile(value) }));
  if (parts.every(({ part }) => part === undefined)) return undefined;
  return (bindings, field) => fillParts([] as never, parts, bindings, (key) => `${field}[${key}]`);
};

const compileObject = (object: object): Compiled => {
  const parts = Object.entries(object).map(([key, value]): Part => ({ key, value, part: compile(value) }));
  if (parts.every(({ part }) => part === undefined)) return undefined;
  return (bindings, field) => fillParts({}, parts, bindings, (key) => `${field}/${key}`);
};

const compile = (template: unknown): Compiled => {
  if (typeof template === 'string') return compileString(template);
  if (typeof template !== 'object' || template === null) return undefined;
  const known = objects.get(template);
  if (known) return known.compiled;
  const compiled = Array.isArray(template) ? compileArray(template) : compileObject(template);
  objects.set(template, { compiled });
  return compiled;
};

/**
 * A template with its `{% JSONata %}` replaced by values, or the promise of it. Throws or rejects with
 * States.QueryEvaluationError, as AWS does.
 */
export const fill = (template: unknown, bindings: Bindings, field: string): unknown => {
  const compiled = compile(template);
  return compiled ? compiled(bindings, field) : template;
};
