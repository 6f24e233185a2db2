import type { Provenance } from '../../catalogue/event.ts';
import { CERTAIN_FACTS, FACTS, MOODS } from '../../catalogue/fact.ts';
import type { Attribute, Declarations } from '../declarations.ts';
import { fieldNames } from '../events/check-events.ts';
import type { Scope } from '../expressions/expression-node.ts';
import { type Names, sharedFormat, type Typed } from '../expressions/typed.ts';
import { listed } from '../yaml/lookup.ts';

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
    return event ? [{ type, fields: fieldNames(event) }] : [];
  });
  const names = new Map<string, Typed>();
  const lacking = new Map<string, string>();
  for (const name of new Set(events.flatMap(({ fields }) => [...fields.keys()]))) {
    const without = events.filter(({ fields }) => !fields.has(name)).map(({ type }) => type);
    const types = events.flatMap(({ fields }) => fields.get(name) ?? []);
    const kinds = [...new Set(types.map(({ kind }) => kind))];
    const full = `${root}.${name}`;
    if (without.length > 0) lacking.set(full, `\`${full}\`: ${listed(without)} has no field \`${name}\``);
    else if (kinds.length > 1) lacking.set(full, `\`${full}\` is a ${kinds.join(' in one event and a ')} in another`);
    else names.set(name, merge(types));
  }
  return { names, lacking, uncertain: events.length < types.length };
};

/** What the elements of lists have in common. */
const sharedElement = (types: readonly Typed[]): Pick<Typed, 'element'> => {
  const elements = types.flatMap(({ element }) => element ?? []);
  const [first] = elements;
  if (!first || elements.length < types.length) return {};
  const common = [...first.keys()].flatMap((name) => {
    const found = elements.flatMap((each) => each.get(name) ?? []);
    const isSame = found.length === elements.length && found.every(({ kind }) => kind === found[0]?.kind);
    return isSame ? [[name, merge(found)] as const] : [];
  });
  return { element: new Map(common) };
};

/** One value that comes from any of these. */
const merge = (types: readonly Typed[]): Typed => {
  const [first, ...others] = types;
  if (!first) throw new RangeError('merge of nothing');
  const { words: _words, literal: _literal, format: _format, ...rest } = first;
  const words = types.every((each) => each.words) ? [...new Set(types.flatMap((each) => each.words ?? []))] : undefined;
  const provenance = [...new Set(types.flatMap((each) => each.provenance))];
  return {
    ...rest,
    ...sharedFormat(...types),
    ...sharedElement(types),
    ...(words && { words }),
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
    names.set(name, { kind, sure, provenance, ...(name === 'mood' && { words: MOODS }) });
  }
  return names;
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
