/**
 * Phrases of one strength, one a line, by what they tell of. A phrase is a row of parts: words with `/` between
 * alternatives, `word*` for every ending, `part?` for one that may be missing, `_2` for up to two other words, and the
 * names of sets of words that phrases.ts has.
 */
export type Phrases = Record<string, { strength: number; lines: string }>;
