import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import { ownValue } from '../own-value.ts';

const entering = new WeakMap<Catalogue['journeys'], Map<string, Journey[]>>();

/** By the type of event that enters them, in the order of their names. */
const byEvent = (journeys: Catalogue['journeys']): Map<string, Journey[]> => {
  const types = new Map<string, Journey[]>();
  for (const name of Object.keys(journeys).sort()) {
    const journey = journeys[name]!;
    for (const type of new Set(journey.enter.on)) types.set(type, [...(types.get(type) ?? []), journey]);
  }
  return types;
};

/** The journeys that an event can begin. */
export const journeysOn = ({ journeys }: Pick<Catalogue, 'journeys'>, type: string): readonly Journey[] => {
  const types = entering.get(journeys) ?? byEvent(journeys);
  entering.set(journeys, types);
  return types.get(type) ?? [];
};

/** Whether an event can begin a journey, or is one that a journey listens to, leaves by or asks about. */
export const isAwaited = (name: string, catalogue: Catalogue): boolean =>
  ownValue(catalogue.events, name)?.awaited === true || journeysOn(catalogue, name).length > 0;
