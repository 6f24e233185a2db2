/** What a template may read. */
export interface Scope {
  event: Record<string, unknown>;
  customer: Record<string, unknown>;
  with: Record<string, unknown>;
  /** What was given. */
  gesture?: Record<string, unknown>;
}

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** Mostly there is no blank among them. */
const seen = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.values(values).some(isBlank)
    ? Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)))
    : values;

/** Without texts in which nobody sees anything: to Liquid an empty one is true, and `{% if customer.firstName %}` takes it for a name. */
export const withoutBlanks = ({ event, customer, with: withValues, ...rest }: Scope): Scope => ({
  ...rest,
  event: seen(event),
  customer: seen(customer),
  with: seen(withValues),
});
