import type { Token } from 'markdown-it';
import type { BodyKind } from '../../../language/catalogue/channel.ts';
import { toHtml } from './markdown.ts';
import { toText } from './plain.ts';
import { manyLines, oneLine } from './values.ts';

/** How a kind of body is written. */
interface BodyWriter {
  /** What a printed value may keep of its lines. */
  value: (text: string) => string;
  text: (tokens: Token[]) => string;
  html: (tokens: Token[]) => string | undefined;
}

const without = (): undefined => undefined;
const withHtml: BodyWriter = { value: oneLine, text: toText, html: (tokens) => toHtml(tokens) || undefined };

export const BODIES: Record<BodyKind, BodyWriter> = {
  'html-document': withHtml,
  'html-fragment': withHtml,
  'short-text': { value: oneLine, text: (tokens) => toText(tokens).replace(/\s+/g, ' ').trim(), html: without },
  work: { value: manyLines, text: toText, html: without },
};
