/** FNV-1a, over the letters of a word, from where another hash stood. */
export const hashed = (text: string, from: number): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash;
};

/** FNV leaves its low bits poorly mixed. */
export const mixed = (hash: number): number => {
  const one = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const two = Math.imul(one ^ (one >>> 12), 0x297a2d39);
  return (two ^ (two >>> 15)) >>> 0;
};

export const SEED = 0x811c9dc5;
/** No table of weights has more than `1 << MOST_BITS` places. */
export const MOST_BITS = 18;

/** Kinds of features, each with a hash of its own to begin with. */
export const WORDS = hashed('w', SEED);
export const NEGATED = hashed('n', SEED);
export const PAIRS = hashed('p', SEED);
export const KINDS = hashed('k', SEED);
