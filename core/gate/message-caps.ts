import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { type Channel, WORK_CHANNEL } from '../../language/catalogue/channel.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Cap, Policy } from '../../language/catalogue/policy.ts';
import { isSocial } from '../../language/catalogue/purpose.ts';

/** What a cap counts by. */
interface Counted {
  moment: string;
  purpose: Purpose;
  channel?: Channel | undefined;
}

/** A cap on a message, and which messages it counts. */
export interface MessageCap {
  cap: Cap;
  of: 'moment' | 'purpose';
  counts: (one: Counted) => boolean;
}

/** The policy's cap on messages of a purpose. */
const capOf = (purpose: Purpose, { purposes, caps }: Policy): Cap | undefined => {
  if (purpose === 'care') return caps?.care;
  return isSocial(purpose) ? purposes[purpose].cap : undefined;
};

/** What a colleague does for somebody in care is no message of care. */
const isMessage = ({ purpose, channel }: Counted): boolean => purpose !== 'care' || channel !== WORK_CHANNEL;

/** The moment's own cap and that of its purpose. */
export const messageCaps = (
  { moment, purpose }: { moment: string; purpose: Purpose },
  copy: Moment | undefined,
  { policy }: Pick<Catalogue, 'policy'>,
): MessageCap[] => {
  const [ofMoment, ofPurpose] = [copy?.cap, capOf(purpose, policy)];
  return [
    ...(ofMoment ? [{ cap: ofMoment, of: 'moment' as const, counts: (one: Counted) => one.moment === moment }] : []),
    ...(ofPurpose
      ? [
          {
            cap: ofPurpose,
            of: 'purpose' as const,
            counts: (one: Counted) => one.purpose === purpose && isMessage(one),
          },
        ]
      : []),
  ];
};

/** As many in twice the time. */
export const halved = ({ count, seconds }: Cap): Cap => ({ count, seconds: 2 * seconds });

/** The least time between two relationship or promotional messages, as a cap on both. */
export const gapCap = ({ policy }: Pick<Catalogue, 'policy'>): Cap => ({ count: 1, seconds: policy.gap });
