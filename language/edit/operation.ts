import type { File, Path } from '../read/yaml/source.ts';

/** What YAML can say. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** A change of a text by what it says. Places (`at`, paths) are those of the text before it. */
export type Operation =
  /** Gives a field a value; a field that is not there is added, and what holds it too. */
  | { kind: 'set'; path: Path; value: Value }
  /** Takes a field away. */
  | { kind: 'unset'; path: Path }
  /** Puts a step, a branch or another item into a list, before what is at that place; a list that is not there is added. */
  | { kind: 'insert'; list: Path; at: number; value: Value }
  /** Takes an item out of its list, with the comments that belong to it. */
  | { kind: 'remove'; path: Path }
  /** Puts an item elsewhere, as it is written, with its comments. */
  | { kind: 'move'; path: Path; list: Path; at: number }
  /** Gives a step another id; people who stand at it go on there. `from` is the id that it has. */
  | { kind: 'rename'; path: Path; from: string; id: string };

/** The part of a text that an edit replaced, so that an editor keeps its place, and can take it back. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/** An operation that this text does not allow. */
export class EditRefused extends Error {
  override name = 'EditRefused';
  constructor(reason: string) {
    super(`${reason}. Change it in the text.`);
  }
}

export type { File, Path };
