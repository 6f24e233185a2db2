import type { CustomerState, Decision } from '../../../core/customer/model/state.ts';
import type { Message } from '../../../functions/deliver/channel.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import { reasonsAgainst } from './forbidden.ts';
import type { Ledger } from './ledger.ts';
import { MINUTE } from './ledger.ts';

/** How far two clocks may be apart. */
const SKEW = 4000;
/** What a cap, an hour or a wish forbids, apart from tact. */
const SOCIAL = ['frequency-cap', 'gap', 'quiet-hours', 'window', 'unsubscribed'];

/** What is reserved and sent, against all that may speak against it. */
export const createReservationWatch = (ledger: Ledger) => {
  const { know, running, stepOf, counted, hash, broken, caseOf } = ledger;

  const purposeOf = (catalogue: Catalogue, moment: string, journey: string, otherwise: string): string =>
    catalogue.moments[moment]?.purpose ?? catalogue.journeys[journey]?.purpose ?? otherwise;

  const reserve = async (decision: Decision, run: Run, state: CustomerState): Promise<void> => {
    const { enrolment, step: name, moment, purpose, journey, channel = '', attempt = '', lease = 0 } = decision;
    const step = stepOf(`${enrolment}/${name}`);
    if (step.reserved.has(attempt)) return;
    const enrolled = running.get(enrolment);
    if (!enrolled) return broken('I1', `${step.key} was reserved after its enrolment was over.`);
    if (step.finals.length > 0) broken('I2', `${step.key} was reserved after its final decision.`);
    const one = caseOf(run, run.task, step, { moment, purpose, at: state.at, enrolled });
    const against = await reasonsAgainst(one);
    const I7 = [...against].filter((reason) => SOCIAL.includes(reason));
    const I1 = [...against].filter((reason) => !SOCIAL.includes(reason));
    if (I1.length > 0) broken('I1', `${name} ${moment} was reserved in spite of ${I1.join()}.`);
    if (I7.length > 0) broken('I7', `${name} ${moment} was reserved in spite of ${I7.join()}.`);
    const block = blockedChannel(channel);
    if (block) broken('I7', `${name} ${moment} was reserved for ${channel}: ${block}.`);
    const best = bestChannel(run.catalogue.moments[moment]?.channels ?? []);
    if (!block && best !== channel)
      broken('I7', `${name} ${moment} was reserved for ${channel}, ${best} is preferred.`);
    const own = purposeOf(run.catalogue, moment, journey, String(run.task?.purpose));
    if (own !== purpose) broken('I1', `${name} ${moment} was reserved as ${purpose}, it is ${own}.`);
    if (lease - state.at < MINUTE - 1) broken('I2', `${step.key} has a lease of ${lease - state.at} ms.`);
    step.reserved.set(attempt, { at: state.at, lease, moment, purpose, channel, sends: 0 });
    step.since ??= state.at;
    step.held = undefined;
    counted.set(step.key, { key: step.key, moment, purpose, at: state.at, latest: state.at });
  };

  /** The one that the customer prefers, if it is listed and reaches them; else the first that does. */
  const bestChannel = (channels: readonly string[]): string | undefined => {
    const open = channels.filter((channel) => !blockedChannel(channel));
    const preferred = String(know.attributes.get('preferredChannel')?.value);
    return open.includes(preferred) ? preferred : open[0];
  };

  const blockedChannel = (channel: string): string | undefined => {
    const address = { email: 'email', sms: 'phone' }[channel];
    if (address && !know.attributes.has(address)) return 'no-channel';
    return know.unreachable.get(channel) ?? (know.consent.get(`channel:${channel}`) === 'withdrawn' ? 'withdrawn' : '');
  };

  const sent = ({ id, moment, channel, to }: Message, attempt: string, now: number): void => {
    ledger.sentCount++;
    hash.update(`${now} ${id} ${moment} ${channel}`);
    const step = stepOf(id);
    const reserved = step.reserved.get(attempt);
    if (!reserved) {
      broken('I2', `${id} was sent by ${attempt} without a reservation.`);
      return;
    }
    step.sends++;
    if (++reserved.sends > 1) broken('I2', `${id} was sent twice by ${attempt}.`);
    if (now > reserved.lease + SKEW) broken('I2', `${id} was sent after its lease.`);
    if (reserved.moment !== moment || reserved.channel !== channel)
      broken('I1', `${id}: ${moment} went by ${channel}.`);
    if ((channel === 'email' || channel === 'sms') && !to) broken('I1', `${id} went to nowhere.`);
    const policy = ledger.last?.catalogue.policy.purposes[reserved.purpose as 'care'];
    if (step.sends > 1 && policy?.ifUnsure === 'drop') broken('I2', `${id} (${reserved.purpose}) was sent twice.`);
  };

  return { reserve, sent };
};
