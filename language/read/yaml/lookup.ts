import { closest, distance } from 'fastest-levenshtein';

/** The known name that was probably meant, if one is near enough. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  const names = [...known];
  if (names.length === 0) return undefined;
  const best = closest(
    name.toLowerCase(),
    names.map((each) => each.toLowerCase()),
  );
  const found = names.find((each) => each.toLowerCase() === best);
  return found !== undefined && distance(name.toLowerCase(), best) <= Math.max(2, Math.floor(name.length / 3))
    ? found
    : undefined;
};

/** `: did you mean x?`, or the whole list while it is short, or nothing. */
export const didYouMean = (name: string, known: Iterable<string>): string => {
  const names = [...known];
  const near = nearest(name, names);
  if (near !== undefined) return `: did you mean \`${near}\`?`;
  return names.length > 0 && names.length <= 8 ? `: there is ${names.map((each) => `\`${each}\``).join(', ')}` : '';
};

/** `a`, `b` and `c`, each in backquotes. */
export const listed = (names: readonly string[], joint = 'and'): string => {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
};
