import type { Reason } from '../../language/catalogue/reason.ts';
import type { GateRow } from './row.ts';
import { accountClosed } from './rows/account-closed.ts';
import { askedForFewer } from './rows/asked-for-fewer.ts';
import { bounced } from './rows/bounced.ts';
import { channelBusy } from './rows/channel-busy.ts';
import { channelDown } from './rows/channel-down.ts';
import { channelRefused } from './rows/channel-refused.ts';
import { clear } from './rows/clear.ts';
import { complained } from './rows/complained.ts';
import { copyFailed } from './rows/copy-failed.ts';
import { dataNotShared } from './rows/data-not-shared.ts';
import { emitCap } from './rows/emit-cap.ts';
import { enrolmentEnded } from './rows/enrolment-ended.ts';
import { frequencyCap } from './rows/frequency-cap.ts';
import { gap } from './rows/gap.ts';
import { holdout } from './rows/holdout.ts';
import { journeyPaused } from './rows/journey-paused.ts';
import { momentRetired } from './rows/moment-retired.ts';
import { mutedBy } from './rows/muted-by.ts';
import { negativeSentiment } from './rows/negative-sentiment.ts';
import { noChannel } from './rows/no-channel.ts';
import { noGesture } from './rows/no-gesture.ts';
import { noReceipt } from './rows/no-receipt.ts';
import { onlyNecessary } from './rows/only-necessary.ts';
import { openIncident } from './rows/open-incident.ts';
import { overtaken } from './rows/overtaken.ts';
import { pausedByCustomer } from './rows/paused-by-customer.ts';
import { protectedByCare } from './rows/protected.ts';
import { quietHours } from './rows/quiet-hours.ts';
import { reserved } from './rows/reserved.ts';
import { stepRetired } from './rows/step-retired.ts';
import { taskCap } from './rows/task-cap.ts';
import { unsubscribed } from './rows/unsubscribed.ts';
import { sendWindow } from './rows/window.ts';

/** Every reason. The gate asks from top to bottom, as docs/gate.md's table has it; what the reducer decides comes last. */
export const ROWS = {
  holdout,
  'account-closed': accountClosed,
  overtaken,
  'moment-retired': momentRetired,
  'task-cap': taskCap,
  'emit-cap': emitCap,
  'no-gesture': noGesture,
  'no-channel': noChannel,
  bounced,
  complained,
  unsubscribed,
  'only-necessary': onlyNecessary,
  'data-not-shared': dataNotShared,
  protected: protectedByCare,
  'journey-paused': journeyPaused,
  'paused-by-customer': pausedByCustomer,
  'open-incident': openIncident,
  'negative-sentiment': negativeSentiment,
  'muted-by': mutedBy,
  'frequency-cap': frequencyCap,
  gap,
  'asked-for-fewer': askedForFewer,
  'quiet-hours': quietHours,
  window: sendWindow,
  'channel-busy': channelBusy,
  'channel-down': channelDown,
  reserved,
  clear,
  'copy-failed': copyFailed,
  'channel-refused': channelRefused,
  'no-receipt': noReceipt,
  'enrolment-ended': enrolmentEnded,
  'step-retired': stepRetired,
} satisfies Record<Reason, GateRow>;

export type Decide = NonNullable<GateRow['decide']>;

const ALL: readonly GateRow[] = Object.values(ROWS);

/** What the gate asks of everything, in this order. */
export const OF_EVERYTHING: readonly Decide[] = ALL.flatMap(({ decide, ofWork }) => (decide && ofWork ? [decide] : []));

/** What it asks of messages beside, in this order. */
export const OF_MESSAGES: readonly Decide[] = ALL.flatMap(({ decide, ofWork }) => (decide && !ofWork ? [decide] : []));
