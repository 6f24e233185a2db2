import type { CustomerLocation } from './customer-location.ts';
import { writtenLocale } from './locale.ts';
import { readText } from './scalar-field.ts';

const E164 = /^\+[1-9]\d{5,14}$/;

/** Countries of zones, since Intl tells only the other way round. */
let zones: Map<string, string> | undefined;

const zonesOf = (countries: readonly string[]): Map<string, string> =>
  new Map(
    countries.flatMap((country) => {
      const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale('und', {
        region: country,
      });
      return (locale.getTimeZones?.() ?? []).map((zone): [string, string] => [zone, country]);
    }),
  );

const regionOf = (locale: string): string | undefined => {
  const tag = writtenLocale(locale);
  return tag && new Intl.Locale(tag).region;
};

const zoneName = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
};

/** `GB` of `en-GB` and of `Europe/London`. */
const countryOf = (region: string, countries: readonly string[]): string | undefined => {
  if (!region.includes('/')) return regionOf(region);
  zones ??= zonesOf(countries);
  return zones.get(region) ?? zones.get(zoneName(region));
};

/** A phone number as people write it, as E.164. One without `+` or `00` is of the customer's country; what can be read two ways is none. */
export const readPhone = async (value: unknown, { regions }: CustomerLocation): Promise<string | undefined> => {
  const text = readText(value)?.replace(/^tel:/i, '');
  if (text === undefined) return undefined;
  if (E164.test(text)) return text;
  // Half of all events have no number that asks for this.
  const { getCountries, isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  const countries = getCountries();
  const country = regions.map((region) => countryOf(region, countries)).find((one) => one !== undefined);
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const spellings = [text, text.replace(/^\s*\(?00\)?/, '+')];
  for (const spelling of spellings) {
    const number = parsePhoneNumberFromString(spelling, { ...(home ? { defaultCountry: home } : {}), extract: false });
    if (!number?.isPossible()) continue;
    // Their country's own code may stand in front, only without its `+`: a text would go to somebody else.
    const abroad = home && parsePhoneNumberFromString(`+${spelling}`, { extract: false });
    const isOther = abroad?.country === home && abroad?.isValid() && abroad.number !== number.number;
    return isOther ? undefined : number.number;
  }
  return undefined;
};

/** Whether a number does not say of which country it is. */
export const needsCountry = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && !/^\s*(tel:)?\+/i.test(value));
