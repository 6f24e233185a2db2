import type { Attribute } from '../../../core/customer/model/attribute.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { addressOf, customerWords, SENDABLE } from '../../../language/catalogue/channel.ts';
import type { Field } from '../../../language/catalogue/event.ts';
import { fieldKind } from '../../../language/catalogue/field-type.ts';
import { SHIPPED } from '../../../language/catalogue/page-words/shipped.ts';
import type { Speech } from '../../shared/speech.ts';
import { statedField } from '../../shared/stated-field.ts';
import { type Uses, usesOf } from './uses.ts';

/** A word as it is kept, and as its customer reads it. */
interface Word {
  value: string;
  says: string;
}

/** How a fact may be corrected: by one of some words, or by what is typed. */
export type Input = { kind: 'words'; words: Word[] } | { kind: 'text' | 'number' | 'date' };

/** A fact as its customer reads it. */
export interface ShownFact {
  attribute: string;
  name: string;
  value: string;
  /** Where it came from, since when, and what it is used for: a sentence each. */
  says: string[];
  /** What may be done with it: `elsewhere` where it is changed with the account. */
  may: 'correct' | 'remove' | 'elsewhere' | 'nothing';
  input: Input;
  /** As an input holds it. */
  typed: string;
}

type Read = Pick<Catalogue, 'events' | 'journeys' | 'moments' | 'pages'>;

/** `firstName` is `First name`. */
const spelledOut = (attribute: string): string => {
  const words = attribute
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const factName = (attribute: string, { name }: Speech): string => name('fact', attribute, spelledOut(attribute));

/** One word of a fact: a way to the customer is called as it is elsewhere. */
const inWord = (attribute: string, value: string, { name }: Speech): string =>
  attribute === 'preferredChannel' ? name('channel', value, customerWords(value)?.name ?? value) : value;

/** A fact in words: days as days, and nothing as a program writes it. */
const inWords = (attribute: string, value: Attribute['value'], field: Field | undefined, speech: Speech): string => {
  const { say, day } = speech;
  if (typeof value === 'boolean') return say(value ? 'common.yes' : 'common.no');
  const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
  const isDate = field === undefined || fieldKind(field.type, field.from).kind === 'date';
  return isDate && Number.isFinite(time) ? day(time) : inWord(attribute, String(value), speech);
};

/** The languages in which something of ours speaks, pages or messages. */
const ourLanguages = ({ pages = {}, moments }: Read): string[] => {
  const copyTags = Object.values(moments).flatMap(({ copy }) => Object.keys(copy));
  const all = [...Object.keys(SHIPPED), ...Object.keys(pages), ...copyTags.filter((tag) => tag !== 'default')];
  return [...new Set(all)];
};

/** `de` is German; a text that is no language tag stays as it is. */
const languageName = (tag: string, { locale }: Speech): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** A language in words of one's own would be understood by nobody: it is chosen, and what is known stays. */
const languageInput = (current: string, catalogue: Read, speech: Speech): Input => ({
  kind: 'words',
  words: [...new Set([current, ...ourLanguages(catalogue)])].map((value) => ({
    value,
    says: languageName(value, speech),
  })),
});

const inputOf = (attribute: string, field: Field | undefined, speech: Speech): Input => {
  const { say } = speech;
  if (Array.isArray(field?.type))
    return { kind: 'words', words: field.type.map((value) => ({ value, says: inWord(attribute, value, speech) })) };
  if (field?.type === 'boolean')
    return {
      kind: 'words',
      words: [
        { value: 'true', says: say('common.yes') },
        { value: 'false', says: say('common.no') },
      ],
    };
  const kind = field && fieldKind(field.type, field.from).kind;
  return { kind: kind === 'number' || kind === 'date' ? kind : 'text' };
};

const MOST_NAMED = 6;

const listNames = (ids: string[], nameOf: (id: string) => string, { say, list }: Speech): string => {
  const names = [...new Set(ids.map(nameOf))];
  const some = names.slice(0, MOST_NAMED);
  const count = names.length - some.length;
  return count > 0 ? say('known.used-more', { names: some.join(', '), count }) : list(some);
};

const usedFor = ({ by, printed, chosen }: Uses, { moments, journeys }: Read, speech: Speech): string[] => {
  const { say, name } = speech;
  const momentName = (id: string) => name('moment', id, moments[id]?.title ?? id);
  const journeyName = (id: string) => name('journey', id, journeys[id]?.title ?? id);
  const says = [
    ...(by ? [say(`known.used-${by}`)] : []),
    ...(printed.length > 0 ? [say('known.used-printed', { names: listNames(printed, momentName, speech) })] : []),
    ...(chosen.length > 0 ? [say('known.used-chosen', { names: listNames(chosen, journeyName, speech) })] : []),
  ];
  return says.length > 0 ? says : [say('known.used-nowhere')];
};

/** An address leads to somebody: it is changed where they show who they are. */
const isAddress = (attribute: string): boolean => SENDABLE.some((channel) => addressOf(channel) === attribute);

const mayOf = (attribute: string, { provenance }: Attribute, field: Field | undefined): ShownFact['may'] => {
  if (provenance === 'observed') return 'nothing';
  if (provenance !== 'stated') return 'remove';
  if (isAddress(attribute)) return 'elsewhere';
  return field ? 'correct' : 'remove';
};

/** All facts that stand, by name. */
export const factsShown = (state: CustomerState, catalogue: Read, speech: Speech): ShownFact[] =>
  Object.entries(state.attributes)
    .map(([attribute, fact]): ShownFact => {
      const field = statedField(catalogue, attribute);
      const { value, provenance, at, since, sensitive } = fact;
      const { say, day } = speech;
      const isLanguage = attribute === 'locale' && field?.type === 'text';
      const input = isLanguage ? languageInput(String(value), catalogue, speech) : inputOf(attribute, field, speech);
      const dayText =
        since === undefined
          ? say('known.told', { day: day(at) })
          : say('known.since', { day: day(since), told: day(at) });
      return {
        attribute,
        name: factName(attribute, speech),
        value: isLanguage ? languageName(String(value), speech) : inWords(attribute, value, field, speech),
        says: [
          `${say(`known.source-${provenance}`)} ${dayText}`,
          ...usedFor(usesOf(catalogue, attribute), catalogue, speech),
          ...(sensitive && value !== false ? [say('known.sensitive')] : []),
        ],
        may: mayOf(attribute, fact, field),
        input,
        typed: input.kind === 'date' ? String(value).slice(0, 10) : String(value),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, speech.locale));
