import { isTransactional } from '../../../language/catalogue/purpose.ts';
import { grounds, inItsWay } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { iso } from '../../time/instant.ts';
import type { GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';

/** They said farewell, and have not come back. */
export const accountClosed: GateRow = {
  ofWork: true,
  decide: ({ state, purpose }) =>
    state.closedAt !== undefined && !isTransactional(purpose) ? suppress('account-closed') : undefined,
  basis: ({ state: { closedAt } }) => (closedAt === undefined ? {} : { happened: { at: iso(closedAt) } }),
  words: 'they had closed their account',
  explain: (context) => {
    const { decision, zone } = context;
    const at = decision.basis?.happened?.at;
    const since = at === undefined ? '' : ` on ${when(at, zone)}`;
    return grounds(
      [`They closed their account${since}.`],
      [`With an account, ${inItsWay(context)}. Transactional messages still go out.`],
    );
  },
};
