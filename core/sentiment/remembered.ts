/** Words come again and again; those of so many are remembered at once. */
const MOST = 20_000;

/** What a word comes to, worked out once. For pure functions of a word only. */
export const remembered = <T>(of: (word: string) => T): ((word: string) => T) => {
  const known = new Map<string, { is: T }>();
  return (word) => {
    const before = known.get(word);
    if (before) return before.is;
    if (known.size >= MOST) known.clear();
    const now = { is: of(word) };
    known.set(word, now);
    return now.is;
  };
};
