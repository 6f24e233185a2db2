import { inlineText } from '../../../language/edit/write.ts';

/** What a new file begins with, by the folder that it is in. */
const journey = (
  id: string,
  title: string,
): string => `# yaml-language-server: $schema=../../language/schemas/journey.json
journey: ${inlineText(id)}
title: ${inlineText(title)}
about: What it is for, in a sentence.
purpose: relationship
enter:
  on: customer.signed_up
steps:
  - wait: 1 day
`;

const moment = (id: string): string => `---
moment: ${inlineText(id)}
channels: [email]
because: Say here why they get this.
subject: A subject
---
Hello{% if customer.firstName %} {{ customer.firstName }}{% endif %},

what you want to say.
`;

export const idOf = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);

export interface Start {
  path: string;
  text: string;
}

export const newJourney = (title: string): Start => {
  const id = idOf(title);
  return { path: `journeys/${id}.yaml`, text: journey(id, title) };
};

export const newMoment = (title: string): Start => {
  const id = idOf(title);
  return { path: `moments/${id}.md`, text: moment(id) };
};
