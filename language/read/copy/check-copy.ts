import type { Provenance } from '../../catalogue/event.ts';
import type { Declarations } from '../declarations.ts';
import { fieldNames } from '../events/check-events.ts';
import { describe, type Names, type Typed } from '../expressions/typed.ts';
import type { Use } from '../journeys/flow-state.ts';
import { customerNames, NOTHING_HEARD } from '../journeys/scope.ts';
import { didYouMean, listNames } from '../yaml/lookup.ts';
import { checkWording, namesInCopy } from './check-wording.ts';
import { checkAddress, createForms } from './forms.ts';
import { type Reading, readLiquid } from './liquid.ts';
import { whyNeverSo } from './liquid-comparison.ts';
import { whyUnprintable } from './liquid-filters.ts';
import type { LiquidName } from './liquid-name.ts';
import type { Part } from './moment-text.ts';
import type { MomentFile } from './moments.ts';

/** What the copy of a moment reads, for `tactful check` to list. */
export interface MomentUses {
  moment: string;
  uses: { name: string; provenance: Provenance[]; reason?: string }[];
}

type Say = (place: { offset: number }, message: string) => void;

/** Checks the copy of a moment against every step that may send it, and fills `moment.attributes`. */
export const checkCopy = (
  file: MomentFile,
  uses: readonly Use[],
  declarations: Declarations,
  complete: boolean,
): MomentUses => {
  const provenances = new Map<string, Set<Provenance>>();
  const names = namesInCopy(declarations);
  const forms = createForms();
  for (const part of file.parts) {
    const { readings, comparisons, faults } = readLiquid(part.text);
    const types = new Map<string, readonly Typed[]>();
    for (const { offset, message } of faults) part.report(offset, message);
    const addresses = faults.length === 0 ? checkWording(part, names, part.isPlain) : [];
    const say = sayOnce(part);
    for (const reading of readings) {
      const typed = checkReading(reading, uses, declarations, complete, say);
      const name = `${reading.root}.${reading.name}`;
      types.set(inList(reading), typed);
      for (const each of typed) {
        const why = whyUnprintable(reading, each);
        if (why) say(reading, why);
      }
      provenances.set(
        name,
        new Set([...(provenances.get(name) ?? []), ...typed.flatMap(({ provenance }) => provenance)]),
      );
      checkShared(reading, typed, file, say);
      checkAddress(reading, typed, addresses, say);
      forms.add(inList(reading), reading, typed);
    }
    if (complete && !uses.some(({ event }) => event.uncertain))
      for (const comparison of comparisons) {
        const why = whyNeverSo(comparison, (name) => types.get(inList(name)) ?? []);
        if (why) say(comparison, why);
      }
  }
  const whole = forms.whole();
  if (whole.length > 0) file.moment.whole = whole;
  file.moment.attributes = attributesIn(provenances.keys(), declarations);
  const choosingFacts = uses.flatMap((use) =>
    [...use.chosen].map(([name, by]) => [name, new Set(by.provenance)] as const),
  );
  const all = new Map([...choosingFacts, ...provenances]);
  checkReasons(file, all);
  return usesOf(file, all);
};

/** The first thing that is wrong with a reading says enough. */
const sayOnce = (part: Part): Say => {
  const reportedLines = new Set<number>();
  return ({ offset }, message) => {
    if (!reportedLines.has(offset)) part.report(offset, message);
    reportedLines.add(offset);
  };
};

/** What is known by this name, whatever a loop calls it. */
const inList = ({ root, name, field }: LiquidName): string =>
  field === undefined ? `${root}.${name}` : `${root}.${name}.${field}`;

const inJourney = ({ file, step }: Use): string => `journey ${file.journey.id}, step ${step}`;

/** What a reading may be, at each step that uses the moment. */
const checkReading = (
  reading: Reading,
  uses: readonly Use[],
  declarations: Declarations,
  complete: boolean,
  say: Say,
): Typed[] => {
  if (reading.root === 'customer') return checkCustomer(reading, uses, declarations, say);
  if (reading.root === 'with') return checkWith(reading, uses, complete, say);
  if (reading.root === 'gesture') return checkGesture(reading, uses, declarations, say);
  if (uses.length === 0) return anyField(reading, declarations, say);
  return uses.flatMap((use) => {
    const whole = use.event.names.get(reading.name);
    if (!whole && !use.event.uncertain)
      say(
        reading,
        `${use.event.lacking.get(`event.${reading.name}`) ?? unknown(reading, use.event.names)} (${inJourney(use)})`,
      );
    const typed = whole && partOf(reading, whole, say);
    if (typed && !use.event.uncertain) sayUnguarded(reading, typed, ` (${inJourney(use)})`, say);
    return typed ?? [];
  });
};

const unknown = ({ root, name }: Reading, names: Names): string =>
  `unknown \`${root}.${name}\`${didYouMean(
    `${root}.${name}`,
    [...names.keys()].map((each) => `${root}.${each}`),
  )}`;

/** Of a list its things are read, one after the other; of anything else the thing itself. */
const partOf = (reading: Reading, whole: Typed, say: Say): Typed | undefined => {
  const { field, looped, printed, filters } = reading;
  const list = `event.${reading.name}`;
  if ((looped || field !== undefined) && !whole.element) {
    if (looped) say(reading, `a loop goes through a list, and \`${list}\` is ${describe(whole)}`);
    return undefined;
  }
  if (field === undefined) {
    if (printed && whole.kind === 'list' && filters[0] !== 'size')
      say(reading, `\`${list}\` is ${describe(whole)}: write \`{% for item in ${list} %}{{ item.… }}{% endfor %}\``);
    return whole;
  }
  const typed = whole.element?.get(field);
  if (!typed)
    say(
      reading,
      `unknown \`${reading.full}\`${didYouMean(field, whole.element?.keys() ?? [])}: each of ${list} has ${listNames([...(whole.element?.keys() ?? [])])}`,
    );
  return typed;
};

const sayUnguarded = (reading: Reading, { sure }: Typed, where: string, say: Say): void => {
  if (sure || reading.guarded || !reading.printed) return;
  const { full } = reading;
  say(
    reading,
    `\`${full}\` may be missing: put it inside {% if ${full} %}…{% endif %}, or add \`| default: "…"\`${where}`,
  );
};

const checkCustomer = (reading: Reading, uses: readonly Use[], declarations: Declarations, say: Say): Typed[] => {
  const alone = { customer: customerNames(declarations, []), event: NOTHING_HEARD };
  return (uses.length === 0 ? [alone] : uses).flatMap(({ customer: names, event: { uncertain } }) => {
    const may = new Map([...names].filter(([name]) => declarations.attributes.has(name) || name === 'tenureDays'));
    const typed = may.get(reading.name);
    if (typed) sayUnguarded(reading, uncertain ? { ...typed, sure: true } : typed, '', say);
    else if (names.has(reading.name))
      say(reading, `\`customer.${reading.name}\` is not for copy: it may say attributes and \`tenureDays\``);
    else say(reading, unknown(reading, may));
    return typed ?? [];
  });
};

/** A step may leave a value out where copy asks whether it is there. */
const checkWith = (reading: Reading, uses: readonly Use[], complete: boolean, say: Say): Typed[] => {
  const values = uses.flatMap((use) => use.withValues.get(reading.name) ?? []);
  if (uses.length > 0 && values.length === 0) {
    if (!complete) return [];
    const names = new Map(uses.flatMap((use) => [...use.withValues]));
    say(
      reading,
      `no step gives \`with.${reading.name}\`${didYouMean(
        `with.${reading.name}`,
        [...names.keys()].map((each) => `with.${each}`),
      )}`,
    );
    return [];
  }
  const without = uses.find((use) => use.withValues.get(reading.name)?.sure !== true);
  if (without) sayUnguarded(reading, { kind: 'text', sure: false, provenance: [] }, ` (${inJourney(without)})`, say);
  return values;
};

const OF_GESTURE: Names = new Map(
  ['title', 'value'].map((name) => [name, { kind: 'text', sure: true, provenance: ['observed'] }]),
);

/** The first kind that journeys may give of which copy can say no value: points are called differently everywhere. */
const withoutValue = ({ gestures }: Declarations): string | undefined =>
  Object.entries(gestures?.kinds ?? {}).find(
    ([, { by, worth }]) => by.includes('journeys') && worth?.in !== 'money' && worth?.in !== 'days',
  )?.[0];

/** Copy speaks of a gesture where it was given, and nowhere else. */
const checkGesture = (reading: Reading, uses: readonly Use[], declarations: Declarations, say: Say): Typed[] => {
  const { name, full, guarded, printed } = reading;
  const typed = OF_GESTURE.get(name);
  if (!typed) say(reading, unknown(reading, OF_GESTURE));
  const without = uses.find(({ isGiven }) => !isGiven);
  if (without && !guarded && printed)
    say(
      reading,
      `nothing may have been given there: send it under \`given:\` of a \`give\`, or put it inside {% if ${full} %}…{% endif %} (${inJourney(without)})`,
    );
  const worthless = name === 'value' && !guarded && printed ? withoutValue(declarations) : undefined;
  if (worthless !== undefined)
    say(
      reading,
      `\`${full}\` may be missing: \`${worthless}\` is worth neither money nor days. Print \`gesture.title\`, or put it inside {% if ${full} %}…{% endif %}`,
    );
  return typed ? [typed] : [];
};

/** A moment that no journey uses yet: the field has to be one of some event. */
const anyField = (reading: Reading, declarations: Declarations, say: Say): Typed[] => {
  const names = new Map([...declarations.events.values()].flatMap((event) => [...fieldNames(event)]));
  const typed = names.get(reading.name);
  if (!typed) say(reading, unknown(reading, names));
  return [];
};

const isShared = (provenance: Provenance): boolean => provenance === 'stated' || provenance === 'observed';

/**
 * Copy says what customers told us or did. Of an attribute the gate looks at its last source, so here it is refused only
 * when no source would do.
 */
const checkShared = (reading: Reading, typed: readonly Typed[], { moment }: MomentFile, say: Say): void => {
  if (Object.hasOwn(moment.uses, reading.name)) return;
  const sources = typed.flatMap(({ provenance }) => provenance);
  const refused = sources.filter((each) => !isShared(each));
  if (refused.length === 0 || (reading.root === 'customer' && refused.length < sources.length)) return;
  const full = `${reading.root}.${reading.name}`;
  say(
    reading,
    `\`${full}\` is ${listNames([...new Set(refused)], 'or')}, which customers did not tell us: leave it out, or say why under \`uses\``,
  );
};

const attributesIn = (names: Iterable<string>, declarations: Declarations): string[] => {
  const read = [...names].filter((name) => name.startsWith('customer.')).map((name) => name.slice('customer.'.length));
  const attributes = read.map((name) => (name === 'tenureDays' ? 'since' : name));
  return [...new Set(attributes)].filter((name) => declarations.attributes.has(name)).toSorted();
};

const bare = (name: string): string => name.slice(name.indexOf('.') + 1);

const checkReasons = ({ moment, front }: MomentFile, provenances: ReadonlyMap<string, unknown>): void => {
  const read = new Set([...provenances.keys()].map(bare));
  for (const name of Object.keys(moment.uses))
    if (!read.has(name))
      front.report(
        ['uses', name],
        `neither does the copy read \`${name}\`, nor does it choose who gets this${didYouMean(name, read)}`,
        true,
      );
};

const usesOf = ({ moment }: MomentFile, provenances: ReadonlyMap<string, ReadonlySet<Provenance>>): MomentUses => {
  const uses = [...provenances]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, provenance]) => {
      const reason = Object.hasOwn(moment.uses, bare(name)) ? moment.uses[bare(name)] : undefined;
      return { name, provenance: [...provenance].toSorted(), ...(reason !== undefined && { reason }) };
    });
  return { moment: moment.id, uses };
};
