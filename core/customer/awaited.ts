import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { ownValue } from '../own-value.ts';

/** Whether an event can begin a journey, or is one that a journey listens to, leaves by or asks about. */
export const isAwaited = (name: string, { events, journeys }: Catalogue): boolean =>
  ownValue(events, name)?.awaited === true || Object.values(journeys).some(({ enter }) => enter.on.includes(name));
