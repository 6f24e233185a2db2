import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { drawJourney } from '../../../language/draw/journey.ts';
import { type Reading, readFiles } from '../../../language/read/read.ts';
import { formatProblem } from '../../../language/read/yaml/problem.ts';

export const EVENTS = `customer.signed_up:
  by: customer
  customer: customerId
  fields:
    customerId: text
    email: { type: email, provenance: stated }
    firstName: { type: text, provenance: stated, optional: true }
    plan: { type: [solo, team] }
  sets: { email: email, firstName: firstName, plan: plan, since: at }
customer.imported:
  customer: customerId
  fields: { customerId: text, score: number, employer: { type: text, provenance: third-party } }
  sets: { employer: employer }
feedback.received:
  by: customer
  customer: customerId
  fields: { customerId: text, scale: { type: [nps, csat] }, score: { type: number, optional: true }, answers: { type: text, optional: true } }
  signal: [ { score: score, scale: scale, weight: 1 } ]
renewal.due:
  customer: customerId
  fields: { customerId: text, subscriptionId: text, renewsAt: date, amount: number, note: { type: text, optional: true } }
renewal.done: { customer: customerId, fields: { customerId: text, subscriptionId: text } }
points.granted: { ours: true, fields: { points: number, why: { type: text, optional: true } } }
`;

export const POLICY = `zone: Europe/London
mood: { halfLife: 3 days, prior: 0.5, negative: -0.25, positive: 0.25, strong: -0.6, quietAfter: 3 days }
purposes:
  transactional: { whenIncident: send, whenNegative: send, quietHours: ignore, patience: 1 day, ifUnsure: resend }
  care:          { whenIncident: send, whenNegative: send, quietHours: hold, patience: 3 days, ifUnsure: resend }
  relationship:  { whenIncident: hold, whenNegative: hold, quietHours: hold, patience: 10 days, cap: 3 per 7 days, ifUnsure: drop }
  promotional:   { whenIncident: skip, whenNegative: skip, quietHours: hold, patience: 2 days, cap: 1 per 7 days, ifUnsure: drop, optIn: true }
quietHours: { from: "21:00", to: "08:00", spread: 45 minutes }
gap: 20 hours
topics: { start: Getting started, tips: Tips }
`;

export const JOURNEY = `journey: onboarding
title: Onboarding
purpose: relationship
enter:
  on: customer.signed_up
  again: after 90 days
steps:
  - send: welcome
  - wait: 3 days
  - send: welcome
`;

export const MOMENT = `---
moment: welcome
title: Welcome: the first #1
topic: start
channels: [email, inbox]
because: You joined on {{ event.at | date }}.
subject: Welcome{% if customer.firstName %}, {{ customer.firstName }}{% endif %}
---
Your plan is {{ event.plan }}.
`;

const FILES = {
  'events.yaml': EVENTS,
  'policy.yaml': POLICY,
  'journeys/onboarding.yaml': JOURNEY,
  'moments/welcome.md': MOMENT,
};

/** A small sound workflows folder, with some files in place of its own or, where null, left out. */
export const read = (files: Record<string, string | null> = {}): Reading =>
  readFiles(Object.entries({ ...FILES, ...files }).flatMap(([path, text]) => (text === null ? [] : [{ path, text }])));

/** `file:line:col message` of everything wrong. */
export const problems = (files: Record<string, string | null> = {}): string[] =>
  read(files).problems.map(formatProblem);

/** What is wrong with the journey when its steps are these lines; `head` replaces what stands above them. */
export const stepProblems = (steps: string, files: Record<string, string> = {}): string[] =>
  problems({ ...files, 'journeys/onboarding.yaml': withSteps(steps) });

export const withSteps = (steps: string, head = JOURNEY.slice(0, JOURNEY.indexOf('steps:'))): string =>
  `${head}steps:\n${steps
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n`;

/** What is wrong with a condition that chooses in a journey entered by `customer.signed_up`, without its place. */
export const conditionProblems = (condition: string): string[] =>
  stepProblems(`- choose: [ { when: ${JSON.stringify(condition)}, steps: [ { wait: 1 day } ] } ]`).map((line) =>
    line.replace(/^\S+ /, ''),
  );

/** Another moment, from its front matter. */
export const moment = (
  id: string,
  front = 'channels: [inbox]\ntopic: start',
  body = 'Hello.',
): Record<string, string> => ({
  [`moments/${id}.md`]: `---\nmoment: ${id}\nbecause: You asked.\n${front}\n---\n${body}\n`,
});

export const AGENT = moment('call', 'channels: [agent]', 'Call them.');

/** What is wrong with these steps, beside a call and a question. */
export const wrongWith = (steps: string): string[] =>
  stepProblems(steps, { ...AGENT, ...ASKS }).map((line) => line.replace('journeys/onboarding.yaml:', ''));

export const ASKS = moment('question', 'channels: [inbox]\ntopic: start\nasks: nps');

/** The journey of these steps as run time reads it, its machine and its picture; throws where something is wrong with it. */
export const compileSteps = (steps: string, files: Record<string, string> = {}) => {
  const { definitions, problems } = read({ ...AGENT, ...ASKS, ...files, 'journeys/onboarding.yaml': withSteps(steps) });
  const definition = definitions?.journeys.onboarding;
  if (!definition) throw new Error(problems.map(formatProblem).join('\n'));
  const catalogue = compileCatalogue(definitions);
  const journey = catalogue.journeys.onboarding;
  if (!journey) throw new Error('the catalogue lacks the journey');
  return {
    definition,
    catalogue,
    journey,
    machine: compileMachine(definition, catalogue),
    picture: drawJourney(definition),
  };
};
