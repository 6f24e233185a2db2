import { FIELD_TYPES, NamedType } from '../../catalogue/field-type.ts';
import { writtenLocale } from '../../catalogue/locale.ts';
import { isZone } from '../../catalogue/zone.ts';
import { isLanguage, whyNoLanguage } from '../copy/locale-name.ts';
import type { Declarations } from '../declarations.ts';
import { MEANT } from '../events/check-events.ts';
import { describe, ofField, ofLiteral, type Typed, whyNot } from '../expressions/typed.ts';
import { firstOfEach } from '../yaml/duplicates.ts';
import { didYouMean, listNames } from '../yaml/lookup.ts';
import type { Problem } from '../yaml/problem.ts';
import { readShape } from '../yaml/shape.ts';
import { type File, type Path, readYaml, type Source } from '../yaml/source.ts';
import { type Nameable, parseExpectation } from './expectation.ts';
import { anyInstant, localInstant } from './instant.ts';
import type { Expectation, Scenario } from './scenario.ts';
import { WrittenScenario } from './scenario-schema.ts';

export type ScenarioContext = Nameable & {
  /** Every journey could be read: what is not known is not there. */
  complete: boolean;
};

export const readScenarios = (files: readonly File[], context: ScenarioContext, problems: Problem[]): Scenario[] => {
  const read = files.flatMap((file) => {
    const source = readYaml(file, problems);
    const scenario = readScenario(source, context);
    return scenario ? [{ scenario, source }] : [];
  });
  const first = firstOfEach(
    read,
    ({ scenario }) => scenario.name,
    ({ source }) => source.file,
    ({ source }, first) => source.report(['scenario'], `${first} has a scenario of this name already`),
  );
  return [...first.values()].map(({ scenario }) => scenario);
};

const readScenario = (source: Source, context: ScenarioContext): Scenario | undefined => {
  const fields = source.sound ? readShape(WrittenScenario, source.value ?? undefined, source) : undefined;
  if (!fields) return undefined;
  const zone = zoneOfScenario(fields, source, context.declarations);
  const startsAt = localInstant(fields.start, zone);
  if (startsAt === undefined)
    source.report(['start'], `\`${fields.start}\` is not a local date and time: write such as 2026-03-02T09:00`);
  checkArms(fields, source, context);
  return {
    name: fields.scenario,
    file: source.file,
    line: source.line(['scenario']),
    customer: readCustomer(fields, zone, source, context.declarations),
    start: fields.start,
    zone,
    startsAt: startsAt ?? fields.start,
    arms: fields.arms ?? {},
    timeline: readTimeline(fields, source, context.declarations),
    expect: readExpectations(fields, source, context),
  };
};

const zoneOfScenario = ({ customer }: WrittenScenario, source: Source, { policy }: Declarations): string => {
  const fallback = policy?.zone ?? 'UTC';
  if (customer.zone === undefined) return fallback;
  if (typeof customer.zone === 'string' && isZone(customer.zone)) return customer.zone;
  source.report(['customer', 'zone'], `there is no time zone \`${customer.zone}\`: write such as Europe/London`);
  return fallback;
};

const readCustomer = (
  { customer }: WrittenScenario,
  zone: string,
  source: Source,
  declarations: Declarations,
): Scenario['customer'] => {
  const { id = 'customer', ...values } = customer;
  if (typeof id !== 'string') source.report(['customer', 'id'], 'an id is text: put it in quotes');
  const attributes: Scenario['customer']['attributes'] = {};
  for (const [name, value] of Object.entries(values)) {
    const path = ['customer', name];
    const typed = declarations.attributes.get(name)?.typed ?? typeOfAttribute(name);
    if (!typed)
      source.report(path, `unknown attribute \`${name}\`${didYouMean(name, declarations.attributes.keys())}`, true);
    else {
      checkValue(value, typed, path, source);
      checkKept(name, value, typed, path, source);
    }
    attributes[name] = (typed?.kind === 'date' && typeof value === 'string' && anyInstant(value, zone)) || value;
  }
  return { id: String(id), attributes };
};

/** What an event brings is read before it is kept, and refused where it is none: nobody has an address that is no address. */
const checkKept = (name: string, value: Value, { format }: Typed, path: Path, source: Source): void => {
  const { data: type } = NamedType.safeParse(format ?? (Object.hasOwn(MEANT, name) ? name : undefined));
  if (name === 'locale' && typeof value === 'string' && !isLocale(value)) source.report(path, whyNoLanguage(value));
  if (typeof value !== 'string' || type === undefined || name === 'zone') return;
  const { schema, expected } = FIELD_TYPES[type];
  if (!schema.safeParse(value).success) source.report(path, `nobody is known by \`${value}\`: write ${expected}`);
};

const isLocale = (text: string): boolean => isLanguage(writtenLocale(text) ?? '');

/** A customer may have these though no event sets them. */
const typeOfAttribute = (name: string): Typed | undefined =>
  Object.hasOwn(MEANT, name) ? { kind: 'text', ...MEANT[name], sure: false, provenance: ['stated'] } : undefined;

type Value = string | number | boolean;

const checkField = (value: Value | Record<string, Value>[], type: Typed, path: Path, source: Source): void => {
  if (!Array.isArray(value)) return void checkValue(value, type, path, source);
  const { element } = type;
  if (!element) return void source.report(path, `expected ${describe(type)}, found a list`);
  for (const [place, thing] of value.entries()) {
    for (const [name, each] of Object.entries(thing)) {
      const of = element.get(name);
      if (of) checkValue(each, of, [...path, place, name], source);
      else source.report([...path, place, name], `unknown field \`${name}\`${didYouMean(name, element.keys())}`, true);
    }
    const missing = [...element]
      .filter(([name, { sure }]) => sure && !Object.hasOwn(thing, name))
      .map(([name]) => name);
    if (missing.length > 0) source.report([...path, place], `each needs ${listNames(missing)}`);
  }
};

const checkValue = (value: Value, type: Typed, path: Path, source: Source): void => {
  const why = whyNot(ofLiteral(value), type);
  if (why) source.report(path, type.kind === 'text' && typeof value !== 'string' ? `${why}: put it in quotes` : why);
};

/** The event's own customer is filled in by whoever plays the scenario. */
const readTimeline = (
  { timeline }: WrittenScenario,
  source: Source,
  declarations: Declarations,
): Scenario['timeline'] =>
  timeline.map((each, place) => {
    const path = ['timeline', place];
    const event = declarations.events.get(each.event);
    const values = each.with ?? {};
    if (!declarations.eventNames.has(each.event))
      source.report(
        [...path, 'event'],
        `unknown event \`${each.event}\`${didYouMean(each.event, declarations.eventNames)}`,
      );
    for (const [name, value] of event ? Object.entries(values) : []) {
      const field = event && Object.hasOwn(event.fields, name) ? event.fields[name] : undefined;
      const at = [...path, 'with', name];
      if (field && value === null) {
        if (!field.optional) source.report(at, `\`${name}\` is not optional, and null is nothing: give it a value`);
      } else if (field && value !== null) checkField(value, ofField(field), at, source);
      else
        source.report(
          at,
          `\`${each.event}\` has no field \`${name}\`${didYouMean(name, Object.keys(event?.fields ?? {}))}`,
          true,
        );
    }
    const needed = Object.entries(event?.fields ?? {}).filter(
      ([name, { optional }]) => !optional && name !== event?.customer,
    );
    const missing = needed.map(([name]) => name).filter((name) => !Object.hasOwn(values, name));
    if (missing.length > 0)
      source.report([...path, 'event'], `\`${each.event}\` needs ${listNames(missing)}: give it under \`with\``);
    return { at: each.at, event: each.event, with: values, line: source.line(path) };
  });

const checkArms = (
  { arms = {} }: WrittenScenario,
  source: Source,
  { journeys, files, complete }: ScenarioContext,
): void => {
  const splits = new Map<string, string[]>();
  for (const { places } of files.values())
    for (const step of places.keys())
      if (step.kind === 'split')
        splits.set(step.id, [...(splits.get(step.id) ?? []), ...step.arms.map(({ name }) => name)]);
  for (const [name, arm] of Object.entries(arms)) {
    const armNames = journeys.has(name) ? ['treated', 'control'] : splits.get(name);
    const path = ['arms', name];
    if (!armNames && !complete) continue;
    if (!armNames)
      source.report(
        path,
        `unknown journey or split \`${name}\`${didYouMean(name, [...journeys, ...splits.keys()])}`,
        true,
      );
    else if (!armNames.includes(arm))
      source.report(path, `\`${name}\` has no arm \`${arm}\`${didYouMean(arm, armNames)}`);
  }
};

const readExpectations = ({ expect }: WrittenScenario, source: Source, context: ScenarioContext): Expectation[] =>
  expect.flatMap((each, place) => {
    const path = ['expect', place];
    const [[when, what] = ['', ''], ...others] = Object.entries(each);
    if (others.length > 0) source.report(path, 'one expectation a line, each with its own `-`');
    const parsed = parseExpectation(when, what, context);
    if ('fault' in parsed) source.report(path, parsed.fault);
    return 'fault' in parsed ? [] : [{ ...parsed.expectation, line: source.line(path) }];
  });
