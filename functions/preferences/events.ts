import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType, Field } from '../../language/catalogue/event.ts';
import { CORRECTED, type Frequency } from '../../language/catalogue/known.ts';
import type { Kind, OptionChoice } from './options.ts';

export interface ChosenEvent {
  type: string;
  detail: Record<string, unknown>;
}

/** What projects call these events, if they declare them; their journeys may listen to them. */
const DECLARED: Record<Kind, string> = { topic: 'customer.preference_changed', channel: 'customer.channel_changed' };

/** Built into every catalogue. */
const BUILT_IN = 'customer.consent_changed';

const accepts = (field: Field | undefined, value: string): boolean =>
  field !== undefined && (Array.isArray(field.type) ? field.type.includes(value) : field.type === 'text');

/** The detail of a declared type that says exactly this choice; undefined where the type asks for more, or for something else. */
const detailFor = (type: EventType | undefined, customer: string, { kind, id, choice }: OptionChoice) => {
  const names = {
    id: type?.consent?.[kind] ?? '',
    choice: type?.consent?.choice ?? '',
    customer: type?.customer ?? '',
  };
  const fields = type?.fields ?? {};
  const values: [string, string][] = [
    [names.customer, customer],
    [names.id, id],
    [names.choice, choice],
  ];
  if (!values.every(([name, value]) => accepts(fields[name], value))) return undefined;
  const detail = Object.fromEntries(values);
  const lacks = Object.entries(fields).some(([name, { optional }]) => !optional && !(name in detail));
  return lacks ? undefined : detail;
};

/** A choice as an event: the project's own type where it declares one that takes it, else the built-in. */
export const choiceEvent = (
  { events }: Pick<Catalogue, 'events'>,
  customer: string,
  choice: OptionChoice,
): ChosenEvent => {
  const type = DECLARED[choice.kind];
  const detail = detailFor(events[type], customer, choice);
  if (detail) return { type, detail };
  return { type: BUILT_IN, detail: { customerId: customer, [choice.kind]: choice.id, choice: choice.choice } };
};

/** Silence until a moment; one that is over ends it. */
export const pauseEvent = (customer: string, until: number): ChosenEvent => ({
  type: 'customer.paused',
  detail: { customerId: customer, until: new Date(until).toISOString() },
});

/** How often from now on. */
export const frequencyEvent = (customer: string, frequency: Frequency): ChosenEvent => ({
  type: 'customer.frequency_chosen',
  detail: { customerId: customer, frequency },
});

/** Quiet hours of their own; without any the usual ones again. */
export const hoursEvent = (customer: string, hours: { from?: string; to?: string } = {}): ChosenEvent => ({
  type: 'customer.hours_chosen',
  detail: { customerId: customer, ...hours },
});

/** A fact as they say it is; without a value it is wrong. */
export const correctionEvent = (customer: string, attribute: string, value?: string): ChosenEvent => ({
  type: CORRECTED,
  detail: { customerId: customer, attribute, ...(value === undefined ? {} : { value }) },
});

/** What was understood was not so. */
export const disputeEvent = (customer: string, evidence: string): ChosenEvent => ({
  type: 'customer.evidence_disputed',
  detail: { customerId: customer, evidence },
});

/** They do not ask for it. */
export const themeGoneEvent = (customer: string, theme: string): ChosenEvent => ({
  type: 'customer.theme_set',
  detail: { customerId: customer, theme, choice: 'removed' },
});

/** It says itself when it was asked, under its signature: the time of an envelope is whoever's who puts it on a bus. */
export const erasureEvent = (customer: string, askedAt: number): ChosenEvent => ({
  type: 'customer.erasure_requested',
  detail: { customerId: customer, asked: new Date(askedAt).toISOString() },
});
