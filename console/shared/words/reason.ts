/** A code, such as `quiet-hours` or `muted-by:renewal`, as one reads it. */
export const codeInWords = (code: string): string => {
  const patience = 'patience:';
  const plain = code.startsWith(patience) ? `no better time came (${code.slice(patience.length)})` : code;
  return plain.replaceAll('-', ' ').replace(':', ' ');
};

/** Codes and how often, the most frequent first. */
export const mostFirst = (byCode: Record<string, number>): [string, number][] =>
  Object.entries(byCode).sort(([a, many], [b, more]) => more - many || a.localeCompare(b));
