import { EditRefused, type Operation, type Path, type Value } from './operation.ts';

const isHolder = (value: unknown): value is Record<string | number, Value> =>
  typeof value === 'object' && value !== null;

const spelled = (path: Path): string => (path.length === 0 ? 'the whole file' : `\`${path.join('.')}\``);

/** The value at a path; undefined where there is none. */
export const valueIn = (value: Value | undefined, path: Path): Value | undefined => {
  let at: Value | undefined = value;
  for (const key of path) at = isHolder(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
};

const listIn = (value: Value, path: Path): Value[] => {
  const list = valueIn(value, path);
  if (!Array.isArray(list)) throw new EditRefused(`There is no list at ${spelled(path)}`);
  return list;
};

/** A list, and which of its items is meant. Throws EditRefused. */
export const placeOf = (path: Path): { list: Path; index: number } => {
  const index = path.at(-1);
  if (typeof index !== 'number') throw new EditRefused(`${spelled(path)} is no item of a list`);
  return { list: path.slice(0, -1), index };
};

const isWithin = (path: Path, outer: Path): boolean => outer.every((key, place) => path[place] === key);

/** A path after an item of a list was taken out; undefined where it led into that item. */
export const pathWithout = (path: Path, { list, index }: { list: Path; index: number }): Path | undefined => {
  const own = path[list.length];
  if (!isWithin(path, list) || typeof own !== 'number' || own < index) return path;
  return own === index ? undefined : [...list, own - 1, ...path.slice(list.length + 1)];
};

/** A path after an item was put into a list. */
export const pathWith = (path: Path, list: Path, at: number): Path => {
  const own = path[list.length];
  if (!isWithin(path, list) || typeof own !== 'number' || own < at) return path;
  return [...list, own + 1, ...path.slice(list.length + 1)];
};

/** Where a move puts the item, in the text after it. */
export const movedTo = ({ path, list, at }: { path: Path; list: Path; at: number }): { list: Path; at: number } => {
  const from = placeOf(path);
  const newList = pathWithout(list, from);
  if (!newList) throw new EditRefused('A step cannot go into itself');
  const isSame = list.length === from.list.length && isWithin(list, from.list);
  return { list: newList, at: isSame && at > from.index ? at - 1 : at };
};

const set = (value: Value, path: Path, to: Value): Value => {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (value !== null && !isHolder(value)) throw new EditRefused(`\`${String(value)}\` has no \`${key}\``);
  const inner = rest.length === 0 ? to : set(valueIn(value, [key]) ?? null, rest, to);
  if (Array.isArray(value) && !(Number(key) < value.length))
    throw new EditRefused(`There is no place \`${key}\` in the list`);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? inner : item));
  return { ...value, [key]: inner };
};

/** What a text says after an operation, given what it said before. Throws EditRefused. */
export const applied = (value: Value, operation: Operation): Value => {
  switch (operation.kind) {
    case 'set':
      return set(value, operation.path, operation.value);
    case 'unset': {
      const holder = valueIn(value, operation.path.slice(0, -1));
      const key = operation.path.at(-1);
      if (!isHolder(holder) || Array.isArray(holder) || key === undefined || !Object.hasOwn(holder, key)) return value;
      const { [key]: _, ...rest } = holder;
      return set(value, operation.path.slice(0, -1), rest);
    }
    case 'insert': {
      const list = valueIn(value, operation.list) ?? [];
      if (!Array.isArray(list)) throw new EditRefused(`There is no list at ${spelled(operation.list)}`);
      return set(value, operation.list, list.toSpliced(operation.at, 0, operation.value));
    }
    case 'remove': {
      const { list, index } = placeOf(operation.path);
      return set(value, list, listIn(value, list).toSpliced(index, 1));
    }
    case 'move': {
      const item = valueIn(value, operation.path);
      if (item === undefined) throw new EditRefused(`There is nothing at ${spelled(operation.path)}`);
      const { list, at } = movedTo(operation);
      return applied(applied(value, { kind: 'remove', path: operation.path }), {
        kind: 'insert',
        list,
        at,
        value: item,
      });
    }
    case 'rename':
      return value;
  }
};
