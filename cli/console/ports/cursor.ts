import { badCursor } from '../../../functions/api/problem.ts';

type Cursor = Record<string, string | number>;

/** What a cursor says, in the shape of where a list begins. Throws Refused. */
export const readCursor = <Shape extends Cursor>(after: string | undefined, begin: Shape): Shape => {
  if (after === undefined) return begin;
  try {
    const cursor: unknown = JSON.parse(after);
    if (typeof cursor === 'object' && cursor !== null) {
      const read = { ...begin, ...cursor };
      if (Object.entries(begin).every(([name, value]) => typeof read[name] === typeof value)) return read;
    }
  } catch {
    // What is no JSON is no cursor of ours.
  }
  throw badCursor(after);
};
