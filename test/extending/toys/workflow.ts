/** A workflow that uses every toy; no recipe asks for it. */
const EVENT = `
phone.added:
  about: A person added a phone, and said which country it is from.
  by: customer
  customer: customerId
  fields: { customerId: text, country: { type: nation, provenance: stated }, awayUntil: { type: date, optional: true } }
  sets: { country: country, awayUntil: awayUntil }
`;

const JOURNEY = `journey: phone-added
title: A word to a new phone
purpose: relationship
enter: { on: phone.added, when: event.country = "PT" }
steps:
  - beat: 15
  - send: phone-added
`;

const MOMENT = `---
moment: phone-added
title: A word to a new phone
topic: getting-started
channels: [push]
because: You added this phone.
---
From {{ customer.country }}: this phone is yours.
`;

const scenario = (name: string, country: string, expected: string): string => `scenario: ${name}
customer: { id: ada, zone: Europe/Berlin, pushEndpoint: "https://sqs.eu-west-1.amazonaws.com/1/push-ada" }
start: 2026-03-02T10:07
timeline:
  - { at: 0 days, event: phone.added, with: { country: ${country} } }
expect:
  - ${expected}
`;

/** Text to be added to the end of a file, which may not be there. */
export const WORKFLOW: Record<string, string> = {
  'workflows/events.yaml': EVENT,
  'workflows/journeys/phone-added.yaml': JOURNEY,
  'workflows/moments/phone-added.md': MOMENT,
  'workflows/scenarios/phone-added.yaml': scenario('The next beat', 'PT', 'at 8 minutes: sent phone-added by push'),
};
