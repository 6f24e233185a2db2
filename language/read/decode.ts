import { isUtf8 } from 'node:buffer';
import type { Problem } from './yaml/problem.ts';
import type { File } from './yaml/source.ts';

/** A file as text, and what is wrong with its bytes, if anything. */
export interface Decoded extends File {
  problem?: Problem;
}

const UTF_16: [number, number, string][] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

const placeOf = (before: string): { line: number; column: number } => {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};

/** How many bytes at the beginning are UTF-8. */
const soundBytes = (bytes: Uint8Array): number => {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    // A prefix may end within a sign: it is sound if any of its last few ends is.
    const isSound = [0, 1, 2, 3].some((less) => isUtf8(bytes.subarray(0, Math.max(0, middle - less))));
    if (isSound) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low--;
  return low;
};

/** A file that is not UTF-8 is a problem, and is read as what it probably is, so that the rest of it is checked too. */
export const decode = (path: string, bytes: Uint8Array): Decoded => {
  const [, , wide] = UTF_16.find(([first, second]) => bytes[0] === first && bytes[1] === second) ?? [];
  if (wide !== undefined) {
    const problem = { file: path, line: 1, column: 1, message: 'this file is UTF-16: save it as UTF-8' };
    return { path, text: new TextDecoder(wide).decode(bytes), problem };
  }
  if (isUtf8(bytes)) return { path, text: new TextDecoder().decode(bytes) };
  const text = new TextDecoder('windows-1252').decode(bytes);
  const end = soundBytes(bytes);
  const sign = new TextDecoder('windows-1252').decode(bytes.subarray(end, end + 1));
  const message = `this file is not UTF-8, and customers would read rubbish from here on: save it as UTF-8 (it looks like Latin-1, where this is \`${sign}\`)`;
  return { path, text, problem: { file: path, ...placeOf(new TextDecoder().decode(bytes.subarray(0, end))), message } };
};
