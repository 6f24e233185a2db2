import { isWork } from '../../../language/catalogue/channel.ts';
import { isSocial } from '../../../language/catalogue/purpose.ts';
import { grounds } from '../../explain/context.ts';
import { titleOf } from '../../explain/words/decision.ts';
import { ownValue } from '../../own-value.ts';
import type { GateRow } from '../row.ts';

/** The control group, which shows whether a journey helps at all. What is owed to people goes to them too: care, and work for a person. */
export const holdout: GateRow = {
  ofWork: true,
  decide: ({ control, purpose, copy }) =>
    control && isSocial(purpose) && !(copy && isWork(copy.channels))
      ? { outcome: 'control', reason: 'holdout' }
      : undefined,
  words: 'left out to compare: the control group',
  explain: ({ decision, before, catalogue }) => {
    const { journey } = decision;
    const entered = before.find((one) => one.kind === 'entered' && one.enrolment === decision.enrolment);
    const percent = ownValue(catalogue.journeys, journey)?.holdout;
    const share = percent === undefined ? '' : ` (${percent} % of all)`;
    return grounds(
      [
        `They are in the control group of ${titleOf(journey, catalogue)}${share}, drawn by a hash of customer and journey.`,
      ],
      [
        'In the treated group the gate would have been asked. Care, transactional messages and work for a person go to the control group too.',
      ],
      { journey, ...(entered?.kind === 'entered' ? { enrolment: entered.enrolment } : {}) },
    );
  },
};
