import type { Step } from '../../catalogue/definition.ts';
import type { With } from '../../catalogue/task.ts';
import { checkExpression } from '../expressions/condition.ts';
import { type Names, ofField, ofLiteral, type Typed, whyNot } from '../expressions/typed.ts';
import type { EventDefinition } from '../known.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { Path, Source } from '../yaml/source.ts';
import { checkEventName } from './check-trigger.ts';
import { type Flow, scopeAt } from './flow-state.ts';
import type { Common } from './scope.ts';

/** Stands for a value whose expression is wrong, which was said already. */
const UNTOLD: Typed = { kind: 'text', sure: true, provenance: [] };

/** A value after `= ` is JSONata, others are what they are. */
export const checkWith = (given: With | undefined, path: Path, heard: Common, flow: Flow): Map<string, Typed> => {
  const names = new Map<string, Typed>();
  for (const [name, value] of Object.entries(given ?? {})) {
    const at = [...path, 'with', name];
    const isExpression = typeof value === 'string' && value.startsWith('=');
    if (isExpression && !value.startsWith('= ')) flow.file.source.report(at, 'write `= ` with a space before JSONata');
    const typed = isExpression
      ? checkExpression(value.slice(1).trim(), flow.file.source, at, scopeAt(heard, flow))
      : ofLiteral(value);
    names.set(name, typed ?? UNTOLD);
  }
  return names;
};

type Emit = Extract<Step, { kind: 'emit' }>;

/** Only our own events, with the fields that they declare. */
export const checkEmit = (step: Emit, path: Path, heard: Common, flow: Flow): void => {
  const { source } = flow.file;
  const given = checkWith(step.with, path, heard, flow);
  checkEventName(step.event, [...path, 'emit'], flow);
  const event = flow.known.events.get(step.event);
  if (!event) return;
  if (!event.ours) {
    const message = `\`${step.event}\` comes from other systems: journeys emit only events marked \`ours: true\``;
    source.report([...path, 'emit'], message);
    return;
  }
  checkFields(step, event, given, path, source);
};

const checkFields = (step: Emit, event: EventDefinition, given: Names, path: Path, source: Source): void => {
  for (const [name, typed] of given) {
    const field = Object.hasOwn(event.fields, name) ? event.fields[name] : undefined;
    const at = [...path, 'with', name];
    if (!field)
      source.report(
        at,
        `\`${step.event}\` has no field \`${name}\`${didYouMean(name, Object.keys(event.fields))}`,
        true,
      );
    else if (typed !== UNTOLD) {
      const why = whyNot(typed, ofField(field));
      if (why) source.report(at, why);
      else if (!typed.sure && !field.optional)
        source.report(at, `this may be missing, and \`${step.event}\` needs its \`${name}\``);
    }
  }
  for (const [name, { optional }] of Object.entries(event.fields))
    if (!optional && name !== 'customerId' && !given.has(name))
      source.report([...path, 'emit'], `\`${step.event}\` needs \`${name}\`: give it under \`with\``);
};
