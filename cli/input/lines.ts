import type { Readable } from 'node:stream';

/** More than an event may have, and little enough to hold: the rest of a longer line is dropped, and it is refused. */
const LONGEST = 2 * 1024 * 1024;

/** The lines of a UTF-8 stream, without the mark that some programs put before the first. */
export async function* linesIn(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let line = '';
  let first = true;
  const take = (text: string): void => {
    if (line.length < LONGEST) line += text.slice(0, LONGEST - line.length);
  };
  const whole = (): string => {
    const text = first ? line.replace(/^\uFEFF/, '') : line;
    first = false;
    line = '';
    return text.replace(/\r$/, '');
  };
  for await (const chunk of stream as AsyncIterable<string>) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      take(chunk.slice(from, end));
      yield whole();
      from = end + 1;
    }
    take(chunk.slice(from));
  }
  if (line !== '') yield whole();
}
