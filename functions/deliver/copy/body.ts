import type { Token } from 'markdown-it';
import type { BodyKind } from '../../../language/catalogue/channel.ts';
import { toHtml } from './markdown.ts';
import { toText } from './plain.ts';
import { IN_SMS, IN_TEXT, type TypedStyle } from './typed-text.ts';
import { manyLines, oneLine } from './values.ts';

/** How a kind of body is written. */
interface BodyWriter {
  /** What a printed value may keep of its lines. */
  value: (text: string) => string;
  /** How a text that somebody typed is printed; a colleague reads it as it was written. */
  typed?: TypedStyle;
  text: (tokens: Token[]) => string;
  html: (tokens: Token[]) => string | undefined;
}

const without = (): undefined => undefined;
const withHtml: BodyWriter = {
  value: oneLine,
  typed: IN_TEXT,
  text: toText,
  html: (tokens) => toHtml(tokens) || undefined,
};

export const BODIES: Record<BodyKind, BodyWriter> = {
  'html-document': withHtml,
  'html-fragment': withHtml,
  'short-text': {
    value: oneLine,
    typed: IN_SMS,
    text: (tokens) => toText(tokens).replace(/\s+/g, ' ').trim(),
    html: without,
  },
  work: { value: manyLines, text: toText, html: without },
};
