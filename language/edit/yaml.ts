import { applied, valueIn } from './apply.ts';
import { setField, unsetField } from './field.ts';
import { parse, plainValue } from './layout.ts';
import { insertItem, moveItem, removeItem } from './list.ts';
import { EditRefused, type Operation, type Path, type Value } from './operation.ts';

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const KINDS_WITH_OWN_ID = ['split'];

/** Who stood at an older name of the step goes on at the newest; a name that is back is renamed no longer. */
const renamedTo = (renamed: Record<string, Value>, from: string, id: string): Record<string, Value> =>
  Object.fromEntries(
    [
      ...Object.entries(renamed).map(([old, now]) => [old, now === from ? id : now] as const),
      [from, id] as const,
    ].filter(([old, now]) => old !== now),
  );

const rename = (text: string, path: Path, from: string, id: string): string => {
  const step = valueIn(plainValue(text), path);
  if (typeof step !== 'object' || step === null || Array.isArray(step)) throw new EditRefused('There is no step there');
  const key = KINDS_WITH_OWN_ID.find((kind) => Object.hasOwn(step, kind)) ?? 'id';
  const named = setField(text, [...path, key], id);
  const before = valueIn(plainValue(named), ['renamed']);
  const current = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
  const renamed = renamedTo(current, from, id);
  if (Object.keys(renamed).length === 0) return unsetField(named, ['renamed']);
  return Object.entries(renamed).reduce(
    (now, [old, to]) => (current[old] === to ? now : setField(now, ['renamed', old], to)),
    Object.keys(current)
      .filter((old) => !Object.hasOwn(renamed, old))
      .reduce((now, old) => unsetField(now, ['renamed', old]), named),
  );
};

const applyChange = (text: string, operation: Operation): string => {
  switch (operation.kind) {
    case 'set':
      return setField(text, operation.path, operation.value);
    case 'unset':
      return unsetField(text, operation.path);
    case 'insert':
      return insertItem(text, operation.list, operation.at, operation.value);
    case 'remove':
      return removeItem(text, operation.path);
    case 'move':
      return moveItem(text, operation.path, operation.list, operation.at);
    case 'rename':
      return rename(text, operation.path, operation.from, operation.id);
  }
};

/** No edit is trusted that says anything else than what was asked for. */
const verify = (before: string, after: string, operation: Operation): string => {
  if (operation.kind === 'rename') {
    parse(after);
    return after;
  }
  const expected = applied(plainValue(before), operation);
  if (inOrder(plainValue(after)) !== inOrder(expected))
    throw new EditRefused('This is written in a way that forms cannot change');
  return after;
};

/** A YAML text after an operation; all lines that it is not about stay byte for byte. Throws EditRefused. */
export const editYaml = (text: string, operation: Operation): string => {
  const isWindows = text.includes('\r\n');
  const plain = isWindows ? text.replaceAll('\r\n', '\n') : text;
  const ended = plain.endsWith('\n') ? plain : `${plain}\n`;
  const after = verify(ended, applyChange(ended, operation), operation);
  const sized = plain.endsWith('\n') ? after : after.replace(/\n$/, '');
  return isWindows ? sized.replaceAll('\n', '\r\n') : sized;
};
