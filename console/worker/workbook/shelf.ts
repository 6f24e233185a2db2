import * as z from 'zod';

/** As much of a browser's storage as is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'tactful.unsaved';
const Kept = z.record(z.string(), z.object({ text: z.string(), etag: z.string().optional() }));
export type Kept = z.infer<typeof Kept>;

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
};

/** What was not saved when the page was left; nothing where that cannot be read. */
export const takeDown = (shelf: Shelf): Kept => Kept.safeParse(parsed(shelf.getItem(KEY))).data ?? {};

export const putUp = (shelf: Shelf, kept: Kept): void => {
  if (Object.keys(kept).length === 0) shelf.removeItem(KEY);
  else shelf.setItem(KEY, JSON.stringify(kept));
};
