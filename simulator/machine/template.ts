import jsonata from 'jsonata';
import { StateError } from './errors.ts';
import { compilePlain } from './plain.ts';
import { UNSURE } from './plain-values.ts';

/** What an expression may read below `$states`. */
export interface States {
  input: unknown;
  result?: unknown;
}

/** A template ready to be filled in: gives its value, or the promise of one where only JSONata knows it. */
export type Template = (states: States) => unknown;

/** Undefined for what is the same whatever is bound, so that it costs nothing. */
type Compiled = Template | undefined;

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

const compileExpression = (source: string): Template => {
  const expression = parse(source);
  const plain = compilePlain(expression.ast());
  return (states) => {
    const value = plain ? plain(undefined, states) : UNSURE;
    return value === UNSURE ? expression.evaluate(undefined, { states }) : value;
  };
};

const expressions = new Map<string, Template>();

const expressionOf = (source: string): Template => {
  const expression = expressions.get(source) ?? compileExpression(source);
  expressions.set(source, expression);
  return expression;
};

/** What cannot be parsed fails when it is evaluated, as all else that is wrong with an expression. */
const compileString = (text: string, field: string): Compiled => {
  if (!text.startsWith('{%') || !text.endsWith('%}')) return undefined;
  const source = text.slice(2, -2).trim();
  const definite = (value: unknown): unknown => {
    if (value === undefined) throw failed(`"${source}" in ${field} returned nothing (undefined).`);
    return value;
  };
  const refuse = (error: unknown): never => {
    throw failed(`"${source}" in ${field} failed: ${messageOf(error)}`);
  };
  let evaluate: Compiled;
  return (states) => {
    evaluate ??= expressionOf(source);
    const value = evaluate(states);
    return value instanceof Promise ? value.then(definite, refuse) : definite(value);
  };
};

/** What is worked out, and where it stands. */
type Part = [key: string, fill: Template];

const partsOf = (of: object, field: (key: string) => string): Part[] =>
  Object.entries(of).flatMap(([key, value]): Part[] => {
    const part = compile(value, field(key));
    return part ? [[key, part]] : [];
  });

/** Fills in the parts one after the other, from `first` on: in their order. */
const fillParts = (filled: Record<string, unknown>, parts: readonly Part[], states: States, first = 0): unknown => {
  for (let index = first; index < parts.length; index++) {
    const [key, part] = parts[index] as Part;
    const value = part(states);
    if (value instanceof Promise) {
      return value.then((result: unknown) => {
        filled[key] = result;
        return fillParts(filled, parts, states, index + 1);
      });
    }
    filled[key] = value;
  }
  return filled;
};

const compileArray = (items: unknown[], field: string): Compiled => {
  const parts = partsOf(items, (place) => `${field}[${place}]`);
  return parts.length === 0 ? undefined : (states) => fillParts([...items] as never, parts, states);
};

const compileObject = (object: object, field: string): Compiled => {
  const parts = partsOf(object, (key) => `${field}/${key}`);
  return parts.length === 0 ? undefined : (states) => fillParts({ ...object }, parts, states);
};

const compile = (template: unknown, field: string): Compiled => {
  if (typeof template === 'string') return compileString(template, field);
  if (typeof template !== 'object' || template === null) return undefined;
  return Array.isArray(template) ? compileArray(template, field) : compileObject(template, field);
};

/**
 * A template whose `{% JSONata %}` is replaced by values whenever it is filled in. It throws or rejects with
 * States.QueryEvaluationError then, as AWS does, and names the place by `field`.
 */
export const compileTemplate = (template: unknown, field: string): Template =>
  compile(template, field) ?? (() => template);
