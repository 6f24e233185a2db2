import { mayBeBoth, type Origin, sourceWords } from '../../catalogue/origin.ts';
import type { EventDefinition } from '../declarations.ts';
import { checkCondition, checkExpression } from '../expressions/condition.ts';
import { foreignScope } from '../expressions/foreign.ts';
import { rootsIn } from '../expressions/roots.ts';
import { describe, ofField, type Typed, whyNot } from '../expressions/typed.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { Path, Source } from '../yaml/source.ts';

/** Where each `from` of an event is written: it may stand alone, without a list. */
const placesOf = (name: string, { from = [] }: EventDefinition, source: Source): [Origin, Path][] => {
  const isList = Array.isArray(source.valueAt([name, 'from']));
  return from.map((origin, place) => [origin, [name, 'from', ...(isList ? [place] : [])]]);
};

/** The shapes of other systems in which an event comes, and the array of which each element is one. */
export const checkOrigins = (name: string, event: EventDefinition, source: Source): void => {
  for (const [key, value] of Object.entries({ from: event.from, each: event.each }))
    if (event.ours && value !== undefined)
      source.report(
        [name, key],
        `\`${name}\` is sent by our journeys: \`${key}\` is for what other systems send`,
        true,
      );
  checkEach(event.each, source, [name, 'each']);
  for (const [origin, path] of placesOf(name, event, source)) {
    checkSource(origin, source, [...path, 'source']);
    checkEach(origin.each, source, [...path, 'each']);
    const scope = foreignScope((origin.each ?? event.each) !== undefined);
    checkCondition(origin.where, source, [...path, 'where'], scope);
    checkFields(event, origin, source, path);
  }
};

/** These two send what we make ourselves. */
const OURS = ['tactful', 'tactful.preferences', 'aws.ses'];

const checkSource = ({ source: match }: Origin, source: Source, path: Path): void => {
  const ours = OURS.find((each) => mayBeBoth(match, each));
  if (ours !== undefined)
    source.report(path, `events of \`${ours}\` are taken as they are: name the source of the other system`);
};

const checkEach = (each: string | undefined, source: Source, path: Path): void => {
  const typed = each === undefined ? undefined : checkExpression(each, source, path, foreignScope(false));
  if (typed && typed.kind !== 'any' && typed.kind !== 'list')
    source.report(
      path,
      `\`each\` is an array of the envelope, such as \`detail.events\`, and this is ${describe(typed)}`,
    );
};

/** It has to give every field that is not optional. */
const checkFields = ({ fields, each: common }: EventDefinition, origin: Origin, source: Source, path: Path): void => {
  const each = origin.each ?? common;
  const scope = foreignScope(each !== undefined);
  for (const [name, expression] of Object.entries(origin.fields)) {
    const at = [...path, 'fields', name];
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) source.report(at, `unknown field \`${name}\`${didYouMean(name, Object.keys(fields))}`, true);
    const typed = checkExpression(expression, source, at, scope);
    const why = field && typed && whyNotFrom(typed, ofField(field));
    if (why) source.report(at, why);
  }
  for (const [name, { optional }] of Object.entries(fields))
    if (!optional && !Object.hasOwn(origin.fields, name))
      source.report([...path, 'fields'], `\`${name}\` is not optional, and nothing here gives it`, true);
  const read = [...Object.values(origin.fields), origin.where ?? ''].flatMap(rootsIn);
  if (each !== undefined && !read.includes('element'))
    source.report([...path, 'fields'], `each element of ${each} is an event, and nothing here reads \`element\``, true);
};

/** What intake reads may be text for a date; the rest has to be what is declared. */
const whyNotFrom = (typed: Typed, expected: Typed): string | undefined => {
  if (typed.kind === 'any' || (expected.kind === 'date' && (typed.kind === 'text' || typed.kind === 'number')))
    return undefined;
  const why = whyNot(typed, expected);
  const hint = { text: 'write $string(…)', number: 'write $number(…)' }[expected.kind as string];
  return why && hint && typed.kind !== expected.kind ? `${why}: ${hint}` : why;
};

interface Way {
  event: string;
  origin: Origin;
  each: string | undefined;
  path: Path;
}

/** Two declarations may take the same envelope or element only if each says by `where` which are its own. */
export const checkRivals = (events: ReadonlyMap<string, EventDefinition>, source: Source): void => {
  const ways = [...events].flatMap(([event, definition]) =>
    placesOf(event, definition, source).map(
      ([origin, path]): Way => ({ event, origin, each: origin.each ?? definition.each, path }),
    ),
  );
  for (const [place, way] of ways.entries()) {
    const rival = ways.slice(0, place).find((other) => areRivals(other, way));
    if (rival) source.report([...way.path, ...(way.origin.where === undefined ? [] : ['where'])], rivalry(rival, way));
  }
};

const areRivals = (a: Way, b: Way): boolean =>
  a.origin.detailType === b.origin.detailType &&
  a.each === b.each &&
  mayBeBoth(a.origin.source, b.origin.source) &&
  (a.origin.where === undefined || b.origin.where === undefined || a.origin.where === b.origin.where);

const rivalry = (rival: Way, { event, origin }: Way): string => {
  const what = `\`${origin.detailType}\` of ${sourceWords(origin.source)}`;
  const also = rival.event === event ? 'stands here twice' : `is also taken by \`${rival.event}\``;
  return `${what} ${also}: give both a \`where\` that tells them apart, such as \`detail.topic = "orders/create"\``;
};
