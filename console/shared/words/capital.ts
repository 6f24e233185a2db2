/** A sentence, from words that may begin small. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
