import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import { timersIn } from '../../../core/customer/standing.ts';
import { HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Flying } from '../life.ts';
import { type Enrolled, reasonsAgainst } from './forbidden.ts';
import { untaken } from './heard.ts';
import type { Ledger } from './ledger.ts';
import { askedBy, listeningAt } from './listens.ts';
import { keyOf } from './steps.ts';

/** The sweep looks once in six hours. In rough weather it misses somebody a few times, its message is lost, its run dies. */
const SWEPT = 72 * HOUR;
/** A message is sent again an hour after it was handled at the latest, and is seen some minutes after that. */
const LONGEST = HOUR + 10 * MINUTE;

export const timerKey = ({ enrolment, timer, due }: { enrolment: string; timer: number; due: number }): string =>
  `${enrolment}/${timer}/${due}`;

/** Whether everybody who waits goes on when they should: the one invariant of runs and timers, and what wakes whom. */
export const createSleeperWatch = (ledger: Ledger, wasOut: (from: number, to: number) => boolean) => {
  const { know, running, stepOf, record, broken, caseOf } = ledger;

  const look = async (now: number, flying: Flying[]): Promise<void> => {
    const { item, last } = ledger;
    if (!item || !last || item.erased !== undefined) return;
    for (const { id, timer, due } of timersIn(item)) {
      const one = item.enrolments[id];
      lookAtTimer(one ? keyOf(id, one) : id, { enrolment: id, timer, due }, now, flying);
    }
    for (const [id, one] of Object.entries(item.enrolments)) {
      const enrolled = running.get(id);
      if (!enrolled || one.answer || one.leave || one.due <= now) continue;
      if (one.held) await lookAtHold(id, one, enrolled, item.at);
      else await lookAtListen(id, one, enrolled);
    }
  };

  /** While an enrolment, or a promise, is in the item, a message for its present timer is on its way. */
  const lookAtTimer = (of: string, present: Parameters<typeof timerKey>[0], now: number, flying: Flying[]): void => {
    const { timer, due } = present;
    const key = timerKey(present);
    const own = flying.filter((message) => timerKey(message) === key);
    const place = `${of} (timer ${timer})`;
    if (own.length === 0) {
      if (!record.lostTimers.has(key)) {
        broken('I9', `${place} is under way, and no message for it is.`);
        return;
      }
      if (now > due + SWEPT && !wasOut(due, now)) broken('I10', `${place} was lost, and no sweep has found it.`);
      return;
    }
    const next = Math.min(...own.map(({ at }) => at));
    const isExcused = own.some(({ isLate }) => isLate) || wasOut(due - HOUR, now);
    if (next > Math.max(now, due) + LONGEST && !isExcused)
      broken('I9', `${place} sleeps until ${next - due} ms after it is due.`);
  };

  const lookAtHold = async (id: string, one: Enrolment, enrolled: Enrolled, at: number): Promise<void> => {
    const { held, message, due } = one;
    if (!message || !held || !ledger.last || due <= at) return;
    if (held.reason === 'journey-paused' || held.reason === 'moment-retired') return;
    const against = await reasonsAgainst(
      caseOf(ledger.last, stepOf(keyOf(id, one)), { ...message, at, enrolled }),
      true,
    );
    if (against.size === 0)
      broken('I9', `${keyOf(id, one)} sleeps for ${held.reason}, though nothing holds it any more.`);
  };

  const lookAtListen = async (id: string, one: Enrolment, enrolled: Enrolled): Promise<void> => {
    const listening = ledger.last && listeningAt(ledger.last, one);
    if (!listening) return;
    const moment = listening.answers?.moment;
    const askedAt = askedBy(ledger, id, moment, { latest: true });
    const mayHaveAsked = askedBy(ledger, id, moment, { latest: true, alsoBounced: true });
    if (listening.answers && mayHaveAsked.size === 0)
      broken('I9', `${keyOf(id, one)} listens for an answer, and nobody asked.`);
    const event = await untaken({ know, enrolled }, { ...listening, takenIds: new Set(one.took), askedAt });
    if (event) broken('I9', `${keyOf(id, one)} listens though ${event.id} has happened.`);
  };

  return look;
};
