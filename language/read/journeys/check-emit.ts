import type { Trigger } from '../../catalogue/trigger.ts';
import type { With } from '../../catalogue/with.ts';
import type { EventDefinition } from '../declarations.ts';
import { type Names, ofField, whyNot } from '../expressions/typed.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { Path, Source } from '../yaml/source.ts';
import { checkEventName, checkTrigger } from './check-trigger.ts';
import { checkWith, UNTOLD } from './check-with.ts';
import type { Flow } from './flow-state.ts';
import type { Common } from './scope.ts';

/** Only our own events, with the fields that they declare. */
export const checkEmit = (type: string, values: With | undefined, path: Path, heard: Common, flow: Flow): void => {
  const { source } = flow.file;
  const typed = checkWith(values, path, heard, flow);
  checkEventName(type, [...path, 'emit'], flow);
  const event = flow.declarations.events.get(type);
  if (!event) return;
  if (!event.ours) {
    const message = `\`${type}\` comes from other systems: journeys emit only events marked \`ours: true\``;
    source.report([...path, 'emit'], message);
    return;
  }
  checkFields(type, event, typed, path, source);
};

/** With several enrolments at once the event has to say which of them it confirms. */
export const checkConfirmed = (confirmed: Trigger, path: Path, flow: Flow): void => {
  checkTrigger(confirmed, path, flow);
  const { source, journey } = flow.file;
  const { per } = journey.enter;
  if (per === undefined || confirmed.where !== undefined) return;
  const field = per.slice(per.lastIndexOf('.') + 1);
  const message = `a customer may be in this journey once for each \`${per}\`, and this would confirm all of them: add such as \`where: heard.${field} = ${per}\``;
  source.report(path, message);
};

const checkFields = (type: string, event: EventDefinition, values: Names, path: Path, source: Source): void => {
  for (const [name, typed] of values) {
    const field = Object.hasOwn(event.fields, name) ? event.fields[name] : undefined;
    const at = [...path, 'with', name];
    if (name === 'customerId') source.report(at, 'it carries `customerId` by itself: leave this out', true);
    else if (!field)
      source.report(at, `\`${type}\` has no field \`${name}\`${didYouMean(name, Object.keys(event.fields))}`, true);
    else if (typed !== UNTOLD) {
      const why = whyNot(typed, ofField(field));
      if (why) source.report(at, why);
      else if (!typed.sure && !field.optional)
        source.report(at, `this may be missing, and \`${type}\` needs its \`${name}\``);
    }
  }
  for (const [name, { optional }] of Object.entries(event.fields))
    if (!optional && name !== 'customerId' && !values.has(name))
      source.report([...path, 'emit'], `\`${type}\` needs \`${name}\`: give it under \`with\``);
};

/** What comes again for each value of `per` may come in crowds: a monitor that flaps gives a month of credits in a night. */
export const checkRepeatedEmits = ({
  file: { journey, places, source },
  declarations: { policy, events },
}: Flow): void => {
  const { again, per } = journey.enter;
  if (again !== 'always' || per === undefined || policy?.caps?.emits) return;
  for (const [step, path] of places) {
    if (step.kind !== 'emit' || step.cap) continue;
    if (events.get(step.event)?.gesture && policy?.caps?.gestures) continue;
    source.warn(
      [...path, 'emit'],
      `customers enter again for each \`${per}\`, so \`${step.event}\` is sent as often as that comes: add such as \`cap: 1 per 14 days\` here, or \`caps: { emits: … }\` to policy.yaml`,
    );
  }
};
