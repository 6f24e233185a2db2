import { customerZone } from '../../core/customer/model/customer-zone.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Field } from '../../language/catalogue/event.ts';
import { fieldKind } from '../../language/catalogue/field-type.ts';
import { isList } from '../../language/catalogue/list-type.ts';
import { isMissing, keep } from '../intake/value.ts';

/** The field by which customers tell a fact, where an event type sets it by a field as it is; undefined where none does. */
export const statedField = ({ events }: Pick<Catalogue, 'events'>, attribute: string): Field | undefined => {
  const fields = Object.values(events).flatMap(({ sets, fields: declared }) => {
    const field = ownValue(declared, ownValue(sets, attribute) ?? '');
    return field && !isList(field.type) ? [field] : [];
  });
  return fields.find(({ provenance }) => provenance === 'stated') ?? fields[0];
};

/** What somebody typed as the fact is kept; undefined where it does not fit. */
export const keptValue = async (
  { type, from }: Field,
  typed: unknown,
  state: CustomerState | undefined,
  catalogue: Pick<Catalogue, 'policy'>,
): Promise<string | number | boolean | undefined> => {
  const locale = state?.attributes.locale?.value;
  const zone = customerZone(state, catalogue);
  const place = { zone, regions: [...(typeof locale === 'string' ? [locale] : []), zone] };
  const value = await keep(fieldKind(type, from), type === 'text', typed, place);
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isScalar && !isMissing(value) ? value : undefined;
};
