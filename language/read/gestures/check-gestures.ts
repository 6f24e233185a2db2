import type { Gesture } from '../../catalogue/gesture.ts';
import { PERSON } from '../../catalogue/giver.ts';
import type { Declarations, EventDefinition } from '../declarations.ts';
import { fieldNames } from '../events/check-events.ts';
import { checkCondition, checkExpression } from '../expressions/condition.ts';
import { infer } from '../expressions/expression.ts';
import { type Names, ofField, ofLiteral, type Typed, whyNot } from '../expressions/typed.ts';
import { commonFields, customerNames } from '../journeys/scope.ts';
import { didYouMean, listNames } from '../yaml/lookup.ts';
import type { Path, Source } from '../yaml/source.ts';

interface Context {
  declarations: Declarations;
  source: Source;
  /** Of the kind. */
  path: Path;
}

/** What gestures.yaml says of events and of customers. */
export const checkGestures = (declarations: Declarations): void => {
  const { gestures, gesturesSource: source } = declarations;
  if (!gestures || !source) return;
  for (const [id, gesture] of Object.entries(gestures.kinds)) {
    const context = { declarations, source, path: ['gestures', id] };
    if (id === PERSON)
      source.report(
        ['gestures', id],
        '`person` is what customers choose who would rather talk: call it something else',
        true,
      );
    checkWhom(gesture, context);
    const event = ourEvent(gesture.emit, 'emit', context);
    const values = checkValues(gesture, context);
    if (event) checkFields(gesture, event, values, context);
    const reverse = gesture.reverse === undefined ? undefined : ourEvent(gesture.reverse, 'reverse', context);
    if (reverse && gesture.reverse) sayMissing(gesture.reverse, reverse, values, 'reverse', context);
    for (const key of ['confirmed', 'refused'] as const) {
      const word = gesture[key];
      if (word) checkWord(word, key, gesture, event, context);
    }
  }
};

/** Facts that customers did not share choose nobody, for good things neither. */
const checkWhom = ({ when }: Gesture, { declarations, source, path }: Context): void => {
  if (when === undefined) return;
  const at = [...path, 'when'];
  const scope = { roots: new Map<string, Names>([['customer', customerNames(declarations, [])]]) };
  checkCondition(when, source, at, scope);
  const { provenance = [] } = infer(when, scope).typed ?? {};
  const borrowed = provenance.filter((each) => each === 'inferred' || each === 'third-party');
  if (borrowed.length > 0)
    source.report(
      at,
      `this rests on what is ${listNames([...new Set(borrowed)])}, which customers did not tell us: choose by what they did`,
    );
};

const ourEvent = (type: string, key: string, { declarations, source, path }: Context): EventDefinition | undefined => {
  const at = [...path, key];
  if (!declarations.eventNames.has(type))
    source.report(at, `unknown event \`${type}\`${didYouMean(type, declarations.eventNames)}`);
  const event = declarations.events.get(type);
  if (!event) return undefined;
  if (!event.ours) source.report(at, `\`${type}\` comes from other systems: mark one of ours with \`ours: true\``);
  else if (key === 'emit' && !event.gesture)
    source.report(at, `\`${type}\` gives something: mark it \`gesture: true\` in events.yaml, so that caps count it`);
  return event.ours ? event : undefined;
};

const checkValues = ({ with: values = {} }: Gesture, { declarations, source, path }: Context): Map<string, Typed> => {
  const scope = { roots: new Map<string, Names>([['customer', customerNames(declarations, [])]]) };
  return new Map(
    Object.entries(values).flatMap(([name, value]): [string, Typed][] => {
      const isExpression = typeof value === 'string' && value.startsWith('= ');
      const typed = isExpression
        ? checkExpression(value.slice(2), source, [...path, 'with', name], scope)
        : ofLiteral(value);
      return typed ? [[name, typed]] : [];
    }),
  );
};

/** Whoever gives it by hand has nothing but what the kind says; a journey may say more where it gives. */
const checkFields = (gesture: Gesture, event: EventDefinition, values: Names, context: Context): void => {
  const { source, path } = context;
  for (const [name, typed] of values) {
    const field = Object.hasOwn(event.fields, name) ? event.fields[name] : undefined;
    const at = [...path, 'with', name];
    if (OF_GESTURES.includes(name)) source.report(at, ownField(name), true);
    else if (!field)
      source.report(
        at,
        `\`${gesture.emit}\` has no field \`${name}\`${didYouMean(name, Object.keys(event.fields))}`,
        true,
      );
    else {
      const why = whyNot(typed, ofField(field));
      if (why) source.report(at, why);
    }
  }
  if (gesture.by.some((giver) => giver !== 'journeys')) sayMissing(gesture.emit, event, values, 'emit', context);
};

/** What every gesture sends by itself. */
export const OF_GESTURES = ['customerId', 'gesture'];

export const ownField = (name: string): string => `every gesture carries \`${name}\` by itself: leave this out`;

const sayMissing = (type: string, event: EventDefinition, values: Names, key: string, context: Context): void => {
  const missing = Object.entries(event.fields).flatMap(([name, { optional }]) =>
    optional || OF_GESTURES.includes(name) || values.has(name) ? [] : [name],
  );
  if (missing.length > 0)
    context.source.report(
      [...context.path, key],
      `\`${type}\` needs ${listNames(missing)}: give it under \`with\`, or mark it optional in events.yaml`,
    );
};

const checkWord = (
  { on, where }: { on: string; where?: string | undefined },
  key: 'confirmed' | 'refused',
  gesture: Gesture,
  sent: EventDefinition | undefined,
  { declarations, source, path }: Context,
): void => {
  const at = [...path, key];
  if (!declarations.eventNames.has(on))
    source.report([...at, 'on'], `unknown event \`${on}\`${didYouMean(on, declarations.eventNames)}`);
  const event = declarations.events.get(on);
  if (!event) return;
  const own: Typed = { kind: 'text', sure: true, provenance: ['observed'] };
  const roots = new Map<string, Names>([
    ['heard', commonFields([on], declarations, 'heard').names],
    ['gesture', new Map([...(sent ? fieldNames(sent) : []), ['id', own]])],
  ]);
  // Of an event that is not known whatever is read may be right.
  const uncertain = new Set(sent ? [] : ['gesture']);
  checkCondition(where, source, [...at, 'where'], { roots, uncertain });
  if (where === undefined && !Object.hasOwn(event.fields, 'gesture'))
    source.report(
      at,
      `nothing says which gesture \`${on}\` is about: give it the field \`gesture: { type: text, optional: true }\`, in which ${gesture.emit} is answered with the id that it carries, or add \`where\``,
    );
};
