import jsonata from 'jsonata';
import { compileSimple } from '../../language/expressions/simple.ts';
import { UNSURE } from '../../language/expressions/simple-values.ts';
import { StateError } from './errors.ts';

/** What an expression may read below `$states`. */
export interface States {
  input: unknown;
  result?: unknown;
}

/** A value, or the promise of one where only JSONata knows it. */
type Evaluate = (states: States, field: string) => unknown;

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
  const simple = compileSimple(expression.ast());
  const run = (states: States): unknown => {
    const value = simple ? simple(undefined, { ...states }) : UNSURE;
    return value === UNSURE ? expression.evaluate(undefined, { states }) : value;
  };
  return (states, field) => {
    const given = (value: unknown): unknown => {
      if (value === undefined) throw failed(`"${source}" in ${field} returned nothing (undefined).`);
      return value;
    };
    const value = run(states);
    if (!(value instanceof Promise)) return given(value);
    return value.then(given, (error: unknown) => {
      throw failed(`"${source}" in ${field} failed: ${messageOf(error)}`);
    });
  };
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

/** Fills in the parts one after the other, from `first` on: in their order. */
const fillParts = (
  filled: Record<string | number, unknown>,
  parts: Part[],
  states: States,
  pathTo: (key: string | number) => string,
  first = 0,
): unknown => {
  for (let index = first; index < parts.length; index++) {
    const { key, value, part } = parts[index] as Part;
    const found = part ? part(states, pathTo(key)) : value;
    if (found instanceof Promise) {
      return found.then((kept: unknown) => {
        filled[key] = kept;
        return fillParts(filled, parts, states, pathTo, index + 1);
      });
    }
    filled[key] = found;
  }
  return filled;
};

const compileArray = (items: unknown[]): Compiled => {
  const parts = items.map((value, key): Part => ({ key, value, part: compile(value) }));
  if (parts.every(({ part }) => part === undefined)) return undefined;
  return (states, field) => fillParts([] as never, parts, states, (key) => `${field}[${key}]`);
};

const compileObject = (object: object): Compiled => {
  const parts = Object.entries(object).map(([key, value]): Part => ({ key, value, part: compile(value) }));
  if (parts.every(({ part }) => part === undefined)) return undefined;
  return (states, field) => fillParts({}, parts, states, (key) => `${field}/${key}`);
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
export const fill = (template: unknown, states: States, field: string): unknown => {
  const compiled = compile(template);
  return compiled ? compiled(states, field) : template;
};
