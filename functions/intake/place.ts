import { customerZone } from '../../core/customer/model/customer-zone.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { CustomerLocation } from '../../language/catalogue/customer-location.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import type { Policy } from '../../language/catalogue/policy.ts';

type Values = Record<string, unknown>;

const textIn = (values: Values, name: string): string | undefined => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

const attributesOf = (state: CustomerState | undefined): Values =>
  Object.fromEntries(Object.entries(state?.attributes ?? {}).map(([name, { value }]) => [name, value]));

const COUNTRY = /^[a-z]{2}$/i;

const countryIn = (values: Values): string | undefined => textIn(values, 'country')?.trim() || undefined;

/** Whether these name a country in words, or by another code: it is another, for all we know, than whatever else would be looked at. */
const hasOtherCountry = (values: Values): boolean => {
  const country = countryIn(values);
  return country !== undefined && !COUNTRY.test(country);
};

/** What these say of somebody's country, the surest first: their country, their language's, their clock's. */
const regionsOf = (values: Values): string[] => {
  const country = countryIn(values);
  const places = [country && `und-${country}`, textIn(values, 'locale'), textIn(values, 'zone')];
  return places.filter((place) => place !== undefined);
};

/** Where a customer is: as the event itself says, else as we know, else as the policy has it. */
export const placeOf = (
  { fields: types }: EventType,
  fields: Values,
  state: CustomerState | undefined,
  policy: Policy,
): CustomerLocation => {
  const attributes = attributesOf(state);
  const { zone: ownZone, ...others } = fields;
  const own = types.zone?.type === 'zone' && typeof ownZone === 'string' ? { ...others, zone: ownZone } : others;
  const nearest = [own, attributes, policy];
  const other = nearest.findIndex(hasOtherCountry);
  return {
    zone: textIn(own, 'zone') ?? customerZone(state, { policy }),
    regions: nearest.slice(0, other < 0 ? nearest.length : other).flatMap(regionsOf),
  };
};
