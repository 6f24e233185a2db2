/** What a toy puts into one file of its recipe: a new file, or lines after a line that the file has today. */
export type Change = { text: string } | { after: string; insert: string }[];

/** One addition by a recipe of docs/extending.md. */
export interface Toy {
  /** The recipe's heading. */
  recipe: string;
  /** What stands for the names in angle brackets in the recipe's list. */
  names: Record<string, string>;
  changes: Record<string, Change>;
}

/** A file of ours is not as a toy expects it. */
export class AnchorMissing extends Error {
  override name = 'AnchorMissing';
}

/** The text of a file after a change. Throws AnchorMissing. */
export const changed = (file: string, before: string | undefined, change: Change): string => {
  if (!Array.isArray(change)) {
    if (before !== undefined) throw new AnchorMissing(`${file} is there already: give the toy another name.`);
    return change.text;
  }
  if (before === undefined)
    throw new AnchorMissing(`${file} is gone: correct the recipe in docs/extending.md, and the toy.`);
  return change.reduce((text, { after, insert }) => {
    const parts = text.split(after);
    if (parts.length === 2) return `${parts[0]}${after}${insert}${parts[1]}`;
    const times = parts.length === 1 ? 'is not' : `is ${parts.length - 1} times`;
    throw new AnchorMissing(
      `${JSON.stringify(after)} ${times} in ${file}: say in test/extending/toys after what the toy's lines belong now.`,
    );
  }, before);
};
