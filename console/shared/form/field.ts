import type { Operation, Path, Value } from '../../../language/edit/operation.ts';

export type FieldKind =
  | 'moment'
  | 'event'
  | 'duration'
  | 'condition'
  | 'text'
  | 'number'
  | 'choice'
  | 'switch'
  /** One name, or several with commas between. */
  | 'names'
  /** A list of plain words, with commas between. */
  | 'words'
  /** A list of texts, a line each. */
  | 'lines'
  /** Names and what each is, a line each. */
  | 'values'
  /** Steps inside, which the canvas draws. */
  | 'steps'
  /** Shown as it is written: a form would hide more than it tells. */
  | 'shown';

/** A word of a file, as a form asks for it. */
export interface Field {
  path: Path;
  label: string;
  /** What it does, for who has not read the manual. */
  about?: string;
  kind: FieldKind;
  placeholder?: string;
  /** Of a `choice`. */
  options?: readonly { value: string; label: string }[];
  /** What holds it says nothing without it: emptied, it takes that along. */
  leads?: true;
  /** It cannot be left out. */
  isNeeded?: true;
  /** Only where this is written too. */
  needs?: Path;
}

export const keyOf = ({ path }: Field): string => path.join('.');

const isHolder = (value: Value | undefined): value is Value[] | { [key: string]: Value } =>
  typeof value === 'object' && value !== null;

/** What is written at a path; undefined where nothing is. */
export const writtenAt = (value: Value | undefined, path: Path): Value | undefined =>
  path.reduce<Value | undefined>((at, key) => {
    if (!isHolder(at)) return undefined;
    return Array.isArray(at) ? at[Number(key)] : Object.entries(at).find(([name]) => name === key)?.[1];
  }, value);

/** What stands where a form looks for a holder, and is written in another way: a list, or a word alone. */
export const otherwiseWritten = (value: Value | undefined, { path }: Field): Value | undefined =>
  path
    .slice(1)
    .map((_, index) => writtenAt(value, path.slice(0, index + 1)))
    .find((at) => at !== undefined && at !== null && (typeof at !== 'object' || Array.isArray(at)));

/** Where a value is taken away that was emptied. */
export const emptied = ({ path, leads }: Field): Path => (leads ? path.slice(0, -1) : path);

/** Whether a form asks for it: it stands by itself, or what it needs is written. */
export const isAsked = ({ needs }: Field, value: Value | undefined): boolean =>
  needs === undefined || writtenAt(value, needs) !== undefined;

/** What a new value of it is in a file, where it stands at a place; undefined takes it away. */
export const changeOf = (field: Field, value: Value | undefined, place: Path = []): Operation =>
  value === undefined
    ? { kind: 'unset', path: [...place, ...emptied(field)] }
    : { kind: 'set', path: [...place, ...field.path], value };
