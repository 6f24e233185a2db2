import type { Links } from '../../functions/shared/link.ts';
import { LinkForged } from '../../functions/shared/seal.ts';

const BASE = 'https://preferences.example.com';
const part = encodeURIComponent;

/** Who writes, where nobody has said it. */
export const localSender = { name: 'Your team' };

/** Links in messages that never leave this machine: they lead nowhere, so nothing in them is sealed. */
export const localLinks: Links = {
  preferences: (customer) => `${BASE}/preferences/${part(customer)}`,
  known: (customer) => `${BASE}/known/${part(customer)}`,
  unsubscribe: (customer, topic, channel) => `${BASE}/unsubscribe/${part(customer)}/${part(topic ?? channel)}`,
  why: (customer, enrolment, step, visit) => `${BASE}/why/${part(customer)}/${enrolment}/${step}/${visit}`,
  answer: ({ customer, enrolment, step, visit }) => `${BASE}/answer/${part(customer)}/${enrolment}/${step}/${visit}`,
  click: ({ url }) => url,
  shorten: (target) => ({ url: `${BASE}/a/${'x'.repeat(16)}`, code: 'x'.repeat(16), target, until: 0 }),
  reply: () => ({ code: 'x'.repeat(24), target: '', until: 0 }),
  verify: () => {
    throw new LinkForged();
  },
};
