import type { Typed } from '../expressions/typed.ts';

type Kind = Typed['kind'];

/** What a filter takes, as an error says it, and the kinds of values that are so. */
interface FilterInput {
  noun: string;
  kinds: readonly Kind[];
}

/** What a filter takes, what stands behind it and how much of that it needs, and what it gives. */
export interface Signature {
  takes: FilterInput;
  behind: readonly ('any' | 'number')[];
  needs: number;
  /** `same`: what it was given. */
  gives: Kind | 'same';
}

const NUMBERS: FilterInput = { noun: 'numbers', kinds: ['number'] };
const DATES: FilterInput = { noun: 'dates', kinds: ['date'] };
const LISTS: FilterInput = { noun: 'lists', kinds: ['list'] };
const TEXT: FilterInput = { noun: 'text', kinds: ['text', 'number', 'boolean', 'date'] };
const TEXT_OR_LISTS: FilterInput = { noun: 'text or lists', kinds: ['text', 'date', 'list'] };
const ALL: FilterInput = { noun: 'anything', kinds: [...TEXT.kinds, 'list'] };

const all = (
  names: string,
  takes: FilterInput,
  gives: Signature['gives'],
  behind: Signature['behind'] = [],
  needs = behind.length,
): [string, Signature][] => names.split(' ').map((name) => [name, { takes, behind, needs, gives }]);

/** The filters of Liquid and our own. What they are given that is something else they print as rubbish, or fail at. */
export const SIGNATURES: ReadonlyMap<string, Signature> = new Map([
  ...all('date', DATES, 'text', ['any'], 0),
  ...all('money', NUMBERS, 'text', ['any']),
  ...all('number', NUMBERS, 'text', ['number'], 0),
  ...all('raw', ALL, 'same'),
  ...all('default', ALL, 'same', ['any']),
  ...all('json jsonify inspect', ALL, 'text', ['number'], 0),
  ...all('abs ceil floor to_integer', NUMBERS, 'number'),
  ...all('round', NUMBERS, 'number', ['number'], 0),
  ...all('plus minus times modulo at_least at_most', NUMBERS, 'number', ['number']),
  ...all('divided_by', NUMBERS, 'number', ['number', 'any'], 1),
  ...all('capitalize downcase upcase strip_newlines squish normalize_whitespace', TEXT, 'text'),
  ...all('escape escape_once xml_escape newline_to_br strip_html', TEXT, 'text'),
  ...all('url_encode cgi_escape uri_escape base64_encode sha256', TEXT, 'text'),
  ...all('strip lstrip rstrip', TEXT, 'text', ['any'], 0),
  ...all('append prepend remove remove_first remove_last hmac_sha256', TEXT, 'text', ['any']),
  ...all('replace replace_first replace_last', TEXT, 'text', ['any', 'any']),
  ...all('truncate truncatewords', TEXT, 'text', ['number', 'any'], 0),
  ...all('slugify', TEXT, 'text', ['any', 'any'], 0),
  ...all('number_of_words', TEXT, 'number', ['any'], 0),
  ...all('split', TEXT, 'list', ['any']),
  ...all('size', TEXT_OR_LISTS, 'number'),
  ...all('first last', TEXT_OR_LISTS, 'any'),
  ...all('slice', ALL, 'any', ['number', 'number'], 1),
  ...all('join array_to_sentence_string', LISTS, 'text', ['any'], 0),
  ...all('reverse compact uniq pop shift', LISTS, 'list'),
  ...all('sort sort_natural', LISTS, 'list', ['any'], 0),
  ...all('map concat push unshift group_by', LISTS, 'list', ['any']),
  ...all('where reject', LISTS, 'list', ['any', 'any'], 1),
  ...all('where_exp reject_exp group_by_exp', LISTS, 'list', ['any', 'any']),
  ...all('sum', LISTS, 'number', ['any'], 0),
  ...all('find', LISTS, 'any', ['any', 'any'], 1),
  ...all('find_exp', LISTS, 'any', ['any', 'any']),
  ...all('find_index', LISTS, 'number', ['any', 'any'], 1),
  ...all('find_index_exp', LISTS, 'number', ['any', 'any']),
  ...all('has', LISTS, 'boolean', ['any', 'any'], 1),
  ...all('has_exp', LISTS, 'boolean', ['any', 'any']),
]);
