import { movedTo, pathWith, pathWithout, placeOf } from '../../language/edit/apply.ts';
import { edit } from '../../language/edit/edit.ts';
import type { Operation, Path } from '../../language/edit/operation.ts';
import type { Files } from './files.ts';
import type { Outline, Outliner } from './outline.ts';

/** Where what stood at a path stands after an operation; undefined where it is gone. */
const pathAfter = (path: Path, operation: Operation): Path | undefined => {
  switch (operation.kind) {
    case 'insert':
      return pathWith(path, operation.list, operation.at);
    case 'remove':
      return pathWithout(path, placeOf(operation.path));
    case 'move': {
      const { list, at } = movedTo(operation);
      const { path: from } = operation;
      const isMoved = from.every((key, place) => path[place] === key);
      if (isMoved) return [...list, at, ...path.slice(from.length)];
      const without = pathWithout(path, placeOf(from));
      return without && pathWith(without, list, at);
    }
    default:
      return path;
  }
};

const idAt = ({ steps }: Outline, path: Path): string | undefined =>
  steps.find(({ place }) => place.join('/') === path.join('/'))?.id;

/** Steps that were called otherwise before, and what they were called. */
const strayed = (before: Outline, after: Outline, operation: Operation): { path: Path; id: string }[] =>
  before.steps.flatMap(({ id, place }) => {
    const path = pathAfter(place, operation);
    const now = path && idAt(after, path);
    return path && now !== undefined && now !== id ? [{ path, id }] : [];
  });

/**
 * A file after an operation. Steps without an id of their own are counted through (`wait-2`): where that would call one that
 * stays otherwise than before, and so lose the people at it, its id is written down.
 */
export const steadyEdit = (outline: Outliner, files: Files, path: string, operation: Operation): string => {
  const text = edit({ path, text: files[path] ?? '' }, operation);
  const isOrdered = operation.kind === 'insert' || operation.kind === 'move' || operation.kind === 'remove';
  const before = isOrdered && path.startsWith('journeys/') ? outline(files, path) : undefined;
  const after = before && outline({ ...files, [path]: text }, path);
  if (!before || !after) return text;
  return strayed(before, after, operation).reduce(
    (now, { path: at, id }) => edit({ path, text: now }, { kind: 'set', path: [...at, 'id'], value: id }),
    text,
  );
};
