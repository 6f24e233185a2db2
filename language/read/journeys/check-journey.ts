import type { Purpose } from '../../catalogue/kind.ts';
import { triggerExpressions } from '../../steps/expressions.ts';
import type { ReadMoments } from '../copy/moments.ts';
import type { Declarations } from '../declarations.ts';
import { checkCondition, checkExpression } from '../expressions/condition.ts';
import { establishedBy } from '../expressions/established.ts';
import { describe } from '../expressions/typed.ts';
import { checkCaps } from './check-caps.ts';
import { checkRepeatedEmits } from './check-emit.ts';
import { checkListens } from './check-listens.ts';
import { checkNames } from './check-names.ts';
import { checkEventName, checkTrigger } from './check-trigger.ts';
import { bothChosen, chosenBy, chosenByEvents } from './chosen.ts';
import { follow } from './flow.ts';
import type { Flow, Use } from './flow-state.ts';
import type { JourneyFile } from './journey-file.ts';
import { LONGEST_PATH, longest } from './longest.ts';
import { checkMoment, type Reacting, reachedFrom } from './reactions.ts';
import { commonFields, customerNames, NOTHING_HEARD, scopeOf, withSure } from './scope.ts';

/** Checks one journey against all that it refers to; answers the moments that it uses and how. */
export const checkJourney = (
  file: JourneyFile,
  declarations: Declarations,
  moments: ReadMoments,
  reacting: Reacting,
): Use[] => {
  const { journey, source } = file;
  const entering = journey.enter.on;
  const event = commonFields(entering, declarations, 'event');
  const flow: Flow = {
    file,
    declarations,
    moments,
    event,
    customer: customerNames(declarations, entering),
    uses: [],
  };
  checkEnter(flow);
  const { when } = journey.enter;
  const entered = bothChosen(
    chosenByEvents(entering, declarations),
    chosenBy(when === undefined ? [] : [{ source: when }], NOTHING_HEARD, flow),
  );
  follow(journey.steps, NOTHING_HEARD, entered, flow, [when]);
  for (const [place, exit] of journey.exits.entries()) {
    const heard = checkTrigger(exit, ['exit', place], flow);
    const left = chosenBy(triggerExpressions([exit]), heard, flow);
    follow(exit.steps, heard, bothChosen(entered, left, chosenByEvents([exit.on], declarations)), flow, [
      when,
      exit.where,
    ]);
  }
  if (journey.goal) checkTrigger(journey.goal, ['goal'], flow);
  for (const use of flow.uses) checkMoment(use.moment, use.kind, source, [...use.path, use.kind], moments);
  checkListens(file, reacting);
  checkNames(file);
  checkRepeatedEmits(flow);
  checkLength(file, reacting);
  checkCaps(file, reacting);
  return flow.uses;
};

const checkEnter = (flow: Flow): void => {
  const { journey, source } = flow.file;
  const { on, when, per } = journey.enter;
  const several = Array.isArray(source.valueAt(['enter', 'on']));
  for (const [place, name] of on.entries())
    checkEventName(name, several ? ['enter', 'on', place] : ['enter', 'on'], flow);
  if (!on.every((name) => flow.declarations.events.has(name))) return;
  checkCondition(when, source, ['enter', 'when'], scopeOf(flow.event, flow.customer));
  if (per === undefined) return;
  const typed = checkExpression(per, source, ['enter', 'per'], {
    roots: new Map([['event', withSure(flow.event.names, 'event', establishedBy(when).yes)]]),
    lacking: flow.event.lacking,
  });
  if (typed?.kind === 'list')
    source.report(['enter', 'per'], `one value for each enrolment, and this is ${describe(typed)}`);
  else if (typed && !typed.sure)
    source.report(['enter', 'per'], 'this may be missing, and every enrolment needs a value of `per`');
};

/** Holds count as long as the patience of whatever moment they may come to. */
const patienceOf = (id: string, journeyPurpose: Purpose, reacting: Reacting): number =>
  Math.max(
    0,
    ...reachedFrom(id, 'send', journeyPurpose, reacting).map(({ file: { moment }, kind }) =>
      kind === 'task'
        ? 0
        : (moment.patience ?? reacting.policy?.purposes[moment.purpose ?? journeyPurpose].patience ?? 0),
    ),
  );

const checkLength = ({ journey, places, source }: JourneyFile, reacting: Reacting): void => {
  const message =
    'with this step a path may last more than ten years, and no enrolment can: shorten a wait, a listen, a patience or a loop';
  const lengths = {
    patience: (moment: string) => patienceOf(moment, journey.purpose, reacting),
    passed: (step: Parameters<typeof places.get>[0]) => source.report(places.get(step) ?? [], message),
  };
  const main = longest(journey.steps, 0, lengths);
  for (const { steps } of journey.exits) if (main <= LONGEST_PATH) longest(steps, Math.max(main, 0), lengths);
};
