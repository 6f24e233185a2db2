import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { JsonSchema } from '../../../language/read/docs/json-schema.ts';
import { suggest } from './suggest.ts';

export interface Meant {
  schema: JsonSchema | undefined;
  /** Names that the files declare. */
  words: readonly string[];
}

/** Where the YAML of a text is: all of it, or between the two lines of front matter. */
const yamlIn = (text: string): { from: number; to: number } => {
  if (!text.startsWith('---\n')) return { from: 0, to: text.length };
  const end = text.indexOf('\n---', 3);
  return { from: 4, to: end < 0 ? text.length : end };
};

/** What may be meant where one types: words and values of the schema, and names of the files. */
export const completing =
  (meant: () => Meant) =>
  (context: CompletionContext): CompletionResult | null => {
    const { schema, words } = meant();
    const text = context.state.doc.toString();
    const { from, to } = yamlIn(text);
    const isYaml = schema !== undefined && context.pos >= from && context.pos <= to;
    const suggestion = isYaml ? suggest(schema, text.slice(from, to), context.pos - from) : undefined;
    const word = context.matchBefore(/[\w.-]+/);
    if (!word && !context.explicit) return null;
    const own = (suggestion?.options ?? []).map((option) => ({
      ...option,
      type: suggestion?.isKey ? 'property' : 'enum',
    }));
    // Where a key is due no name of a moment is meant.
    const names = suggestion?.isKey ? [] : words.map((label) => ({ label, type: 'keyword' }));
    const options = [...own, ...names];
    if (options.length === 0) return null;
    return { from: word?.from ?? context.pos, options, validFor: /^[\w.-]*$/ };
  };
