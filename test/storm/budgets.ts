import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Violation } from './oracle/ledger.ts';

interface GestureCost {
  customer: string;
  keys: { key: string; amount: number; most: number }[];
}

const amountOf = (of: string, cost: number): number => (of === 'times' ? 1 : cost);

/** Adds up all that was given to anybody, by what commits say: by another reading than the counters'. */
export const createBudgetWatch = () => {
  const totals = new Map<string, number>();
  const costs = new Map<string, GestureCost>();
  const violations: Violation[] = [];
  /** Customer to what is on offer to them now. */
  const offered = new Map<string, readonly string[]>();
  /** What would have been given back by a commit that is lost for ever. */
  const lost = new Set<string>();

  const add = (key: string, amount: number): number => {
    const sum = (totals.get(key) ?? 0) + amount;
    totals.set(key, sum);
    return sum;
  };

  /** London's months: in winter they are those of UTC. */
  const monthOf = (at: number): string =>
    new Date(at).toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).slice(0, 7);

  const quarterOf = (at: number): string => {
    const month = monthOf(at);
    return `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;
  };

  const committed = (state: CustomerState, { gestures }: Pick<Catalogue, 'gestures'>): void => {
    offered.set(
      state.id,
      (state.gestures ?? []).flatMap((record) => (record.state === 'offered' ? [record.id] : [])),
    );
    // Whoever comes back after an erasure is somebody new; what was given was given.
    if (state.erased !== undefined)
      for (const key of totals.keys()) if (key.startsWith(`customer/${state.id}/`)) totals.delete(key);
    for (const entry of state.journal) {
      if (entry.kind !== 'gesture') continue;
      const { gesture: id, of: kind, state: to, why, by } = entry;
      const isOver = to === 'reversed' || (to === 'failed' && why !== 'unconfirmed');
      if (isOver) {
        for (const { key, amount } of costs.get(id)?.keys ?? []) add(key, -amount);
        costs.delete(id);
      }
      const record = state.gestures?.find((one) => one.id === id);
      if ((to !== 'given' && to !== 'confirmed') || costs.has(id) || !record) continue;
      const keys = [gestures?.limits, gestures?.kinds[kind]?.limits].flatMap((limits, place) =>
        Object.entries(limits ?? {}).flatMap(([scope, limit]) => {
          if (!limit || (scope === 'agent' && by === undefined)) return [];
          const whose = { agent: by, customer: state.id, stage: '' }[scope];
          const when = scope === 'customer' ? quarterOf(record.at) : monthOf(record.at);
          const key = [scope, whose, place === 0 ? '' : kind, limit.of, when].join('/');
          return [{ key, amount: amountOf(limit.of, record.cost), most: limit.most }];
        }),
      );
      costs.set(id, { customer: state.id, keys });
      for (const { key, amount, most } of keys)
        if (add(key, amount) > most)
          violations.push({ invariant: 'I7', customer: state.id, message: `The budget ${key} is over ${most}.` });
    }
  };

  const losing = ({ journal, freed = [] }: Pick<CustomerState, 'journal' | 'freed'>): void => {
    for (const id of freed) lost.add(id);
    for (const entry of journal) if (entry.kind === 'gesture' && entry.frees) lost.add(entry.gesture);
  };

  /** What counters hold at the end has been given, or is still on offer: nothing else stays reserved. */
  const leaks = (reserved: readonly string[]): Violation[] => {
    const open = new Set([...costs.keys(), ...lost, ...[...offered.values()].flat()]);
    return reserved
      .filter((id) => !open.has(id))
      .map((id) => ({
        invariant: 'I7',
        customer: '',
        message: `What is reserved for ${id} was not given, and stays so.`,
      }));
  };

  return { committed, losing, leaks, violations: () => violations, given: () => costs.size };
};
