import * as z from 'zod';

/** As much of a browser's storage as is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A key for each file: of two tabs each puts up and takes away only the files that it changes. */
const PREFIX = 'tactful.unsaved/';
/** One for all files, as long as that was how they were kept. */
const FORMER_KEY = 'tactful.unsaved';

/** What was not saved of a file, and what it was written over; neither of the latter where the file is new. */
const KeptFile = z.object({ text: z.string(), saved: z.string().optional(), etag: z.string().optional() });
export type KeptFile = z.infer<typeof KeptFile>;
const KeptFiles = z.record(z.string(), KeptFile);
export type KeptFiles = z.infer<typeof KeptFiles>;

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
};

export const putUp = (shelf: Shelf, path: string, file: KeptFile): void =>
  shelf.setItem(PREFIX + path, JSON.stringify(file));

export const takeAway = (shelf: Shelf, path: string): void => shelf.removeItem(PREFIX + path);

/** What was not saved when the page was left, by path; nothing of what cannot be read. */
export const takeDown = (shelf: Shelf): KeptFiles => {
  const former = KeptFiles.safeParse(parsed(shelf.getItem(FORMER_KEY))).data ?? {};
  for (const [path, file] of Object.entries(former)) {
    if (shelf.getItem(PREFIX + path) === null) putUp(shelf, path, file);
  }
  shelf.removeItem(FORMER_KEY);
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
  return Object.fromEntries(
    keys
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => {
        const { data } = KeptFile.safeParse(parsed(shelf.getItem(key)));
        return data ? [[key.slice(PREFIX.length), data]] : [];
      }),
  );
};
