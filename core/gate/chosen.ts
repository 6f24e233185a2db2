import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { ownValue } from '../own-value.ts';
import { isShared } from './reach.ts';

interface StepOfJourney {
  catalogue: Pick<Catalogue, 'journeys'>;
  journey: string;
  step: string;
}

const ATTRIBUTE = 'customer.';

/** The facts by which whoever comes to a step was chosen, where customers may not have shared them. */
export const chosenAt = ({ catalogue, journey, step }: StepOfJourney): readonly string[] => {
  const runStep = ownValue(ownValue(catalogue.journeys, journey)?.steps ?? {}, step);
  return (runStep?.kind === 'send' || runStep?.kind === 'task') && runStep.chosenBy ? runStep.chosenBy : [];
};

/** Attributes among them: the provenance of those is known only now. */
export const choosingAttributes = (place: StepOfJourney): string[] =>
  chosenAt(place).flatMap((name) => (name.startsWith(ATTRIBUTE) ? [attributeOf(name.slice(ATTRIBUTE.length))] : []));

/** What a fact is worked out from. */
const attributeOf = (fact: string): string => (fact === 'tenureDays' ? 'since' : fact);

/** The reasons that a moment gives for the facts which chose this customer, where they did not share those. */
export const reasonsForChoice = (place: StepOfJourney, moment: Moment | undefined, state: CustomerState): string[] =>
  chosenAt(place).flatMap((name) => {
    const bare = name.slice(name.indexOf('.') + 1);
    const reason = moment && ownValue(moment.uses, bare);
    const attribute = name.startsWith(ATTRIBUTE) ? ownValue(state.attributes, attributeOf(bare)) : undefined;
    return reason === undefined || (attribute && isShared(attribute.provenance)) ? [] : [reason];
  });
