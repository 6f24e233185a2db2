import type { z } from 'zod';
import { didYouMean, listNames, nearest } from './lookup.ts';
import { keyMeant, stepMeant } from './other-tools.ts';
import type { Path } from './source.ts';
import { hasSpecialSpace, SPECIAL_SPACE } from './special-space.ts';

type Issue = z.core.$ZodIssue;

/** About the value at a path; with `key`, about the key that names it. */
export interface Remark {
  path: Path;
  message: string;
  key?: boolean;
}

const WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

const describeInput = (input: unknown): string => {
  if (input === undefined || input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input !== 'object') return `\`${String(input)}\``;
  const keys = Object.keys(input);
  return keys.length === 0 ? 'no keys' : `keys (${listNames(keys)})`;
};

const isMissing = (issue: Issue): boolean =>
  (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') &&
  issue.input === undefined;

/** Its own words, where the schema has some. */
const ownWords = (issue: Issue): string | undefined =>
  issue.message.startsWith('Invalid ') ? undefined : issue.message;

/** Every issue of a failed parse, each at its place, in the words of the language. */
export const remarks = (issues: readonly Issue[], under: Path): Remark[] =>
  issues
    .filter((issue) => !isMisspelt(issue, issues))
    .flatMap((issue) => remarksOn(issue, [...under, ...(issue.path as Path)]));

const knownKeys = (issue: z.core.$ZodIssueUnrecognizedKeys): string[] =>
  issue.message.startsWith('Unrecognized ') ? [] : issue.message.split(' ');

const unknownKey = (key: string, keys: Iterable<string>): string => {
  if (hasSpecialSpace(key)) return `\`${key}\`: ${SPECIAL_SPACE}`;
  const names = [...keys];
  const meant = keyMeant(key, names);
  return `unknown \`${key}\`${meant === undefined ? didYouMean(key, names) : `: did you mean \`${meant}\`?`}`;
};

/** A condition or a time beside a step, which other tools write there. */
const besideStep = (key: string, keys: readonly string[], path: Path): string | undefined => {
  const isInStep = path.includes('steps') && path.at(-2) !== 'choose' && typeof path.at(-1) === 'number';
  const step = isInStep && keyMeant(key, keys) === undefined ? stepMeant(key) : undefined;
  if (step === undefined) return undefined;
  const [first] = keys;
  const instead = step === 'choose' ? `choose: [ { when: …, steps: [ { ${first}: … } ] } ]` : 'wait: …';
  return `\`${key}\` cannot stand beside \`${first}\`: write \`- ${instead}\``;
};

/** A key that is missing since it is there with a slip of the pen, which says enough. */
const isMisspelt = (issue: Issue, issues: readonly Issue[]): boolean =>
  isMissing(issue) &&
  issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.join('/') === issue.path.slice(0, -1).join('/') &&
      other.keys.some((key) => keyMeant(key, knownKeys(other)) === issue.path.at(-1)),
  );

/** Issues about how a text is written, and not about what it says. */
const OF_FORM: readonly Issue['code'][] = ['invalid_format', 'invalid_value', 'invalid_union', 'custom'];

const remarksOn = (issue: Issue, path: Path): Remark[] => {
  if (OF_FORM.includes(issue.code) && typeof issue.input === 'string' && hasSpecialSpace(issue.input))
    return [{ path, message: `\`${issue.input}\`: ${SPECIAL_SPACE}` }];
  if (isMissing(issue)) return [{ path, message: missing(issue, path) }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: besideStep(key, knownKeys(issue), path) ?? unknownKey(key, knownKeys(issue)),
        key: true,
      }));
    case 'invalid_union':
      return remarksOnUnion(issue, path);
    case 'invalid_value':
      return [{ path, message: wrongValue(issue) }];
    case 'invalid_type': {
      const expected = ownWords(issue) ?? WORDS[issue.expected] ?? issue.expected;
      return [{ path, message: `expected ${expected}, ${describeMismatch(issue)}` }];
    }
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, message, key: true }));
    default:
      return [{ path, message: issue.message }];
  }
};

/** What stands there instead, and what mends it where that can be told. */
const describeMismatch = (issue: z.core.$ZodIssueInvalidType): string => {
  const { expected, input } = issue;
  if (typeof input === 'string' && isQuoted(input, expected))
    return `found the text \`"${input}"\`: leave out the quotes`;
  const plain = `found ${describeInput(input)}`;
  // Of any other number 50 is not what was meant by `50%`.
  if (ownWords(issue)?.startsWith('a percentage') && /^\d+(\.\d+)? ?%$/.test(String(input)))
    return `${plain}: leave the \`%\` out`;
  if (expected === 'boolean' && /^(yes|no)$/i.test(String(input)))
    return `${plain}: write \`${/^yes$/i.test(String(input))}\``;
  if (expected === 'string' && ownWords(issue) === undefined && ['number', 'boolean'].includes(typeof input))
    return `${plain}: put it in quotes`;
  if (expected === 'string' && ownWords(issue) === undefined && Array.isArray(input))
    return `${plain}: write one text, without brackets or \`- \``;
  if (expected === 'array' && ownWords(issue) === undefined && ['string', 'number'].includes(typeof input))
    return `${plain}: write \`[${input}]\``;
  const [key] = keysOf(input);
  if (expected !== 'array' || key === undefined) return plain;
  return key.startsWith('-') ? `${plain}: a space is missing behind \`-\`` : `${plain}: write \`- \` before \`${key}\``;
};

/** A number, or `true` or `false`, that quotes made a text. */
const isQuoted = (text: string, expected: string): boolean =>
  expected === 'boolean'
    ? /^(true|false)$/.test(text)
    : (expected === 'number' || expected === 'int') && text.trim() !== '' && Number.isFinite(Number(text));

const missing = (issue: Issue, path: Path): string => {
  if (path.length === 0) return 'there is nothing here';
  const hint = issue.code === 'invalid_value' ? `one of ${listNames(issue.values.map(String), 'or')}` : ownWords(issue);
  return `\`${String(path.at(-1) ?? 'this')}\` is missing${hint ? `: ${hint}` : ''}`;
};

const wrongValue = (issue: z.core.$ZodIssueInvalidValue): string => {
  if (issue.values.some((value) => value !== issue.input && String(value) === issue.input))
    return `found the text \`"${issue.input}"\`: leave out the quotes`;
  const values = issue.values.map(String);
  const near = typeof issue.input === 'string' ? nearest(issue.input, values) : undefined;
  return `found ${describeInput(issue.input)}${near ? `: did you mean \`${near}\`?` : `, expected ${listNames(values, 'or')}`}`;
};

const isOfAnotherKind = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    issue.code === 'invalid_value' ||
    (issue.code === 'invalid_union' &&
      issue.errors.length > 0 &&
      issue.errors.every((each) => each.some(isOfAnotherKind))));

const lacksKey = (issue: Issue): boolean => issue.path.length === 1 && isMissing(issue);

/** A word of an option with a slip of the pen, where others would be keys. */
const isNearMiss = (issue: Issue): boolean =>
  issue.code === 'invalid_value' &&
  issue.path.length === 0 &&
  typeof issue.input === 'string' &&
  nearest(issue.input, issue.values.map(String)) !== undefined;

/** The option that was meant is the one whose kind fits and whose keys are there. */
const remarksOnUnion = (issue: z.core.$ZodIssueInvalidUnion, path: Path): Remark[] => {
  const fitting = issue.errors.filter((issues) => !issues.some(isOfAnotherKind));
  const candidates = fitting.filter((issues) => !issues.some(lacksKey));
  const only = [candidates, fitting, optionsMeant(fitting, keysOf(issue.input))].find(({ length }) => length === 1);
  if (only) return only.flatMap((issues) => remarks(issues, path));
  const rivals = rivalKeys(candidates);
  const isListed = typeof path.at(-1) === 'number';
  if (rivals.length > 1)
    return [
      {
        path,
        message: `${listNames(rivals)} do not go together: keep one${isListed ? ', or write them one after the other' : ''}`,
      },
    ];
  const misspelt = issue.errors.flat().find(isNearMiss);
  if (misspelt) return remarksOn(misspelt, path);
  const words = ownWords(issue);
  return words === undefined
    ? [remarkOnUnmeant(issue, path)]
    : [{ path, message: `expected ${words}, found ${describeInput(issue.input)}` }];
};

const keysOf = (input: unknown): string[] => (typeof input === 'object' && input !== null ? Object.keys(input) : []);

const strangeKeys = (issues: readonly Issue[]): string[] =>
  issues.flatMap((each) => (each.code === 'unrecognized_keys' && each.path.length === 0 ? each.keys : []));

/**
 * Options that know a key which no other knows: who wrote `listen` meant that one, whatever is missing beside it. Who begins with
 * a word that none knows may mean any: `if` with `steps` is no `repeat`.
 */
const optionsMeant = (options: readonly Issue[][], keys: readonly string[]): Issue[][] => {
  const strange = options.map(strangeKeys);
  if (strange.every((each) => each.includes(keys[0] ?? ''))) return [];
  const own = keys.filter((key) => strange.filter((each) => !each.includes(key)).length === 1);
  return options.filter((_, place) => own.some((key) => !strange[place]?.includes(key)));
};

/** Keys of several options, each of which knows only its own. */
const rivalKeys = (candidates: readonly (readonly Issue[])[]): string[] => {
  const strange = candidates.map(strangeKeys);
  return [...new Set(strange.flat())].filter((key) => strange.some((keys) => !keys.includes(key)));
};

/** No option's key is there: name them, or the one that was probably meant. */
const remarkOnUnmeant = (issue: z.core.$ZodIssueInvalidUnion, path: Path): Remark => {
  const missingKeys = new Set(
    issue.errors.flatMap((issues) => issues.find(lacksKey)?.path.slice(0, 1).map(String) ?? []),
  );
  const typo = keysOf(issue.input).find((key) => keyMeant(key, missingKeys) !== undefined);
  if (typo !== undefined) return { path: [...path, typo], message: unknownKey(typo, missingKeys), key: true };
  const expected = missingKeys.size > 0 ? `one of ${listNames([...missingKeys], 'or')}` : kindsExpected(issue);
  return { path, message: `expected ${expected}, found ${describeInput(issue.input)}` };
};

const kindsExpected = ({ errors }: z.core.$ZodIssueInvalidUnion): string => {
  const kinds = errors.flat().flatMap((each) => (each.code === 'invalid_type' ? (WORDS[each.expected] ?? []) : []));
  return [...new Set(kinds)].join(' or ');
};
