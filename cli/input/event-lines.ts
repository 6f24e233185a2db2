import { createReadStream } from 'node:fs';
import { UsageError } from '../usage-error.ts';
import { linesIn } from './lines.ts';

/** Lines of a file, or of standard input for `-`. Throws UsageError. */
export const linesOf = async (file: string): Promise<AsyncIterable<string>> => {
  const input = file === '-' ? process.stdin : createReadStream(file);
  if (file !== '-') {
    await new Promise<void>((resolve, reject) => {
      input.once('readable', resolve);
      input.once('end', resolve);
      input.once('error', () =>
        reject(new UsageError(`Cannot read ${file}. Give a file with one EventBridge envelope a line.`)),
      );
    });
  }
  return linesIn(input);
};
