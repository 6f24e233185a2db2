import { isWork } from '../../../language/catalogue/channel.ts';
import { isSocial } from '../../../language/catalogue/purpose.ts';
import { copyOf, type ExplainContext, grounds } from '../../explain/context.ts';
import { titleOf } from '../../explain/words/decision.ts';
import { ownValue } from '../../own-value.ts';
import type { GateRow } from '../row.ts';

const FOR_ALL = 'Care, transactional messages and work for a person go to the control group too.';

/** What the treated group gets here: a message that passes the gate, or an event of ours, which is asked for its caps alone. */
const whenTreated = (context: ExplainContext): string => {
  const { decision, catalogue } = context;
  const isEvent = copyOf(context) === undefined && ownValue(catalogue.events, decision.moment) !== undefined;
  return isEvent
    ? `In the treated group ${decision.moment} is sent, as often as its caps allow. A journey of care leaves nobody out.`
    : `In the treated group the gate would have been asked. ${FOR_ALL}`;
};

/** The control group, which shows whether a journey helps at all. What is owed to people goes to them too: care, and work for a person. */
export const holdout: GateRow = {
  ofWork: true,
  decide: ({ control, purpose, copy }) =>
    control && isSocial(purpose) && !(copy && isWork(copy.channels))
      ? { outcome: 'control', reason: 'holdout' }
      : undefined,
  words: 'left out to compare: the control group',
  explain: (context) => {
    const { decision, before, catalogue } = context;
    const { journey } = decision;
    const entered = before.find((one) => one.kind === 'entered' && one.enrolment === decision.enrolment);
    const percent = ownValue(catalogue.journeys, journey)?.holdout;
    const share = percent === undefined ? '' : ` (${percent} % of all)`;
    return grounds(
      [
        `They are in the control group of ${titleOf(journey, catalogue)}${share}, drawn by a hash of customer and journey.`,
      ],
      [whenTreated(context)],
      { journey, ...(entered?.kind === 'entered' ? { enrolment: entered.enrolment } : {}) },
    );
  },
};
