import type { Value } from '../../../language/edit/operation.ts';
import type { FieldKind } from './field.ts';

const inline = (value: Value): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const inside = Object.entries(value).map(([name, each]) => `${name}: ${inline(each)}`);
  return `{ ${inside.join(', ')} }`;
};

/** A value as a field shows it. */
export const fieldText = (value: Value | undefined, kind?: FieldKind): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(inline).join(kind === 'lines' ? '\n' : ', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${inline(each)}`)
    .join('\n');
};

const scalar = (text: string): Value => {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
};

const parts = (text: string, between: string): string[] =>
  text
    .split(between)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** `name: value`, a line each; a line without a name is no pair, and left for the checker to tell of. */
const pairs = (text: string): Value => {
  const lines = parts(text, '\n');
  if (lines.some((line) => !line.includes(':'))) return text;
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), scalar(line.slice(colon + 1).trim())];
    }),
  );
};

/** What is typed into a field, as it is written; undefined where that is nothing. */
export const fieldValue = (text: string, kind: FieldKind): Value | undefined => {
  const plain = text.trim();
  if (plain === '') return undefined;
  switch (kind) {
    case 'number':
      return scalar(plain);
    case 'words':
      return parts(plain, ',');
    case 'lines':
      return parts(plain, '\n');
    case 'names':
    case 'event':
      return plain.includes(',') ? parts(plain, ',') : plain;
    case 'values':
      return pairs(plain);
    default:
      return plain;
  }
};
