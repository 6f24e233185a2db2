import { addressOf, type Sendable } from '../../../language/catalogue/channel.ts';
import type { StepAnswer, StopAnswer } from '../../../language/catalogue/task.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import { channelWait } from '../channel-wait.ts';
import { decide, noteDecision, subjectOf } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { goOn } from '../leave.ts';
import type { KnownMark } from '../model/address-mark.ts';
import type { Attribute } from '../model/attribute.ts';
import type { Enrolment } from '../model/enrolment.ts';
import type { Millis } from '../model/millis.ts';
import { setDue } from '../standing.ts';
import { withMarks } from '../with-marks.ts';
import { choose } from './apply-consent.ts';

/** What a channel said about a reserved message, or that it could not be written. Where nobody knows, there is no record, and the lease runs out. */
export interface RecordCommand {
  enrolment: string;
  step: string;
  visit: number;
  attempt: string;
  /** `barred`: not sent, for what is known of the address. */
  receipt: 'accepted' | 'refused' | 'busy' | 'down' | 'unwritten' | 'barred';
  /** The sentence that the customer may read. */
  because: string;
  /** The provider refused it because they want no more by this way. */
  optedOut?: boolean;
  /** With `barred`: the address, and what is known of it. */
  address?: Attribute['value'];
  marks?: readonly KnownMark[];
  /** With `busy`: when its turn comes in a channel that is paced, in milliseconds. */
  turn?: Millis;
}

const FAILURES = { refused: 'channel-refused', unwritten: 'copy-failed' } as const;

const isFailure = (receipt: RecordCommand['receipt']): receipt is keyof typeof FAILURES => receipt in FAILURES;

/** Records what became of a message, for the attempt that reserved it. A decision that is final stays as it is. */
export const onRecord = (draft: Draft, command: RecordCommand): StepAnswer | StopAnswer => {
  const { enrolment: id, step, visit, attempt, receipt, because, optedOut } = command;
  const enrolment = draft.state.enrolments[id];
  if (!enrolment) return 'ended';
  if (enrolment.visit !== visit) return 'elsewhere';
  const { reserved, leave } = enrolment;
  // Its step may have another id by now.
  if (reserved?.attempt !== attempt) return enrolment.at === step ? (enrolment.answer ?? 'later') : 'elsewhere';
  if ((receipt === 'busy' || receipt === 'down') && !leave) return release(draft, id, enrolment, command);
  if (receipt === 'barred' && !leave) return bar(draft, enrolment, reserved.channel, command);
  // It went out under the id that its step had then, and is answered by that.
  const subject = { ...subjectOf({ id, enrolment }), step };
  const { channel } = reserved;
  if (optedOut) choose(draft, { kind: 'channel', id: channel, choice: 'withdrawn' }, draft.now);
  const answer =
    receipt === 'accepted'
      ? decide(draft, enrolment, subject, 'sent', 'clear', { channel, because })
      : isFailure(receipt)
        ? decide(draft, enrolment, subject, 'failed', FAILURES[receipt], { channel })
        : decide(draft, enrolment, subject, 'ended', 'enrolment-ended');
  if (!leave) return answer;
  goOn(draft, id, enrolment, leave);
  return 'elsewhere';
};

/** Not sent: the reservation goes, the customer is known to be out of reach by this way, and the gate is asked again at once. */
const bar = (
  draft: Draft,
  enrolment: Enrolment,
  channel: Sendable,
  { address, marks = [] }: Pick<RecordCommand, 'address' | 'marks'>,
): 'later' => {
  // Of the one that they may have given us meanwhile nothing is known yet.
  const isTheirs = draft.state.attributes[addressOf(channel) ?? '']?.value === address;
  if (isTheirs) Object.assign(draft.state, withMarks(draft.state, channel, marks));
  enrolment.reserved = undefined;
  setDue(enrolment, draft.now);
  return 'later';
};

/** Surely not sent: the reservation goes, and the step is held until its turn, or longer each time. */
const release = (draft: Draft, id: string, enrolment: Enrolment, { receipt, turn }: RecordCommand): 'later' => {
  const { now } = draft;
  const reason = receipt === 'down' ? 'channel-down' : 'channel-busy';
  const busy = channelWait(draft, id, enrolment, { isDown: receipt === 'down', turn });
  enrolment.reserved = undefined;
  enrolment.busy = busy;
  enrolment.held = { reason, since: now };
  if (ownValue(enrolment.noted ?? {}, reason) === undefined) {
    noteDecision(draft, subjectOf({ id, enrolment }), 'held', reason, { until: iso(busy.until) });
    enrolment.noted = { ...enrolment.noted, [reason]: now };
  }
  setDue(enrolment, busy.until);
  return 'later';
};
