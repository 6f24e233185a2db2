import { type DecisionKey, decisionId } from '../decision-id.ts';
import { shortId } from '../model/bound.ts';
import type { Enrolment } from '../model/enrolment.ts';

/** Keeps what the message in hand offers. One that is sent again, since nobody knows whether it went out, offers the same. */
export const keepOffers = (enrolment: Enrolment, about: DecisionKey & { moment: string }, kinds: string[]): void => {
  const to = shortId(decisionId(about));
  if (enrolment.offers?.to !== to) enrolment.offers = { to, moment: about.moment, kinds };
};

/** What the message of a decision offers. */
export const offersOf = ({ offers }: Pick<Enrolment, 'offers'>, about: DecisionKey): string[] | undefined =>
  offers && offers.to === shortId(decisionId(about)) ? offers.kinds : undefined;

/** What did not go out offers nothing. */
export const dropOffers = (enrolment: Enrolment, about: DecisionKey): undefined => {
  if (offersOf(enrolment, about)) enrolment.offers = undefined;
};
