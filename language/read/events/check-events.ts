import { addressOf, Channel } from '../../catalogue/channel.ts';
import { FACTS } from '../../catalogue/fact.ts';
import type { Attribute, EventDefinition } from '../declarations.ts';
import { checkExpression } from '../expressions/condition.ts';
import type { Scope } from '../expressions/expression-node.ts';
import { describe, joined, type Names, ofField, sharedFormat, type Typed } from '../expressions/typed.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { Path, Source } from '../yaml/source.ts';
import { checkOrigins, checkRivals } from './check-origins.ts';
import { asTextHint, checkValues } from './check-values.ts';

/** The fields of one event, and its time. */
export const fieldNames = (event: EventDefinition): Map<string, Typed> => {
  const names = new Map(Object.entries(event.fields).map(([name, field]) => [name, ofField(field)]));
  names.set('at', { kind: 'date', sure: true, provenance: ['observed'] });
  return names;
};

const ofFields = (names: Names): Scope => ({ roots: new Map(), bare: names });

/** Checks every expression of the declared events, and gathers the attributes that they set. */
export const checkEvents = (events: ReadonlyMap<string, EventDefinition>, source: Source): Map<string, Attribute> => {
  const attributes = new Map<string, Attribute>();
  const declared = typeof source.value === 'object' && source.value !== null ? Object.keys(source.value) : [];
  for (const name of declared) {
    const event = events.get(name);
    if (!event) continue;
    const names = fieldNames(event);
    checkOwn(name, event, names, source);
    for (const [attribute, expression] of Object.entries(event.sets))
      gather(
        attributes,
        attribute,
        checkExpression(expression, source, [name, 'sets', attribute], ofFields(names)),
        name,
        source,
      );
  }
  checkRivals(events, source);
  return attributes;
};

const checkOwn = (name: string, event: EventDefinition, names: Names, source: Source): void => {
  const check = (text: string | undefined, path: Path, kind: Typed['kind'] = 'text') => {
    const typed = text === undefined ? undefined : checkExpression(text, source, [name, ...path], ofFields(names));
    if (typed && typed.kind !== kind)
      source.report(
        [name, ...path],
        `expected ${describe({ ...typed, kind, literal: undefined, words: undefined })}, found ${describe(typed)}${kind === 'text' ? asTextHint(typed, text ?? '') : ''}`,
      );
    return typed;
  };
  if (!event.ours && !event.everyone) checkCustomer(name, event, names, source);
  check(event.id, ['id']);
  check(event.opens?.incident, ['opens', 'incident']);
  check(event.closes?.incident, ['closes', 'incident']);
  check(event.theme, ['theme']);
  check(event.consent?.topic, ['consent', 'topic']);
  check(event.consent?.channel, ['consent', 'channel']);
  check(event.consent?.choice, ['consent', 'choice']);
  if (event.consent && event.consent.topic === undefined && event.consent.channel === undefined)
    source.report([name, 'consent'], 'consent to what? Say its `topic` or its `channel`', true);
  for (const [place, signal] of event.signals.entries()) {
    const path = ['signal', place];
    if ('score' in signal) check(signal.score, [...path, 'score'], 'number');
    if ('scale' in signal) checkScale(check(signal.scale, [...path, 'scale']), [name, ...path, 'scale'], source);
    if ('text' in signal) check(signal.text, [...path, 'text']);
  }
  const { automatic } = event.fields;
  if (automatic && automatic.type !== 'boolean' && event.signals.some((signal) => 'text' in signal))
    source.report(
      [name, 'fields', 'automatic'],
      `\`automatic\` says whether a machine wrote the text, and this is ${describe(ofField(automatic))}: make it \`{ type: boolean, optional: true }\`, or give the field another name`,
      true,
    );
  if (event.opens && event.id === undefined && !event.ours)
    source.warn(
      [name],
      'it opens an incident and has no `id`: sent again with another envelope id it would open again what is solved. Add such as `id: ticketId`, or a key that the producer gives each happening',
      true,
    );
  if (event.gesture && !event.ours)
    source.report([name, 'gesture'], 'a gesture is something that our journeys send: mark it `ours: true` too', true);
  checkOrigins(name, event, source);
  checkValues(name, event, source);
};

const checkCustomer = (name: string, event: EventDefinition, names: Names, source: Source): void => {
  const typed = checkExpression(event.customer, source, [name, 'customer'], ofFields(names));
  if (!typed) return;
  if (typed.kind !== 'text')
    source.report(
      [name, 'customer'],
      `a customer's id is text, and this is ${describe(typed)}${asTextHint(typed, event.customer)}`,
    );
  else if (!typed.sure)
    source.report([name, 'customer'], 'this may be missing, and then nobody knows whose event it is');
};

const SCALES = ['nps', 'csat', 'ces', 'trust'];

const checkScale = (typed: Typed | undefined, path: Path, source: Source): void => {
  const words = typeof typed?.literal === 'string' ? [typed.literal] : (typed?.words ?? []);
  const odd = words.find((word) => !SCALES.includes(word));
  if (odd !== undefined) source.report(path, `there is no scale \`${odd}\`${didYouMean(odd, SCALES)}`);
};

const ADDRESSES = Object.fromEntries(
  Channel.options.flatMap((channel) => addressOf(channel) ?? []).map((name) => [name, { kind: 'text' as const }]),
);

/** Attributes that the system itself reads. */
export const MEANT: Record<string, { kind: Typed['kind']; format?: Typed['format'] }> = {
  ...ADDRESSES,
  since: { kind: 'date' },
  lastHeardAt: { kind: 'date' },
  zone: { kind: 'text', format: 'zone' },
  locale: { kind: 'text' },
  preferredChannel: { kind: 'text' },
};

const gather = (
  all: Map<string, Attribute>,
  name: string,
  typed: Typed | undefined,
  event: string,
  source: Source,
): void => {
  const path = [event, 'sets', name];
  if (Object.hasOwn(FACTS, name))
    return void source.report(path, `\`${name}\` is a fact that the system keeps: choose another name`, true);
  if (!typed) return;
  if (typed.kind === 'list')
    return void source.report(path, `an attribute is one value, and this is ${describe(typed)}`);
  const builtIn = MEANT[name];
  if (builtIn && (typed.kind !== builtIn.kind || (builtIn.format && typed.format !== builtIn.format)))
    return void source.report(
      path,
      `\`${name}\` has a meaning of its own, as a ${builtIn.format ?? builtIn.kind}, and this is ${describe(typed)}`,
    );
  const earlier = all.get(name);
  if (earlier && earlier.typed.kind !== typed.kind)
    return void source.report(
      path,
      `another event sets \`${name}\` to ${describe(earlier.typed)}, and this is ${describe(typed)}`,
    );
  const setBy = (earlier?.setBy ?? new Map<string, boolean>()).set(event, typed.sure);
  all.set(name, { typed: { ...merged(earlier?.typed, typed), sure: false }, setBy });
};

const merged = (a: Typed | undefined, b: Typed): Typed => {
  const { literal: _literal, words, format, ...rest } = b;
  if (!a) return { ...rest, ...(format && { format }), ...(words && { words }) };
  const both = { ...rest, ...sharedFormat(a, b), ...joined(a, b) };
  return a.words && words ? { ...both, words: [...new Set([...a.words, ...words])] } : both;
};
