import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Lines gathered into large writes; a reader that went away (`| head`) ends the process quietly. */
export const createOutput = (stream: Writable) => {
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
      pending.push(`${text}\n`);
      size += text.length;
      if (size > 65_536) flush();
    },
    end: async (): Promise<void> => {
      if (!flush()) await once(stream, 'drain');
    },
  };
};
