import { type Item, isCredit, isSend, isWork, mayRepeat, STEPS, WORDS } from './item.ts';
import { joinWork } from './merge.ts';
import { SKEW } from './reduce.ts';

/** What nobody sends. */
const isGiven = (step: string): boolean => isCredit(step) || isWork(step);

/** Sees every commit and every message that goes out, and says which promises were broken. */
export const createOracle = () => {
  const broken = new Set<string>();
  const finals = new Map<string, string[]>();
  const sent = new Map<string, { times: number; until: number }>();
  const failed = new Set<string>();
  const reached = new Set<string>();
  const fates = { made: 0, soon: 0, kept: 0, broken: 0 };
  let occurrences = 0;
  const bad = (what: string): void => void broken.add(what);
  const keyOf = (step: string, visit: number): string => `${step}/${visit}`;
  const hasAnswered = ({ one }: Item, now: number): boolean =>
    one?.answer !== undefined || (one?.at === 'pause' && now >= one.due);

  const merged = ([from, into]: readonly [Item, Item]): Item => ({
    ...into,
    at: Math.max(from.at, into.at),
    entries: from.entries + into.entries,
    work: joinWork(from.work, into.work),
    seen: [...new Set([...from.seen, ...into.seen])],
    one: into.one ?? from.one,
  });

  const look = {
    broken,
    bad,
    fail: (step: string, visit: number): void => void failed.add(keyOf(step, visit)),
    commit: (before: Item, item: Item): void => {
      const [one, was] = [item.one, before.one];
      if (item.version !== before.version + 1) bad('LOST UPDATE');
      for (const fate of item.fates) fates[fate]++;
      if (fates.kept + fates.broken > fates.made || fates.soon > fates.made) bad('TWO ENDS of a promise');
      if (item.entries > 1) bad('ENTERED TWICE');
      const [newest] = STEPS.toReversed();
      if (item.retiredFrom && (newest as readonly string[]).includes(item.retiredFrom)) bad('EXPELLED');
      if (one && was && one.visit !== was.visit) {
        const places: readonly string[] = [...(newest ?? []), 'give', ...WORDS];
        if (one.at !== 'exit' && item.passed !== was.visit && !hasAnswered(before, item.at))
          bad('SKIPPED a step before it had answered');
        const isTurn = was.at === 'hear' && one.at === 'loop';
        if (places.indexOf(one.at) < places.indexOf(was.at) && !isTurn) bad('BACK to an earlier step');
      }
      if (!was && one) occurrences = 0;
      if (
        item.seen.filter((id) => id.startsWith('heard')).length >
          before.seen.filter((id) => id.startsWith('heard')).length &&
        was
      )
        occurrences++;
      if (one?.answer === 'silent' && was?.answer === undefined && occurrences > one.took)
        bad('SWALLOWED an occurrence');
      if (one && was && one.turns.count > was.turns.count && occurrences > 0)
        bad('ANOTHER TURN though what ends the loop had come');
      if (item.work.timesGiven > before.work.timesGiven && before.work.state === 'open')
        bad('ASKED TWICE for one thing');
      if (one?.answer === 'undone' && was?.answer === undefined && item.work.state === 'done') bad('LIES: it was done');
      if (one && (isSend(one.at) || isCredit(one.at) || isWork(one.at))) reached.add(keyOf(one.at, one.visit));
      for (const { step, visit, outcome } of item.journal) {
        const key = keyOf(step, visit);
        finals.set(key, [...(finals.get(key) ?? []), outcome]);
      }
    },
    send: (step: string, visit: number, now: number, until: number): void => {
      const last = sent.get(keyOf(step, visit));
      if (last && (!mayRepeat(step) || now < last.until - SKEW)) bad('SENT TWICE');
      sent.set(keyOf(step, visit), { times: (last?.times ?? 0) + 1, until });
    },
    merge: (before: readonly [Item, Item], item: Item): void => look.commit(merged(before), item),
    end: (items: readonly Item[]): void => {
      if (items.some(({ one, vow }) => one ?? vow)) bad('NEVER ENDS');
      if (fates.kept + fates.broken !== fates.made) bad('NO END of a promise');
      for (const key of reached)
        if (finals.get(key)?.length !== 1) bad(finals.has(key) ? 'TWO DECISIONS' : 'NO DECISION');
      for (const [key, [outcome = '']] of finals) {
        if (sent.has(key) && !['sent', 'unknown'].includes(outcome)) bad('LIES: it was sent');
        if (outcome === 'sent' && !sent.has(key) && !isGiven(key.slice(0, key.indexOf('/'))))
          bad('LIES: it was not sent');
        if (outcome === 'unknown' && !failed.has(key)) bad('UNKNOWN though nothing failed');
      }
    },
  };
  return look;
};
