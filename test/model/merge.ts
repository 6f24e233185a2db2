import type { Id, Item, Standing, Work } from './item.ts';
import { type Host, Older } from './reduce.ts';

const after = (due: number, now: number): number => (due > now ? due + 5 : due);
/** Work under both ids: whoever waits for some waits for that under their own. */
export const joinWork = (from: Work, into: Work, waits?: 'from' | 'into'): Work => ({
  timesGiven: from.timesGiven + into.timesGiven,
  state:
    waits === undefined && [from.state, into.state].includes('open')
      ? 'open'
      : ((waits === 'from' ? from.state : into.state) ?? from.state),
});

const waitsAt = (one: Standing | undefined): boolean => one?.at === 'call' && one.hasGiven;

/** What a merge makes of two items: an alias, and who takes over. Nobody enters under two ids here. */
export const merge = (
  [from, into]: readonly [Item, Item],
  id: Id,
  { clock, catalogue, has }: Host,
): readonly [alias: Item, into: Item] => {
  if (has('newest') && Math.max(from.catalogue, into.catalogue) > catalogue) throw new Older();
  const now = Math.max(clock, from.at, into.at);
  const both = { at: now, catalogue, journal: [], timers: [], fates: [], retiredFrom: undefined, passed: undefined };
  const one = structuredClone(into.one ?? from.one);
  const isTaken = from.one !== undefined && into.one === undefined;
  if (one && isTaken && has('rearm')) one.timer++;
  // A word that ends what holds them may have come under the other id: it is told by its time.
  const hasIncident = (from.hasIncident || into.hasIncident) && ![...from.seen, ...into.seen].includes('solved');
  if (one?.isHeld && !hasIncident && one.due > now) Object.assign(one, { due: now, timer: one.timer + 1 });
  const vow = structuredClone(into.vow ?? from.vow);
  const isVowTaken = vow !== undefined && into.vow === undefined;
  if (isVowTaken && has('rearm')) vow.timer++;
  const isArmed = one !== undefined && one.timer !== (into.one ?? from.one)?.timer;
  const alias: Item = {
    ...from,
    ...both,
    version: from.version + 1,
    one: undefined,
    vow: undefined,
    seen: [],
    entries: 0,
    movedTo: id,
  };
  return [
    { ...alias, hasIncident: false },
    {
      ...into,
      ...both,
      version: into.version + 1,
      seen: has('seenBoth') ? [...new Set([...from.seen, ...into.seen])] : into.seen,
      hasIncident,
      entries: from.entries + into.entries,
      one,
      vow,
      timers: [
        ...(isArmed ? [{ timer: one.timer, due: one.due, at: after(one.due, now), isVow: false }] : []),
        ...(isVowTaken && has('rearm')
          ? [{ timer: vow.timer, due: vow.next, at: after(vow.next, now), isVow: true }]
          : []),
      ],
      work: joinWork(from.work, into.work, waitsAt(one) ? (isTaken ? 'from' : 'into') : undefined),
    },
  ];
};
