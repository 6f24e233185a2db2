import type { Step } from '../../catalogue/definition.ts';
import type { Gesture } from '../../catalogue/gesture.ts';
import type { CheckContext } from '../../steps/step.ts';
import { ofField, type Typed, whyNot } from '../expressions/typed.ts';
import { checkWith, UNTOLD } from '../journeys/check-with.ts';
import { didYouMean, listNames } from '../yaml/lookup.ts';
import type { Path, Source } from '../yaml/source.ts';
import { checkChosen } from './check-chosen-gesture.ts';
import { OF_GESTURES, ownField } from './check-gestures.ts';

/** What a step gives has to be in gestures.yaml, for journeys, within its own limit, and with all that its event needs. */
export const checkGive = (step: Step<'give'>, context: CheckContext): void => {
  const { path, heard, flow } = context;
  const { source } = flow.file;
  const { gestures, gesturesSource } = flow.declarations;
  const values = checkWith(step.with, path, heard, flow);
  const at = [...path, 'give'];
  if (!gestures) {
    if (!gesturesSource) source.report(at, 'there is no gestures.yaml, which says what may be given');
    return;
  }
  const { fits, atMost } = step;
  checkOneWay(step, at, source);
  if (step.chosen !== undefined) {
    checkFields(checkChosen(step, step.chosen, context), values, step, context);
    return;
  }
  if (fits === undefined) return;
  if (atMost && atMost.currency !== gestures.currency)
    source.report([...at, 'atMost'], `gestures.yaml is in ${gestures.currency}, and this is in ${atMost.currency}`);
  const kinds = Object.entries(gestures.kinds);
  const fitting = kinds.filter(([, kind]) => kind.fits.includes(fits));
  if (fitting.length === 0) {
    const allFits = new Set(kinds.flatMap(([, kind]) => kind.fits));
    source.report([...at, 'fits'], `no gesture fits \`${fits}\`${didYouMean(fits, allFits)}`);
    return;
  }
  const may = fitting.filter(([, kind]) => kind.by.includes('journeys'));
  if (may.length === 0)
    source.report(
      [...at, 'fits'],
      `${listNames(fitting.map(([id]) => id))}: journeys may not give it. Add \`journeys\` to its \`by\` in gestures.yaml`,
    );
  if (may.length > 0 && may.every(([, { cost }]) => cost > (atMost?.amount ?? cost)))
    source.report([...at, 'atMost'], `each of ${listNames(may.map(([id]) => id))} costs more than this`);
  checkFields(may, values, step, { path, heard, flow });
};

/** A journey chooses by `fits`, or the customer by what a moment offers. */
const checkOneWay = ({ fits, chosen, within, atMost, unchosen }: Step<'give'>, at: Path, source: Source): void => {
  if ((fits === undefined) === (chosen === undefined))
    source.report(
      at,
      'say what it makes up for under `fits`, or the moment by which the customer chooses under `chosen`: one of the two',
    );
  if (chosen !== undefined && within === undefined) source.report(at, 'say how long they may choose: `within: 3 days`');
  if (chosen !== undefined && atMost)
    source.report([...at, 'atMost'], '`atMost` is of what a journey chooses: the moment lists what it offers', true);
  if (chosen === undefined && within !== undefined)
    source.report([...at, 'within'], '`within` is of what the customer chooses: it needs `chosen`', true);
  if (chosen === undefined && unchosen.length > 0)
    source.report(
      [...at.slice(0, -1), 'unchosen'],
      '`unchosen` is of what the customer chooses: it needs `chosen`',
      true,
    );
};

/** A value belongs to the event of some kind, and each event is given all that it needs. */
const checkFields = (
  kinds: [string, Gesture][],
  values: ReadonlyMap<string, Typed>,
  { with: stepValues = {} }: Step<'give'>,
  { path, flow }: Pick<CheckContext, 'path' | 'heard' | 'flow'>,
): void => {
  const { source } = flow.file;
  const events = kinds.flatMap(([id, kind]) => {
    const event = flow.declarations.events.get(kind.emit);
    return event ? [{ id, kind, event }] : [];
  });
  if (events.length < kinds.length) return;
  for (const name of Object.keys(stepValues)) {
    const fields = events.flatMap(({ event }) => (Object.hasOwn(event.fields, name) ? [event.fields[name]] : []));
    const at = [...path, 'with', name];
    const typed = values.get(name);
    if (OF_GESTURES.includes(name)) source.report(at, ownField(name), true);
    else if (fields.length === 0) {
      const fieldNames = events.flatMap(({ event }) => Object.keys(event.fields));
      source.report(
        at,
        `no event of ${listNames(events.map(({ id }) => id))} has a field \`${name}\`${didYouMean(name, fieldNames)}`,
        true,
      );
    } else if (typed && typed !== UNTOLD) {
      const why = fields.flatMap((field) => (field ? (whyNot(typed, ofField(field)) ?? []) : []))[0];
      if (why) source.report(at, why);
    }
  }
  for (const { id, kind, event } of events) {
    const missing = Object.entries(event.fields).flatMap(([name, { optional }]) => {
      const isGiven = kind.with !== undefined && Object.hasOwn(kind.with, name);
      return optional || isGiven || OF_GESTURES.includes(name) || values.get(name)?.sure === true ? [] : [name];
    });
    if (missing.length > 0)
      source.report(
        path,
        `\`${kind.emit}\` of ${id} needs ${listNames(missing)}: give it under \`with\`, as what is never missing`,
      );
  }
};
