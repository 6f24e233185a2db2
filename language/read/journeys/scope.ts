import type { Provenance } from '../../catalogue/event.ts';
import { CERTAIN_FACTS, FACTS, MOODS } from '../../catalogue/fact.ts';
import { Scale } from '../../catalogue/kind.ts';
import type { Moment } from '../../catalogue/moment.ts';
import { RANGES } from '../../catalogue/question.ts';
import type { Attribute, Declarations, EventDefinition } from '../declarations.ts';
import { fieldNames } from '../events/check-events.ts';
import type { Scope } from '../expressions/expression-node.ts';
import { joined, type Names, sharedFormat, sharedRange, type Typed } from '../expressions/typed.ts';
import { listNames } from '../yaml/lookup.ts';

/** What is common to events of several types; a name that only some have is lacking, with the reason. */
export interface Common {
  names: Names;
  lacking: ReadonlyMap<string, string>;
  /** A type of them is not known, which was said where it is named: whatever is read of it may be right. */
  uncertain?: boolean;
}

export const commonFields = (types: readonly string[], declarations: Declarations, root: 'event' | 'heard'): Common => {
  const events = types.flatMap((type) => {
    const event = declarations.events.get(type);
    return event ? [{ type, fields: root === 'heard' ? withType(type, event) : fieldNames(event) }] : [];
  });
  const names = new Map<string, Typed>();
  const lacking = new Map<string, string>();
  for (const name of new Set(events.flatMap(({ fields }) => [...fields.keys()]))) {
    const without = events.filter(({ fields }) => !fields.has(name)).map(({ type }) => type);
    const types = events.flatMap(({ fields }) => fields.get(name) ?? []);
    const kinds = [...new Set(types.map(({ kind }) => kind))];
    const full = `${root}.${name}`;
    if (without.length > 0) lacking.set(full, `\`${full}\`: ${listNames(without)} has no field \`${name}\``);
    else if (kinds.length > 1) lacking.set(full, `\`${full}\` is a ${kinds.join(' in one event and a ')} in another`);
    else names.set(name, merge(types));
  }
  return { names, lacking, uncertain: events.length < types.length };
};

/** What was heard says which type it is of, unless it has a field of that name. */
const withType = (type: string, event: EventDefinition): Map<string, Typed> =>
  new Map([['type', { kind: 'text', words: [type], sure: true, provenance: ['observed'] }], ...fieldNames(event)]);

/** An answer is a word that its question offers, or a score on its scale. */
export const asAnswer = (heard: Common, { id, asks, copy }: Moment): Common => {
  const words = copy.default?.asks?.words;
  if (asks === undefined || (asks === 'open' && !words)) return heard;
  const range = asks === 'open' ? undefined : RANGES[asks];
  const missing = range ? ['word'] : ['score', 'scale'];
  const names = [...heard.names].filter(([name]) => !missing.includes(name));
  const instead = range
    ? `\`${id}\` is answered on the scale ${asks}: write \`heard.score\``
    : `\`${id}\` is answered in words: write \`heard.word\``;
  return {
    ...heard,
    names: new Map(
      names.map(([name, typed]) => {
        if (name === 'score' && range) return [name, { ...typed, range }];
        return name === 'word' && words ? [name, { ...typed, words }] : [name, typed];
      }),
    ),
    lacking: new Map([
      ...heard.lacking,
      ...missing.map((name) => [`heard.${name}`, `\`heard.${name}\` never comes: ${instead}`] as const),
    ]),
  };
};

/** What the elements of lists have in common. */
const sharedElement = (types: readonly Typed[]): Pick<Typed, 'element'> => {
  const elements = types.flatMap(({ element }) => element ?? []);
  const [first] = elements;
  if (!first || elements.length < types.length) return {};
  const common = [...first.keys()].flatMap((name) => {
    const fieldTypes = elements.flatMap((each) => each.get(name) ?? []);
    const isSame =
      fieldTypes.length === elements.length && fieldTypes.every(({ kind }) => kind === fieldTypes[0]?.kind);
    return isSame ? [[name, merge(fieldTypes)] as const] : [];
  });
  return { element: new Map(common) };
};

/** One value that comes from any of these. */
const merge = (types: readonly Typed[]): Typed => {
  const [first, ...others] = types;
  if (!first) throw new RangeError('merge of nothing');
  const { words: _words, literal: _literal, format: _format, range: _range, ...rest } = first;
  const words = types.every((each) => each.words) ? [...new Set(types.flatMap((each) => each.words ?? []))] : undefined;
  const provenance = [...new Set(types.flatMap((each) => each.provenance))];
  const { sensitive } = joined(...types);
  return {
    ...rest,
    ...sharedFormat(...types),
    ...sharedRange(...types),
    ...sharedElement(types),
    ...(words && { words }),
    ...(sensitive && { sensitive }),
    provenance,
    sure: first.sure && others.every(({ sure }) => sure),
  };
};

/** What may have been heard by one way or another: never sure, unless by each. */
export const eitherHeard = (ways: readonly Names[]): Names => {
  const names = new Map<string, Typed>();
  for (const name of new Set(ways.flatMap((way) => [...way.keys()]))) {
    const types = ways.flatMap((way) => way.get(name) ?? []);
    const same = types.every(({ kind }) => kind === types[0]?.kind);
    if (same) names.set(name, types.length === ways.length ? merge(types) : { ...merge(types), sure: false });
  }
  return names;
};

const isSure = ({ setBy }: Attribute, entering: readonly string[]): boolean =>
  entering.length > 0 && entering.every((type) => setBy.get(type) === true);

/** Facts and attributes; those that every entering event sets are never missing. */
export const customerNames = (declarations: Declarations, entering: readonly string[]): Map<string, Typed> => {
  const names = new Map<string, Typed>();
  const since = declarations.attributes.get('since')?.typed.provenance;
  for (const [name, attribute] of declarations.attributes)
    names.set(name, { ...attribute.typed, sure: isSure(attribute, entering) });
  for (const [name, kind] of Object.entries(FACTS)) {
    const sure =
      CERTAIN_FACTS.some((each) => each === name) || (name === 'tenureDays' && names.get('since')?.sure === true);
    const provenance: readonly Provenance[] = (name === 'tenureDays' && since) || ['observed'];
    const { data: scale } = Scale.safeParse(name);
    names.set(name, {
      kind,
      sure,
      provenance,
      ...(name === 'mood' && { words: MOODS }),
      ...(scale && { range: RANGES[scale] }),
    });
  }
  return names;
};

/** The names below a root, of which some are surely there. */
export const withSure = (names: Names, root: string, sure: ReadonlySet<string>): Names => {
  const some = [...names].filter(([name, typed]) => !typed.sure && sure.has(`${root}.${name}`));
  if (some.length === 0) return names;
  return new Map([...names, ...some.map(([name, typed]) => [name, { ...typed, sure: true }] as const)]);
};

/** What conditions of a journey may name. */
export const scopeOf = (event: Common, customer: Names, heard?: Common): Scope => ({
  roots: new Map<string, Names>([
    ['event', event.names],
    ...(heard ? [['heard', heard.names] as const] : []),
    ['customer', customer],
  ]),
  lacking: new Map([...event.lacking, ...(heard?.lacking ?? [])]),
  uncertain: new Set([...(event.uncertain ? ['event'] : []), ...(heard?.uncertain ? ['heard'] : [])]),
});

export const NOTHING_HEARD: Common = { names: new Map(), lacking: new Map() };
