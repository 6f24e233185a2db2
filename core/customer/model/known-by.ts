import { addressOf, Channel } from '../../../language/catalogue/channel.ts';

/** Attributes with words of a name. */
export const NAMES = ['name', 'firstName', 'lastName'] as const;

/** Attributes by which somebody looks for a person: addresses of channels, and names. */
const KNOWN_BY: readonly string[] = [...Channel.options.flatMap((channel) => addressOf(channel) ?? []), ...NAMES];

/** What people are found by, by the attribute's name. */
export const knownBy = ({
  attributes,
}: {
  attributes: Readonly<Record<string, { value: unknown }>>;
}): Record<string, string> => {
  const identifiers: Record<string, string> = {};
  for (const name of KNOWN_BY) {
    const value = Object.hasOwn(attributes, name) ? attributes[name]?.value : undefined;
    if (typeof value === 'string') identifiers[name] = value;
  }
  return identifiers;
};
