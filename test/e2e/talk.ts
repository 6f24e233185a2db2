import { appendFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Two of a hundred are drawn each week; what is asked of them. */
export const SHARE = 0.02;
export const QUESTION = 'trust-check';
/** Where the link of a message leads, and the message. */
export const TOUR = 'https://shop.example/tour';
export const INVITATION = 'tour-link';

const POLICY = `
measure: clicks
ask: { moment: ${QUESTION}, share: ${100 * SHARE} % a week, atMost: 1 per 90 days }
`;

const EVENT = `
tour.asked:
  about: Somebody asked to be shown around.
  customer: customerId
  fields: { customerId: text }
`;

const JOURNEY = `journey: tour
title: A tour
about: A link, and what follows once somebody has opened it.
purpose: relationship
enter: { on: tour.asked, again: always }
steps:
  - send: ${INVITATION}
  - listen: message.clicked
    where: heard.moment = "${INVITATION}"
    within: 60 days
    heard: [ { send: tip-team } ]
`;

const moment = (name: string, more: string, body: string): string => `---
moment: ${name}
purpose: relationship
topic: surveys
channels: [email]
because: You asked us to.
subject: A word
${more}---
${body}
`;

/** The shipped workflows, with links that are counted, a question to a few each week, and a journey that hears clicks. */
export const writeTalk = async (out: string): Promise<string> => {
  const folder = join(out, 'talk');
  await cp('workflows', folder, { recursive: true });
  await rm(join(folder, 'scenarios'), { recursive: true, force: true });
  await appendFile(join(folder, 'policy.yaml'), POLICY);
  await appendFile(join(folder, 'events.yaml'), EVENT);
  await writeFile(join(folder, 'journeys/tour.yaml'), JOURNEY);
  await writeFile(join(folder, `moments/${INVITATION}.md`), moment(INVITATION, '', `[The tour](${TOUR})`));
  const asks = 'asks: { scale: trust }\n';
  await writeFile(join(folder, `moments/${QUESTION}.md`), moment(QUESTION, asks, 'One question, from 1 to 5.'));
  return folder;
};
