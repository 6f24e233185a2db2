import jsonata from 'jsonata';
import { compilePlain } from '../../language/catalogue/plain.ts';
import { UNSURE } from '../../language/catalogue/plain-values.ts';
import { StateError } from './errors.ts';
import { functionsAt, SPECIAL, type Tick } from './functions.ts';

/** What an expression may read: `$states` and the variables assigned so far. */
export interface Bindings {
  states: Record<string, unknown>;
  variables: Record<string, unknown>;
  tick: Tick;
}

type Evaluate = (bindings: Bindings, field: string) => Promise<unknown>;

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
  return async (bindings, field) => {
    try {
      const value = await run(bindings);
      if (value !== undefined) return value;
    } catch (error) {
      throw failed(`"${source}" in ${field} failed: ${messageOf(error)}`);
    }
    throw failed(`"${source}" in ${field} returned nothing (undefined).`);
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

const compileArray = (items: unknown[]): Compiled => {
  const parts = items.map((item) => compile(item));
  if (parts.every((part) => part === undefined)) return undefined;
  return async (bindings, field) => {
    const values: unknown[] = [];
    for (const [i, part] of parts.entries()) values.push(part ? await part(bindings, `${field}[${i}]`) : items[i]);
    return values;
  };
};

const compileObject = (object: object): Compiled => {
  const parts = Object.entries(object).map(([name, value]) => ({ name, value, part: compile(value) }));
  if (parts.every(({ part }) => part === undefined)) return undefined;
  return async (bindings, field) => {
    const values: Record<string, unknown> = {};
    for (const { name, value, part } of parts) values[name] = part ? await part(bindings, `${field}/${name}`) : value;
    return values;
  };
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

/** A template with its `{% JSONata %}` replaced by values. Rejects with States.QueryEvaluationError, as AWS does. */
export const fill = async (template: unknown, bindings: Bindings, field: string): Promise<unknown> => {
  const compiled = compile(template);
  return compiled ? compiled(bindings, field) : template;
};
