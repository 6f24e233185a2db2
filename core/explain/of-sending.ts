import { type Asked, type Because, policyOf, rests, untold } from './asked.ts';
import { when } from './tell.ts';
import { nameOf } from './words/decision.ts';

/** Its `unless` had happened. */
export const ofOvertaken = ({ decision, zone }: Asked): Because => {
  const { event, at } = decision.basis?.happened ?? {};
  if (event === undefined || at === undefined) return untold('The record does not say what overtook it.');
  return rests(
    [`After ${event} of ${when(at, zone)} there was no point in it: the step says unless.`],
    [`Without ${event} it would have gone on.`],
    { event },
  );
};

/** The message is gone. */
export const ofRetired = ({ decision, catalogue }: Asked): Because =>
  rests(
    [`There was no ${nameOf(decision.moment, catalogue)} in the catalogue then.`],
    ['With it in the catalogue, the gate would have been asked.'],
  );

const channelOf = ({ decision }: Asked): string => decision.channel ?? 'the channel';

/** The channel was throttled. */
export const ofBusy = (asked: Asked): Because =>
  rests(
    [
      `${asked.decision.channel === undefined ? 'The sending service' : channelOf(asked)} took nothing more just then, and it surely did not go out.`,
    ],
    ['A minute later it is asked about again.'],
  );

/** The channel said no. */
export const ofRefused = (asked: Asked): Because =>
  rests(
    [
      `Nothing spoke against it, but ${channelOf(asked)} refused it: a sender that is not verified, or an address that it does not take.`,
    ],
    ['With a verified sender and an address that works it would have gone out.'],
    { channels: asked.decision.channel ? [asked.decision.channel] : [] },
  );

/** Nobody knows. */
export const ofNoReceipt = (asked: Asked): Because => {
  const { ifUnsure } = policyOf(asked);
  const why =
    ifUnsure === 'drop'
      ? `${asked.decision.purpose} messages are not sent a second time then (ifUnsure: drop)`
      : 'when it could be asked about again, it was not to go out any more';
  return rests(
    [`Nothing spoke against it, but ${channelOf(asked)} did not say whether it went out; ${why}.`],
    ['Feedback of the provider settles it, where there is any.'],
  );
};
