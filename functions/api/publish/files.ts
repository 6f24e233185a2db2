import { createHash } from 'node:crypto';
import type { File } from '../../../language/read/yaml/source.ts';

/** A hash of files as written, whatever their order. */
export const hashOfFiles = (files: readonly File[]): string => {
  const sorted = files
    .map(({ path, text }) => [path, text])
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 24);
};

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);
