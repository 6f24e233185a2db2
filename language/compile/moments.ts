import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { Moment } from '../catalogue/moment.ts';
import type { Policy, Reaction } from '../catalogue/policy.ts';

export interface Messages {
  moments: Record<string, Moment>;
  policy: Policy;
}

/** The lists of steps that a step holds. */
export const branchesOf = (step: Step): Step[][] => {
  switch (step.kind) {
    case 'send':
    case 'task':
    case 'emit':
      return [step.unsent];
    case 'wait-until':
      return [step.reached, step.past];
    case 'choose':
      return [...step.branches.map(({ steps }) => steps), step.otherwise];
    case 'split':
      return step.arms.map(({ steps }) => steps);
    case 'listen':
      return [step.heard, step.silent];
    case 'repeat':
      return [step.steps];
    case 'wait':
    case 'exit':
      return [];
  }
};

/** Every step, at any depth, in the order of writing. */
export const flatten = (steps: Step[]): Step[] => steps.flatMap((step) => [step, ...branchesOf(step).flatMap(flatten)]);

/** Every step of a journey, its last words too. */
export const everyStep = (journey: JourneyDefinition): Step[] =>
  [journey.steps, ...journey.exits.map(({ steps }) => steps)].flatMap(flatten);

export const purposeOf = (journey: JourneyDefinition, moment: Moment | undefined) => moment?.purpose ?? journey.purpose;

const reactionsOf = (journey: JourneyDefinition, moment: Moment, { policy }: Messages): Reaction[] => {
  const purpose = policy.purposes[purposeOf(journey, moment)];
  return [moment.whenIncident ?? purpose.whenIncident, moment.whenNegative ?? purpose.whenNegative];
};

/** The moment and what may take its place: `instead` of it, or as work for a `person` when those are asked for too. */
export const standIns = (
  journey: JourneyDefinition,
  moment: string,
  messages: Messages,
  persons: boolean,
): string[] => {
  const found = new Set<string>();
  const visit = (id: string): void => {
    const known = messages.moments[id];
    if (!known || found.has(id)) return;
    found.add(id);
    for (const reaction of reactionsOf(journey, known, messages)) {
      if (typeof reaction === 'string') continue;
      if ('instead' in reaction) visit(reaction.instead);
      else if (persons) visit(reaction.person);
    }
  };
  visit(moment);
  return [...found];
};

/** How long a step may be held: the longest patience of what may take its moment's place, in seconds. */
export const patienceOf = (journey: JourneyDefinition, moment: string, messages: Messages): number =>
  Math.max(
    0,
    ...standIns(journey, moment, messages, false).map((id) => {
      const known = messages.moments[id];
      return known?.patience ?? messages.policy.purposes[purposeOf(journey, known)].patience;
    }),
  );
