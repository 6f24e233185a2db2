/** Words of a language by what they tell, `*` for every ending: a model of few messages knows more words by their kind. */
export type Lexicon = Record<
  'awful' | 'bad' | 'waiting' | 'unit' | 'count' | 'not' | 'good' | 'great' | 'thanks' | 'asks',
  string
>;

const SHORTEST = 2;

/** What kind a word of a lexicon is. Where several fit, the longest beginning. */
export const createKindOf = (lexicon: Record<string, string>): ((word: string) => string | undefined) => {
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const [kind, words] of Object.entries(lexicon))
    for (const word of words.trim().split(/\s+/))
      if (word.endsWith('*')) beginnings.set(word.slice(0, -1), kind);
      else whole.set(word, kind);
  return (word) => {
    const exact = whole.get(word);
    if (exact) return exact;
    for (let length = word.length; length >= SHORTEST; length -= 1) {
      const kind = beginnings.get(word.slice(0, length));
      if (kind) return kind;
    }
    return undefined;
  };
};
