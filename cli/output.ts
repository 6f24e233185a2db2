import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where a command writes: results to `out`, progress and problems to `err`, a line at a time. */
export interface Output {
  out: (line: string) => void;
  err: (line: string) => void;
}

const LARGE = 65_536;

/** Gathers lines into large writes; a reader that went away (`| head`) ends the process quietly. */
export const createLineWriter = (stream: Writable) => {
  let pending: string[] = [];
  let size = 0;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const flush = (): boolean => {
    const text = pending.join('');
    pending = [];
    size = 0;
    return text === '' || stream.write(text);
  };
  return {
    line: (text: string): void => {
      // A command that stays up must not keep its last lines.
      if (pending.length === 0) setImmediate(flush);
      pending.push(`${text}\n`);
      size += text.length;
      if (size > LARGE) flush();
    },
    end: async (): Promise<void> => {
      if (!flush()) await once(stream, 'drain');
    },
  };
};
