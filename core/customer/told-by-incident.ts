import { ownValue } from '../own-value.ts';
import type { Signal } from '../sentiment/mood.ts';
import { softening, sumsWith } from '../sentiment/soften.ts';
import type { Draft } from './draft.ts';
import { isUnclosed } from './model/incidents.ts';

/** Keeps with an incident what its opening told of unhappiness, for what closes it to soften. */
export const rememberTold = ({ state, deps }: Draft, name: string, signal: Signal): void => {
  const incident = ownValue(state.incidents, name);
  const sums = incident && sumsWith(incident.told, signal, deps.catalogue.policy.mood);
  if (sums && sums !== incident.told) state.incidents = { ...state.incidents, [name]: { ...incident, told: sums } };
};

/** What the end of an incident says of mood, where it is closed; it says so once. */
export const takeSoftening = ({ state, deps }: Draft, name: string): Signal | undefined => {
  const incident = ownValue(state.incidents, name);
  if (!incident?.told || isUnclosed(incident)) return undefined;
  const { told: sums, ...rest } = incident;
  state.incidents = { ...state.incidents, [name]: rest };
  return softening(sums, incident.closedAt ?? 0, deps.catalogue.policy.mood);
};
