import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { CustomerState } from '../model/state.ts';
import { demandsOf } from './budgets.ts';
import { isGiving } from './is-giving.ts';
import type { GestureDemands } from './life.ts';

/** What people gave and whose budgets are not reserved yet. */
export const offersByHand = ({ gestures = [] }: CustomerState, catalogue: Catalogue): GestureDemands[] =>
  gestures.flatMap((record) =>
    record.state === 'offered' && record.enrolment === undefined && isGiving(catalogue)
      ? [{ gesture: record.id, demands: demandsOf(catalogue, record.kind, record) }]
      : [],
  );
