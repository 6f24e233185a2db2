import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Message } from '../../../functions/deliver/channel.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Run } from '../functions.ts';
import { blockOf, reasonsAgainst } from './forbidden.ts';
import { type Ledger, stepIn } from './ledger.ts';
import { keyOf, type StepRecord } from './steps.ts';

/** How far two clocks may be apart. */
const SKEW = 4000;
/** What a cap, an hour or a wish forbids, apart from tact. */
const SOCIAL = ['frequency-cap', 'gap', 'quiet-hours', 'window', 'unsubscribed'];

/** What is reserved and sent, against all that may speak against it. */
export const createReservationWatch = (ledger: Ledger) => {
  const { know, running, stepOf, counted, record, broken, caseOf } = ledger;

  const purposeOf = (catalogue: Catalogue, moment: string, { journey, at }: Enrolment): string | undefined => {
    const step = stepIn(catalogue, journey, at);
    const stepPurpose = step && 'purpose' in step ? step.purpose : undefined;
    return catalogue.moments[moment]?.purpose ?? catalogue.journeys[journey]?.purpose ?? stepPurpose;
  };

  const lookAtReservations = async (state: CustomerState, run: Run): Promise<void> => {
    for (const [id, one] of Object.entries(state.enrolments)) if (one.reserved) await reserve(id, one, state, run);
  };

  const reserve = async (id: string, one: Enrolment, state: CustomerState, run: Run): Promise<void> => {
    const { attempt, until, channel } = one.reserved!;
    const { moment, purpose } = one.message!;
    const step = stepOf(keyOf(id, one));
    if (step.reserved.has(attempt)) return;
    const enrolled = running.get(id);
    if (!enrolled) return broken('I1', `${step.key} was reserved after its enrolment was over.`);
    if (step.finals.length > 0) broken('I2', `${step.key} was reserved after its final decision.`);
    const against = await reasonsAgainst(caseOf(run, step, { moment, purpose, at: state.at, enrolled }));
    const I7 = [...against].filter((reason) => SOCIAL.includes(reason));
    const I1 = [...against].filter((reason) => !SOCIAL.includes(reason));
    if (I1.length > 0) broken('I1', `${one.at} ${moment} was reserved in spite of ${I1.join()}.`);
    if (I7.length > 0) broken('I7', `${one.at} ${moment} was reserved in spite of ${I7.join()}.`);
    const block = blockOf(know, channel);
    if (block) broken('I7', `${one.at} ${moment} was reserved for ${channel}: ${block}.`);
    const best = bestChannel(run.catalogue.moments[moment]?.channels ?? []);
    if (!block && best !== channel)
      broken('I7', `${one.at} ${moment} was reserved for ${channel}, ${best} is preferred.`);
    const own = purposeOf(run.catalogue, moment, one);
    if (own !== purpose) broken('I1', `${one.at} ${moment} was reserved as ${purpose}, it is ${own}.`);
    lookAtLease(step, until, state.at, run.catalogue, purpose);
    step.reserved.set(attempt, { at: state.at, until, moment, purpose, channel, sends: 0, isReleased: false });
    step.since ??= state.at;
    step.heldFor = undefined;
    counted.set(step.key, { key: step.key, moment, purpose, at: state.at, latest: state.at });
  };

  /** What may have gone out is left alone until its lease is over, and sent again only where its purpose says so. */
  const lookAtLease = (step: StepRecord, until: number, at: number, { policy }: Catalogue, purpose: string): void => {
    const lapsed = [...step.reserved.values()].filter(({ isReleased }) => !isReleased);
    if (lapsed.some((earlier) => earlier.until > at)) broken('I2', `${step.key} was reserved while it is another's.`);
    if (lapsed.length > 0 && policy.purposes[purpose as 'care'].ifUnsure === 'drop')
      broken('I2', `${step.key} (${purpose}) was reserved again, and may have gone out.`);
    if (until - at < MINUTE * 2 ** lapsed.length - 1) broken('I2', `${step.key} has a lease of ${until - at} ms.`);
  };

  /** The one that the customer prefers, if it is listed and reaches them; else the first that does. */
  const bestChannel = (channels: readonly string[]): string | undefined => {
    const open = channels.filter((channel) => !blockOf(know, channel));
    const preferred = String(know.attributes.get('preferredChannel')?.value);
    return open.includes(preferred) ? preferred : open[0];
  };

  const sent = ({ id, moment, channel, to }: Message, attempt: string, now: number): void => {
    record.sent++;
    record.hash.update(`${now} ${id} ${moment} ${channel}`);
    const step = stepOf(id);
    const reserved = step.reserved.get(attempt);
    // Whoever was erased a moment ago may still get what was on its way.
    if (!reserved) {
      if (record.erasures === 0 && ledger.item?.erased === undefined)
        broken('I2', `${id} was sent by ${attempt} without a reservation.`);
      return;
    }
    step.sends++;
    if (++reserved.sends > 1) broken('I2', `${id} was sent twice by ${attempt}.`);
    if (now > reserved.until + SKEW) broken('I2', `${id} was sent after its lease.`);
    if (reserved.moment !== moment || reserved.channel !== channel)
      broken('I1', `${id}: ${moment} went by ${channel}.`);
    if ((channel === 'email' || channel === 'sms') && !to) broken('I1', `${id} went to nowhere.`);
    const policy = ledger.last?.catalogue.policy.purposes[reserved.purpose as 'care'];
    if (step.sends > 1 && policy?.ifUnsure === 'drop') broken('I2', `${id} (${reserved.purpose}) was sent twice.`);
  };

  return { lookAtReservations, sent };
};
