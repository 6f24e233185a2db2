/** Words come again and again; those of so many are remembered at once. */
const MOST = 20_000;

/** A longer word is seldom seen twice. What it is cut from would be kept in memory with it. */
const LONGEST = 12;

/** What a word comes to, worked out once. For pure functions of a word only. */
export const remembered = <T>(of: (word: string) => T): ((word: string) => T) => {
  const cache = new Map<string, { is: T }>();
  return (word) => {
    if (word.length > LONGEST) return of(word);
    const before = cache.get(word);
    if (before) return before.is;
    if (cache.size >= MOST) cache.clear();
    const now = { is: of(word) };
    cache.set(word, now);
    return now.is;
  };
};
