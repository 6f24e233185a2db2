import type { EventForm } from '../../../../functions/api/contract/acting.ts';

type FieldAsked = EventForm['fields'][number];

/** What is typed, as the field takes it: intake says what does not fit. */
const asTaken = ({ takes }: FieldAsked, text: string): unknown => {
  if (takes === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (takes === 'boolean') return text === 'true';
  return text;
};

/** Fields that have to be there and are empty. */
export const missingIn = ({ fields }: EventForm, typed: Record<string, string>): string[] =>
  fields.filter(({ name, isOptional }) => !isOptional && (typed[name] ?? '').trim() === '').map(({ name }) => name);

/** The event as a system would send it; what is left empty is not said. */
export const eventText = (form: EventForm, customer: string, typed: Record<string, string>) => ({
  ...(form.source === undefined ? {} : { source: form.source }),
  'detail-type': form.type,
  detail: {
    [form.customer]: customer,
    ...Object.fromEntries(
      form.fields
        .filter(({ name }) => (typed[name] ?? '').trim() !== '')
        .map((field) => [field.name, asTaken(field, typed[field.name] ?? '')]),
    ),
  },
});
