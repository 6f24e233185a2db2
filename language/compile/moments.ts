import type { JourneyDefinition } from '../catalogue/definition.ts';
import type { Moment } from '../catalogue/moment.ts';
import type { Policy, Reaction } from '../catalogue/policy.ts';

export interface Messages {
  moments: Record<string, Moment>;
  policy: Policy;
}

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
  const names = new Set<string>();
  const visit = (id: string): void => {
    const message = messages.moments[id];
    if (!message || names.has(id)) return;
    names.add(id);
    for (const reaction of reactionsOf(journey, message, messages)) {
      if (typeof reaction === 'string') continue;
      if ('instead' in reaction) visit(reaction.instead);
      else if (persons) visit(reaction.person);
    }
  };
  visit(moment);
  return [...names];
};
