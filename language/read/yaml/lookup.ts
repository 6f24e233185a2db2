import { closest, distance } from 'fastest-levenshtein';

/** The known name that was probably meant, if one is near enough. */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined => {
  const names = [...candidates];
  if (names.length === 0) return undefined;
  const best = closest(
    name.toLowerCase(),
    names.map((each) => each.toLowerCase()),
  );
  const match = names.find((each) => each.toLowerCase() === best);
  return match !== undefined && distance(name.toLowerCase(), best) <= Math.max(2, Math.floor(name.length / 3))
    ? match
    : undefined;
};

/** `: did you mean x?`, or the whole list while it is short, or nothing. */
export const didYouMean = (name: string, candidates: Iterable<string>): string => {
  const names = [...candidates];
  const near = nearest(name, names);
  if (near !== undefined) return `: did you mean \`${near}\`?`;
  return names.length > 0 && names.length <= 8 ? `: there is ${names.map((each) => `\`${each}\``).join(', ')}` : '';
};

/** `a`, `b` and `c`, each in backquotes. */
export const listed = (names: readonly string[], joint = 'and'): string => {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
};
