import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { fieldKind } from '../../language/catalogue/field-type.ts';
import { keptValue, statedField } from '../shared/stated-field.ts';
import { EventRejected } from './envelope.ts';

/**
 * The value of a correction as the fact is kept: a number as a number, a date as an instant. Conditions compare it with what events
 * set. Throws EventRejected.
 */
export const typeCorrection = async (
  catalogue: Pick<Catalogue, 'events' | 'policy'>,
  name: string,
  fields: Record<string, unknown>,
  { state, about }: { state: CustomerState | undefined; about: { event: string; id: string; customer: string } },
): Promise<void> => {
  if (fields.value === undefined) return;
  const attribute = String(fields.attribute);
  const field = statedField(catalogue, attribute);
  const value = field && (await keptValue(field, fields.value, state, catalogue));
  if (value === undefined) {
    const expected = field
      ? `it should be ${fieldKind(field.type, field.from).expected}`
      : 'no event tells it as it is';
    throw new EventRejected(
      'schema',
      `${name}: the value does not fit ${JSON.stringify(attribute.slice(0, 60))}; ${expected}.`,
      about,
    );
  }
  fields.value = value;
};
