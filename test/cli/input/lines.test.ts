import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn } from '../../../cli/input/lines.ts';

const linesOf = async (...chunks: (string | Buffer)[]): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesIn(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) lines.push(line);
  return lines;
};

describe('the lines of a file of events', () => {
  it('reads files from Windows, with or without a mark before the first line', async () => {
    expect(await linesOf('\uFEFFa\r\nb\r\n')).toEqual(['a', 'b']);
    expect(await linesOf('a\nb')).toEqual(['a', 'b']);
  });

  it('does not care where a stream is cut, also within a letter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 9 }),
        async (texts, size) => {
          const lines = texts.map((text) => `.${text.replaceAll(/[\r\n]/g, '')}`);
          const bytes = Buffer.from(lines.join('\n'));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          );
          expect(await linesOf(...chunks)).toEqual(lines);
        },
      ),
    );
  });

  it('holds no more of a line than it takes to see that it is too long', async () => {
    const [long = '', next] = await linesOf(...Array.from({ length: 30 }, () => 'x'.repeat(100_000)), '\nnext\n');
    expect(long.length).toBe(2 * 1024 * 1024);
    expect(next).toBe('next');
  });
});
