import { distance } from 'fastest-levenshtein';

/** Two letters that stand the other way round. */
const isSwapped = (a: string, b: string): boolean => {
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
};

/** What two names do not share of their parts: `started` and `lapsed` of `subscription.started` and `subscription.lapsed`. */
const different = (a: string, b: string): [string, string] => {
  const [mine, other] = [a.split(/[.-]/), b.split(/[.-]/)];
  const most = Math.min(mine.length, other.length) - 1;
  let front = 0;
  while (front < most && mine[front] === other[front]) front++;
  let back = 0;
  while (back < most - front && mine.at(-1 - back) === other.at(-1 - back)) back++;
  return [mine.slice(front, mine.length - back).join('.'), other.slice(front, other.length - back).join('.')];
};

/** More of a word is not wrong by a slip of the pen: it is another word. */
const MOST_WRONG = 1 / 3;

/** Which part of the letters is wrong; whatever their case. */
const wrongPart = (name: string, candidate: string): number => {
  const [mine, other] = different(name.toLowerCase(), candidate.toLowerCase());
  return (isSwapped(mine, other) ? 0.5 : distance(mine, other)) / Math.max(mine.length, other.length, 1);
};

/** The known name that was probably meant, if one is near enough. */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined => {
  const [best] = [...candidates]
    .map((candidate) => ({ candidate, wrong: wrongPart(name, candidate) }))
    .filter(({ wrong }) => wrong <= MOST_WRONG)
    .sort((a, b) => a.wrong - b.wrong);
  return best?.candidate;
};

/** `: did you mean x?`, or the whole list while it is short, or nothing. */
export const didYouMean = (name: string, candidates: Iterable<string>): string => {
  const names = [...candidates];
  const near = nearest(name, names);
  if (near !== undefined) return `: did you mean \`${near}\`?`;
  return names.length > 0 && names.length <= 8 ? `: there is ${names.map((each) => `\`${each}\``).join(', ')}` : '';
};

/** `a`, `b` and `c`, each in backquotes. */
export const listNames = (names: readonly string[], joint = 'and'): string => {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
};
