import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Ledger } from './ledger.ts';

/** Beyond so many the item forgets closed ones. */
const INCIDENTS = 32;
const ROUNDING = 1e-6;

const sorted = (entries: Iterable<readonly [string, string]>): string =>
  [...entries]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join();

/** Mood as the item's running sums have it at `at`. */
const scoreIn = ({ mood: { s, w, at: since } }: CustomerState, at: number, { mood }: Catalogue['policy']): number => {
  const left = 2 ** (-(at - since) / (1000 * mood.halfLife));
  return (s * left) / (w * left + mood.prior);
};

/** Whether the item says of a customer what the raw events say. */
export const createItemWatch = ({ know, broken }: Ledger) => {
  const differ = (what: string, item: string, events: string): void => {
    if (item !== events) broken('I4', `The item says ${what} ${item || 'none'}, the events say ${events || 'none'}.`);
  };

  return (state: CustomerState, { policy }: Catalogue): void => {
    const { attributes, consent, unreachable, incidents, closedAt, paused } = state;
    differ(
      'attributes',
      sorted(Object.entries(attributes).map(([name, one]) => [name, `${one.value} (${one.provenance})`])),
      sorted([...know.attributes].map(([name, one]) => [name, `${one.value} (${one.provenance})`])),
    );
    differ(
      'consent',
      sorted(Object.entries(consent).map(([name, { choice }]) => [name, choice])),
      sorted(know.consent),
    );
    differ(
      'unreachable',
      sorted(Object.entries(unreachable).map(([channel, { why }]) => [channel, why])),
      sorted(know.unreachable),
    );
    const { frequency, hours } = know.rhythm.wishes;
    differ('frequency', state.frequency?.choice ?? '', frequency?.choice ?? '');
    differ('quiet hours', `${state.hours?.from}-${state.hours?.to}`, `${hours?.from}-${hours?.to}`);
    differ('closed', String(closedAt !== undefined), String(know.closed()));
    differ('paused until', String(paused?.until ?? 0), String(know.pausedUntil()));
    if (know.incidents.count() <= INCIDENTS) {
      const lasts = (key: string): number =>
        (policy.incidents?.[key.split(':')[0] ?? ''] ?? policy.incidents?.others)?.lasts ?? 0;
      const open = Object.entries(incidents).filter(
        ([key, { openedAt, closedAt: end }]) =>
          openedAt !== undefined && (end === undefined || end < openedAt) && state.at < openedAt + lasts(key) * 1000,
      );
      differ(
        'open incidents',
        sorted(open.map(([key]) => [key, 'open'])),
        sorted(know.incidents.openAt(state.at, policy).map((key) => [key, 'open'])),
      );
    }
    if (know.isMoodUnknown()) return;
    const [item, events] = [scoreIn(state, state.at, policy), know.score(state.at, policy)];
    if (Math.abs(item - events) > ROUNDING) differ('mood', String(item), String(events));
    differ('quiet until', String(state.mood.quietUntil), String(know.quietUntil()));
  };
};
