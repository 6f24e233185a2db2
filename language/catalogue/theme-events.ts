import type { Field } from './event.ts';

const text: Field = { type: 'text', optional: false, provenance: 'observed' };

/** A colleague notes what somebody asks for, or that they do not. */
export const THEME_EVENTS = {
  'customer.theme_set': {
    about: 'A colleague noted that a customer asks for something, or that they do not.',
    byCustomer: false,
    ours: false,
    customer: 'customerId',
    fields: {
      customerId: text,
      theme: text,
      choice: { ...text, type: ['set', 'removed'] },
      quote: { ...text, optional: true, provenance: 'stated' as const },
    },
    sets: {},
    signals: [],
    farewell: false,
    returns: false,
  },
};

/** What an event about a theme says besides, to whoever asked for it. */
export const SAID: Record<'said' | 'saidAt', Field> = {
  said: { ...text, optional: true, provenance: 'stated' },
  saidAt: { ...text, type: 'date', optional: true },
};
