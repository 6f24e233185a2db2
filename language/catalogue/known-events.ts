import type { EventType } from './event.ts';
import type { FieldType } from './field-type.ts';
import { CORRECTED, Frequency, type Governs, HOURS } from './known.ts';

const field = (type: FieldType, optional = false) => ({ type, optional, provenance: 'stated' as const });

type BuiltIn = Omit<EventType, 'kept' | 'awaited'>;

const ofCustomer = (about: string, governs: Governs, fields: BuiltIn['fields']): BuiltIn => ({
  about,
  byCustomer: true,
  ours: false,
  customer: 'customerId',
  fields: { customerId: field('text'), ...fields },
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
  governs,
});

/** Event types by which customers decide about what is kept of them and how often we write. */
export const OF_THE_CUSTOMERS: Record<string, BuiltIn> = {
  [CORRECTED]: ofCustomer(
    'The customer corrected what we know of them, or without a value says that it is wrong.',
    'fact',
    { attribute: field('text'), value: field('text', true) },
  ),
  'customer.evidence_disputed': ofCustomer(
    'The customer says that we understood them wrong: what was heard in their words counts no more.',
    'evidence',
    { evidence: field('text') },
  ),
  'customer.frequency_chosen': ofCustomer('The customer chose how often to hear from us.', 'frequency', {
    frequency: field(Frequency.options),
  }),
  'customer.hours_chosen': ofCustomer(
    'The customer chose quiet hours of their own, or without any takes the usual ones again.',
    'hours',
    { from: field(HOURS, true), to: field(HOURS, true) },
  ),
  'customer.erasure_requested': ofCustomer('The customer wants everything about them erased.', 'erasure', {
    asked: field('date', true),
  }),
};
