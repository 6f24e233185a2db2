import { Channel } from './channel.ts';
import type { Definitions } from './definition.ts';
import type { Field } from './event.ts';
import type { FieldType } from './field-type.ts';
import { GESTURE_EVENTS } from './gesture-events.ts';
import { OF_THE_CUSTOMERS } from './known-events.ts';
import { PROMISE_EVENTS } from './promise-events.ts';
import { THEME_EVENTS } from './theme-events.ts';
import { OF_COLLEAGUES } from './work-events.ts';

const field = (type: FieldType, optional = false): Field => ({ type, optional, provenance: 'observed' });

type BuiltIn = Definitions['events'][string];

const event = (about: string, fields: Record<string, Field>, more: Partial<BuiltIn> = {}): BuiltIn => ({
  about,
  byCustomer: false,
  ours: false,
  customer: 'customerId',
  fields: { customerId: field('text'), ...fields },
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
  ...more,
});

/** Which message a provider speaks of: its decision is `enrolment/step`. */
const message = { channel: field(Channel.options, true), decision: field('text', true) };

/** With why, in a word or two of the provider's. */
const messageWithCause = { ...message, cause: field('text', true) };

/** Event types that every project has without declaring them. */
export const BUILT_IN: Definitions['events'] = {
  'message.delivered': event('A message arrived.', message, { feedback: 'delivered' }),
  'message.delayed': event('A message has not arrived yet, and may still.', messageWithCause, { feedback: 'delayed' }),
  'message.soft_bounced': event('A message came back, as from a full mailbox; another may arrive.', messageWithCause, {
    feedback: 'soft-bounced',
  }),
  'message.rejected': event('A provider took a message and did not send it.', messageWithCause, {
    feedback: 'rejected',
  }),
  'message.bounced': event('An address does not take messages.', messageWithCause, { feedback: 'bounced' }),
  'message.complained': event('The customer called a message spam.', message, { feedback: 'complained' }),
  'message.opted_out': event('A carrier or provider says that the customer wants no more by this way.', message, {
    feedback: 'opted-out',
  }),
  'message.replied': event(
    'The customer answered a message.',
    { ...message, text: field('text', true), automatic: field('boolean', true) },
    { feedback: 'replied', byCustomer: true, signals: [{ text: 'text', weight: 0.7 }] },
  ),
  'message.read': event(
    'The customer saw a message in their account.',
    { ...message, moment: field('text', true) },
    // A product that says so twice says nothing new.
    { id: 'decision', feedback: 'read', byCustomer: true },
  ),
  'message.dismissed': event(
    'The customer put a message in their account away.',
    { ...message, moment: field('text', true) },
    { id: 'decision', feedback: 'dismissed', byCustomer: true },
  ),
  'message.clicked': event(
    'A link of an email was opened, by the customer or by a machine that looks at their mail.',
    { ...message, moment: field('text', true), link: field('url', true) },
    { id: 'decision & " " & link', feedback: 'clicked' },
  ),
  'customer.measuring_chosen': event(
    'The customer chose whether the links that they open are counted.',
    { choice: field(['granted', 'withdrawn']) },
    { consent: { measure: '"clicks"', choice: 'choice' }, byCustomer: true },
  ),
  'customer.paused': event(
    'The customer asked for silence until a date.',
    { until: field('date') },
    { pauses: 'until', byCustomer: true },
  ),
  'customer.consent_changed': event(
    'The customer chose what to hear about, or by which channel.',
    { topic: field('text', true), channel: field(Channel.options, true), choice: field(['granted', 'withdrawn']) },
    { consent: { topic: 'topic', channel: 'channel', choice: 'choice' }, byCustomer: true },
  ),
  ...OF_THE_CUSTOMERS,
  ...OF_COLLEAGUES,
  'customer.merged': event(
    'Two ids are one person: what is known of `from`, and what comes under it from now on, is of `into`.',
    {},
    { customer: 'from', fields: { from: field('text'), into: field('text') }, merges: 'into' },
  ),
  ...PROMISE_EVENTS,
  ...GESTURE_EVENTS,
  ...THEME_EVENTS,
};
