import { asBoolean } from '../expressions/condition.ts';

/** JSONata as a machine carries it. */
export const expression = (source: string): string => `{% ${source} %}`;

/** A condition over `event`, `heard` and `customer` of the state. */
export const condition = (source: string): string => expression(`$states.input.${asBoolean(source)}`);

export const outcomeIs = (outcome: string): string => expression(`$states.input.outcome = "${outcome}"`);

const looksLikeJsonata = (text: string): boolean => text.trimStart().startsWith('{%');

/** Marketing's own text: never taken for JSONata by the machine, nor for a placeholder by CloudFormation. */
const text = (value: string): string =>
  looksLikeJsonata(value) || value.includes('${')
    ? expression(
        value
          .split('${')
          .map((part) => JSON.stringify(part))
          .join(' & "$" & "{" & '),
      )
    : value;

/** A value as it is, at any depth. */
export const literal = (value: unknown): unknown => {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, literal(inner)]));
};
