import { hasStep, type Item, isCredit, isRest, isSend, isWork, mayRepeat, type Standing, stepAfter } from './item.ts';
import type { Rule } from './rules.ts';

export type Command =
  | {
      kind: 'event';
      id: string;
      type: 'enter' | 'heard' | 'word' | 'done' | 'exit' | 'incident' | 'solved' | 'keep';
      happened: number;
    }
  /** Of a run that is about no step. */
  | { kind: 'look' }
  | { kind: 'task'; step: string; visit: number; by: number }
  | { kind: 'record'; step: string; visit: number; by: number; receipt: 'accepted' | 'refused' | 'busy' };

/** A newer catalogue wrote the item. */
export class Older extends Error {
  override name = 'Older';
}

/** Longer than a run may take. */
export const GUARD = 600;
/** More than clocks differ. */
export const SKEW = 5;
export const LEASE = 60;
export const PAUSE = 90_000;
export const WITHIN = 2000;
/** From turn to turn of the loop. */
export const EVERY = 3000;
const MOST_TURNS = 2;
const PATIENCE = 20_000;
/** Longer than its enrolment, mostly. */
export const PROMISED = 100_000;

export interface Host {
  clock: number;
  catalogue: number;
  has: (rule: Rule) => boolean;
}

/** What a command makes of the item: the next item where something changed, and the answer. */
export const reduce = (before: Item, command: Command, { clock, catalogue, has }: Host): [Item | undefined, string] => {
  if (has('newest') && before.catalogue > catalogue) throw new Older();
  const item: Item = {
    ...structuredClone(before),
    journal: [],
    timers: [],
    fates: [],
    retiredFrom: undefined,
    passed: undefined,
  };
  const now = Math.max(clock, before.at);

  const timeOf = (due: number): number => (due > now && has('margin') ? due + SKEW : due);
  const setDue = (one: Standing, due: number): void => {
    one.due = due;
    one.timer++;
  };
  const setDueSoon = (one: Standing): void => {
    if (one.due > now + GUARD) setDue(one, now + GUARD);
  };
  const answer = (one: Standing, word: string): string => {
    one.answer = word;
    one.reserved = undefined;
    one.isHeld = false;
    setDueSoon(one);
    return word;
  };
  const decide = (one: Standing, outcome: string): string => {
    const mayHaveGone = one.lapses > 0 || (one.reserved !== undefined && one.reserved.until <= now);
    const sure = has('maybe') && mayHaveGone && outcome !== 'sent' ? 'unknown' : outcome;
    item.journal.push({ visit: one.visit, step: one.at, outcome: sure });
    return answer(one, 'go');
  };
  const moveTo = (one: Standing, at: string): void => {
    const fresh = { answer: undefined, reserved: undefined, lapses: 0, isHeld: false, hasGiven: false };
    Object.assign(one, { at, visit: one.visit + 1, since: now, ...fresh });
  };
  const leave = (one: Standing, to: 'exit' | 'end'): void => {
    if (has('leave') && one.reserved && now < one.reserved.until) {
      one.isLeaving = true;
      return;
    }
    if (isSend(one.at) && one.answer === undefined) decide(one, one.reserved ? 'unknown' : 'ended');
    if (to === 'end') item.one = undefined;
    else beginWords(one);
  };
  const beginWords = (one: Standing): void => {
    one.isLeaving = false;
    moveTo(one, 'exit');
    one.answer = 'go';
    setDue(one, now);
  };

  const settle = (): void => {
    const { vow } = item;
    if (!vow) return;
    if (now >= vow.due) {
      item.fates.push('broken');
      item.vow = undefined;
    } else if (now >= vow.next && vow.next < vow.due) {
      item.fates.push('soon');
      item.vow = { ...vow, next: vow.due, timer: vow.timer + 1 };
    }
  };
  const keep = (happened: number): void => {
    if (!item.vow || happened > item.vow.due) return;
    item.fates.push('kept');
    item.vow = undefined;
  };

  const close = (state: 'done' | 'expired'): void => {
    item.work.state = state;
    const { one } = item;
    if (!has('closed') || one?.at !== 'call' || !one.hasGiven || one.answer !== undefined || one.isLeaving) return;
    answer(one, state === 'done' ? 'done' : 'undone');
    setDue(one, now);
  };

  const onEvent = (id: string, type: Extract<Command, { kind: 'event' }>['type'], happened: number): string => {
    if (has('seen') && item.seen.includes(id)) return 'duplicate';
    item.seen.push(id);
    const { one } = item;
    if (type === 'keep') keep(happened);
    if (type === 'incident') item.hasIncident = true;
    if (type === 'solved') item.hasIncident = false;
    if (type === 'exit' && one && one.at !== 'exit' && one.at !== 'bye' && !one.isLeaving) leave(one, 'exit');
    if (type === 'heard' && one) {
      if (has('heard') && ['loop', 'hear'].includes(one.at) && one.answer === undefined && !one.isLeaving) {
        one.came++;
        one.took++;
        if (one.at === 'loop') endLoop(one);
        else answer(one, 'go');
        setDue(one, now);
      } else if (has('occurrences')) one.came++;
    }
    if (type === 'word' && one?.hasGiven && isCredit(one.at) && one.answer === undefined && !one.isLeaving) {
      answer(one, 'go');
      setDue(one, now);
    }
    if (type === 'done' && item.work.state === 'open') close('done');
    if (type === 'enter' && !one) {
      item.entries++;
      const start = {
        at: 'start',
        visit: 0,
        answer: 'go',
        due: now,
        timer: 1,
        since: now,
        lapses: 0,
        came: 0,
        took: 0,
        turns: { count: 0, since: 0, took: 0 },
      };
      item.one = { ...start, isHeld: false, isLeaving: false, hasGiven: false };
    }
    return 'applied';
  };

  const onTask = (step: string, visit: number, by: number): string => {
    const { one } = item;
    if (!one) return 'ended';
    const isSame = step === one.at && (visit === one.visit || !has('visit'));
    const hasAnswered = one.answer !== undefined || (one.at === 'pause' && now >= one.due);
    const isNext = has('visit') ? visit === one.visit + 1 : !isSame;
    if (!isSame && !(isNext && hasAnswered)) return 'elsewhere';
    if (step === 'end') {
      item.one = undefined;
      return 'ended';
    }
    if (!hasStep(catalogue, step)) return 'elsewhere';
    if (isSame && one.answer !== undefined && has('kept')) return one.answer;
    if (!isSame) moveTo(one, step);
    if (step === 'pause') return wait(one, !isSame);
    if (step === 'loop') return repeat(one, !isSame);
    if (step === 'hear') return listen(one, !isSame);
    if (isCredit(step)) return credit(one);
    if (isWork(step)) return giveWork(one);
    return isSend(step) ? send(one, by) : 'elsewhere';
  };
  const wait = (one: Standing, isNew: boolean): string => {
    if (!isNew) return now < one.due ? 'later' : 'go';
    setDue(one, now + PAUSE);
    return 'later';
  };
  const endLoop = (one: Standing): string => {
    one.turns = { count: 0, since: 0, took: 0 };
    return answer(one, 'through');
  };
  const repeat = (one: Standing, isNew: boolean): string => {
    const { count, since } = one.turns;
    if (!isNew && now < one.due) return 'later';
    const tookSoFar = count > 0 && has('until') ? one.turns.took : one.took;
    if (one.came > tookSoFar) {
      one.took = Math.min(one.came, one.took + 1);
      return endLoop(one);
    }
    if (count >= MOST_TURNS) return endLoop(one);
    const begins = count === 0 ? now : since + EVERY;
    if (begins > now) {
      setDue(one, begins);
      return 'later';
    }
    one.turns = { count: count + 1, since: now, took: count === 0 ? one.took : one.turns.took };
    return answer(one, 'again');
  };
  const listen = (one: Standing, isNew: boolean): string => {
    if (isNew && one.came > one.took) {
      one.took++;
      return answer(one, 'go');
    }
    if (!isNew) return now < one.due ? 'later' : answer(one, 'silent');
    setDue(one, now + WITHIN);
    return 'later';
  };
  const credit = (one: Standing): string => {
    if (one.hasGiven && has('given')) return now < one.due ? 'later' : answer(one, 'unconfirmed');
    item.journal.push({ visit: one.visit, step: one.at, outcome: 'sent' });
    one.hasGiven = true;
    setDue(one, now + WITHIN);
    return 'later';
  };
  const giveWork = (one: Standing): string => {
    if (one.hasGiven && has('given')) {
      if (now < one.due) return 'later';
      if (item.work.state === 'open') item.work.state = 'expired';
      return answer(one, 'undone');
    }
    if (item.work.state !== 'open' || !has('shared'))
      item.work = { timesGiven: item.work.timesGiven + 1, state: 'open' };
    item.journal.push({ visit: one.visit, step: one.at, outcome: 'sent' });
    if (one.at === 'note') return answer(one, 'go');
    one.hasGiven = true;
    setDue(one, now + WITHIN);
    return 'later';
  };
  const send = (one: Standing, by: number): string => {
    const { reserved } = one;
    if (reserved) {
      if (has('attempt') && reserved.by === by) return 'mine';
      if (has('lease') && now < reserved.until) return 'later';
      if (!mayRepeat(one.at)) return decide(one, 'unknown');
    }
    if (item.hasIncident && !mayRepeat(one.at)) {
      if (now >= one.since + PATIENCE) return decide(one, 'suppressed');
      if (!one.isHeld || one.due <= now) setDue(one, one.since + PATIENCE);
      one.isHeld = true;
      return 'later';
    }
    if (reserved) one.lapses++;
    one.isHeld = false;
    one.reserved = { by, until: now + (has('leaseLong') ? LEASE : LEASE / 6) * 2 ** one.lapses };
    setDueSoon(one);
    return 'mine';
  };

  const onRecord = ({ step, visit, by, receipt }: Extract<Command, { kind: 'record' }>): string => {
    const { one } = item;
    if (!one) return 'ended';
    if (one.at !== step || one.visit !== visit) return 'elsewhere';
    if (!one.reserved || (has('attempt') && one.reserved.by !== by)) return one.answer ?? 'later';
    if (receipt === 'busy' && !one.isLeaving) {
      one.reserved = undefined;
      setDue(one, now + LEASE);
      return 'later';
    }
    const { isLeaving } = one;
    if (receipt === 'accepted' && step === 'ask') {
      item.vow = { due: now + PROMISED, next: now + (3 * PROMISED) / 4, timer: 1 };
      item.fates.push('made');
    }
    decide(one, receipt === 'accepted' ? 'sent' : receipt === 'refused' ? 'failed' : 'ended');
    if (!isLeaving) return one.answer ?? 'later';
    beginWords(one);
    return 'elsewhere';
  };

  /** Whoever has answered, and only waits next or is through, goes there in the same commit; what the run is told then. */
  const comeToRest = (): string | undefined => {
    const { one } = item;
    if (one?.answer === undefined || one.isLeaving) return undefined;
    const next = stepAfter(catalogue, one.at, one.answer);
    const hasCome = next === 'hear' && one.came > one.took;
    if (next !== undefined && (!isRest(next) || hasCome)) return undefined;
    item.passed = one.visit;
    if (next === undefined) {
      item.one = undefined;
      return 'ended';
    }
    moveTo(one, next);
    setDue(one, now + (next === 'pause' ? PAUSE : WITHIN));
    return 'later';
  };

  if (item.one && !hasStep(catalogue, item.one.at) && !item.one.isLeaving) {
    item.retiredFrom = item.one.at;
    leave(item.one, 'end');
  }
  if (item.one?.isLeaving) leave(item.one, hasStep(catalogue, item.one.at) ? 'exit' : 'end');
  if (has('settles') && command.kind !== 'event') settle();
  const handled =
    command.kind === 'look'
      ? 'ended'
      : command.kind === 'event'
        ? onEvent(command.id, command.type, command.happened)
        : command.kind === 'task'
          ? onTask(command.step, command.visit, command.by)
          : onRecord(command);
  const rested = comeToRest();
  const word = command.kind === 'event' || command.kind === 'look' ? handled : (rested ?? handled);
  if (has('settles')) settle();
  const { one, vow } = item;
  if (has('wake') && one?.isHeld && !item.hasIncident && one.due > now) setDue(one, now);
  if (has('armed') && one && one.timer !== before.one?.timer)
    item.timers.push({ timer: one.timer, due: one.due, at: timeOf(one.due), isVow: false });
  if (has('armed') && has('vowed') && vow && vow.timer !== before.vow?.timer)
    item.timers.push({ timer: vow.timer, due: vow.next, at: timeOf(vow.next), isVow: true });
  const { journal: _, timers: __, fates: ___, ...after } = item;
  const { journal: ____, timers: _____, fates: ______, ...earlier } = before;
  if (JSON.stringify(after) === JSON.stringify({ ...earlier, retiredFrom: undefined, passed: undefined }))
    return [undefined, word];
  return [{ ...item, version: before.version + 1, at: now, catalogue }, word];
};
