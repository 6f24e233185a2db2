import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { memoizeByKey } from '../../language/catalogue/memoize-by-key.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { compileCatalogue } from '../../language/compile/catalogue.ts';
import { compileMachines } from '../../language/compile/machines.ts';
import { readFiles } from '../../language/read/read.ts';
import { formatProblem } from '../../language/read/yaml/problem.ts';

/** A workflows folder as deployed. */
export interface Release {
  catalogue: Catalogue;
  machines: Record<string, Machine>;
}

export class WorkflowsUnfit extends Error {
  override name = 'WorkflowsUnfit';
}

type Files = Record<string, string>;

const OFFERS = `journey: offers
title: Offers
purpose: promotional
enter: { on: purchase.made, when: $not(customer.plan = "internal"), again: after 2 days }
goal: { on: purchase.made, within: 1 day }
holdout: 20
steps:
  - send: offer
  - listen: purchase.made
    within: 2 days
    heard:
      - emit: loyalty.points_granted
        with: { points: 10, occasion: order }
      - listen: purchase.made
        id: another-order
        within: 1 day
  - send: offer-again
    unless: { on: subscription.lapsed }
`;

/** A loop: whoever does not answer is nudged a few times. */
const NUDGES = `journey: nudges
title: Nudges
purpose: promotional
enter: { on: customer.preference_changed, when: event.choice = "granted", again: after 5 days }
steps:
  - repeat: { every: 2 days, until: { on: purchase.made }, atMost: 4 }
    id: turns
    steps:
      - send: nudge
      - emit: loyalty.points_granted
        with: { points: 5, occasion: nudge }
  - send: last-nudge
`;

const offer = (id: string, more: string): string => `---
moment: ${id}
topic: offers
channels: [email, sms]
${more}because: You ordered before.
subject: Something for you
---
A good thing at a good price.
`;

const POINTS = `journey: points
title: Points
purpose: transactional
enter: { on: loyalty.points_granted, again: after 1 day }
steps:
  - send: points-granted
`;

/** A promotional journey, and one that our own event starts: the project ships neither, and both are to be tried. */
const MORE: Files = {
  'journeys/offers.yaml': OFFERS,
  'journeys/points.yaml': POINTS,
  'journeys/nudges.yaml': NUDGES,
  'moments/nudge.md': offer('nudge', ''),
  'moments/last-nudge.md': offer('last-nudge', 'patience: 3 days\n'),
  'moments/points-granted.md': `---
moment: points-granted
topic: service
channels: [inbox]
because: You got {{ event.points }} points.
subject: Points for you
---
{{ event.points }} points are yours.
`,
  'moments/offer.md': offer('offer', 'window: { from: "10:00", to: "16:00", days: [mon, tue, wed, thu, fri] }\n'),
  'moments/offer-again.md': offer('offer-again', 'cap: 1 per 30 days\n'),
};

const replaced = (files: Files, path: string, from: string, to: string): Files => {
  const text = files[path];
  if (!text?.includes(from)) throw new WorkflowsUnfit(`${path} has no "${from}": the storm's deploy changes it.`);
  return { ...files, [path]: text.replace(from, to) };
};

const without = (files: Files, ...paths: string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));

/** What is deployed while people are in flight: a journey edited, one removed, one added, a moment retired. */
const changed = (before: Files): Files => {
  let files = replaced(
    before,
    'journeys/onboarding.yaml',
    '  - wait: 5 days\n',
    '  - wait: 2 days\n  - send: tip-late\n',
  );
  files = without(files, 'journeys/first-support.yaml', 'moments/tip-solo.md');
  files = replaced(files, 'journeys/onboarding.yaml', '{ send: tip-solo }', '{ send: tip-alone }');
  // A step with another name, for whoever stands there.
  files = replaced(files, 'journeys/offers.yaml', 'id: another-order', 'id: one-more-order');
  files = replaced(files, 'journeys/offers.yaml', 'steps:\n', 'renamed: { another-order: one-more-order }\nsteps:\n');
  const tip = before['moments/tip-solo.md'] ?? '';
  return {
    ...files,
    'moments/tip-alone.md': tip.replace('tip-solo', 'tip-alone'),
    'moments/tip-late.md': tip.replace('tip-solo', 'tip-late'),
    'journeys/first-order.yaml': OFFERS.replace('offers', 'first-order')
      .replace('promotional', 'relationship')
      .replace('Offers', 'First order'),
  };
};

const compile = (files: Files): Release => {
  const { definitions, problems } = readFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
  if (!definitions) throw new WorkflowsUnfit(problems.map(formatProblem).join('\n'));
  const catalogue = compileCatalogue(definitions);
  return { catalogue, machines: compileMachines(definitions, catalogue) };
};

const filesOf = (dir: string): Files => {
  const paths = readdirSync(dir, { recursive: true }) as string[];
  const definitionPaths = paths.filter((path) => /\.(yaml|md)$/.test(path) && !path.startsWith('scenarios')).sort();
  return Object.fromEntries(definitionPaths.map((path) => [path, readFileSync(join(dir, path), 'utf8')]));
};

const releasesOf = memoizeByKey((dir): [Release, Release] => {
  // A control group large enough to be met.
  const shipped = replaced(filesOf(dir), 'journeys/renewal.yaml', 'holdout: 5', 'holdout: 30');
  // Budgets so small that they are met.
  const small = replaced(
    replaced(shipped, 'gestures.yaml', 'agent: 300 EUR per month', 'agent: 4 EUR per month'),
    'gestures.yaml',
    'stage: 20000 EUR per month',
    'stage: 25 EUR per month',
  );
  // More of whom ask what would help, than have been there for five years.
  const asking = replaced(small, 'journeys/service-recovery.yaml', 'tenureDays >= 1825', 'tenureDays >= 730');
  // Within what all may give, so that there is something to choose from.
  const cheap = replaced(asking, 'gestures.yaml', 'cost: 14 EUR', 'cost: 4 EUR');
  const often = replaced(cheap, 'policy.yaml', 'gestures: 1 per 14 days', 'gestures: 3 per 14 days');
  const before = { ...often, ...MORE };
  return [compile(before), compile(changed(before))];
});

/** The project's workflows with two journeys more, and what a deploy makes of them: compiled once, for whoever storms. */
export const loadReleases = (dir = 'workflows'): [Release, Release] => releasesOf(dir);
