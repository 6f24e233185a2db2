import { compileMachine } from '../../../language/compile/machine.ts';
import { loadProject, type Project } from '../../../simulator/project.ts';
import { type Bill, dollars, orchestration, PRICES, type Priced, plus } from '../account/bill.ts';
import { openAccounts } from '../account/open.ts';
import { type Costs, runStory } from '../account/run.ts';
import { countSteadily } from '../account/steady.ts';
import { STORIES, type Story } from '../account/stories.ts';
import type { Figure } from '../figure.ts';
import type { Part } from '../parts.ts';

const CUSTOMERS = 10;
/** Who do the same at one time on a busy stage: so many messages come to a function together. */
const TOGETHER = 10;
/** Customers of whom something is counted in one batch: on a stage with a million journeys a month, whose stream has four shards. */
const BATCH = 35;
const UNIT = '$ a million';
/** The message that is left out to see what it costs: one between two waits, like most. */
const STEP = 'send-tip-solo';

/** The machines of a project, with one step less in onboarding. */
const machinesWithout = ({ definitions, catalogue, machines }: Project, step: string): Project['machines'] => {
  const text = JSON.stringify(definitions.journeys.onboarding);
  const less = (_: string, value: unknown): unknown =>
    Array.isArray(value) ? value.filter((one) => one?.id !== step) : value;
  return { ...machines, onboarding: compileMachine(JSON.parse(text, less), catalogue) };
};

const countOf = (calls: Record<string, number>): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

const listCalls = (calls: Record<string, number>): string =>
  Object.entries(calls)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count.toFixed(1).replace('.0', '')}`)
    .join(', ');

/** A name stays the same from run to run, so only what is counted, not timed, stands in it. */
const countIn = (amount: number): string => (Number.isInteger(amount) ? `${amount} ` : '');

/** What is billed for one message, line by line. */
const messageFigures = (bill: Bill, calls: Record<string, number>): Figure[] => {
  const value = orchestration(bill);
  const email = PRICES['SES messages'];
  const lines = Object.entries(dollars(bill)) as [Priced, number][];
  return [
    {
      figure: 'one sent message of onboarding, but for SES',
      value,
      unit: UNIT,
      reference: { what: 'the email itself', value: email },
      ratio: value / email,
      aim: 'less than the email',
      met: value < email,
    },
    { figure: 'AWS calls for it', value: countOf(calls), unit: 'calls', aim: 'reported' },
    ...lines
      .filter(([name]) => name !== 'SES messages')
      .map(([name, price]) => ({
        figure: `· ${countIn(bill[name])}${name}`,
        value: price,
        unit: UNIT,
        aim: 'reported',
      })),
  ];
};

/** By the service: what a line of a bill begins with. */
const byService = (of: Bill): string => {
  const sums = new Map<string, number>();
  for (const [name, price] of Object.entries(dollars(of))) {
    const [service = ''] = /^(?:Step Functions|\w+)/.exec(name) ?? [];
    sums.set(service, (sums.get(service) ?? 0) + price);
  }
  return [...sums].map(([service, price]) => `${service} $${price.toFixed(0)}`).join(', ');
};

const emailsOf = ({ emails }: Story) => ({ what: `its ${emails} emails`, value: emails * PRICES['SES messages'] });

const journeyFigures = (story: Story, { bill, calls }: Pick<Costs, 'bill' | 'calls'>): Figure[] => {
  const value = orchestration(bill);
  const { journey } = story;
  const reference = emailsOf(story);
  return [
    {
      figure: `a whole ${journey}, but for SES`,
      value,
      unit: UNIT,
      reference,
      ratio: value / reference.value,
      aim: 'less than half of them, better a quarter',
      met: value < reference.value / 2,
    },
    { figure: `AWS calls for a whole ${journey}`, value: countOf(calls), unit: 'calls', aim: 'reported' },
  ];
};

/** What a message and whole journeys cost in AWS: the deployed bundles, each call counted, at list prices. */
export const costFigures: Part = async ({ tell }) => {
  const project = await loadProject('workflows');
  tell('DynamoDB Local and the bundles start');
  const { accountOf, clock, close } = await openAccounts(project);
  try {
    const account = accountOf(project.machines);
    const [onboarding] = STORIES as [Story];
    await runStory(account, clock, onboarding, CUSTOMERS);
    account.warm();
    const figures: Figure[] = [];
    const costs = new Map<string, Costs>();
    for (const story of STORIES) {
      const cost = await runStory(account, clock, story, CUSTOMERS);
      costs.set(story.journey, cost);
      tell(`${story.journey} (${story.about}): ${listCalls(cost.calls)}`);
      tell(`a million of ${story.journey}, without counting: ${byService(cost.bill)}`);
    }
    const crowded = accountOf(project.machines, TOGETHER);
    await runStory(crowded, clock, onboarding, CUSTOMERS, { together: TOGETHER });
    crowded.warm();
    const busy = new Map<string, Costs>();
    for (const story of STORIES)
      busy.set(story.journey, await runStory(crowded, clock, story, CUSTOMERS, { together: TOGETHER }));
    const streams = new Map([...costs].map(([journey, cost]) => [journey, cost.streams]));
    const steady = await countSteadily(account, streams, BATCH, clock.now());
    tell(`counting a customer once: ${listCalls(steady.calls)}; ${byService(steady.bill)}`);
    for (const story of STORIES) {
      const { bill, calls } = costs.get(story.journey) as Costs;
      const times = steady.times[story.journey] ?? 0;
      const counting = orchestration(steady.bill) * times;
      tell(`a million of ${story.journey}, counted ${times.toFixed(1)} times each: $${counting.toFixed(1)} of it`);
      tell(`a million of ${story.journey}: ${byService(plus(bill, steady.bill, times))}`);
      const crowd = plus((busy.get(story.journey) as Costs).bill, steady.bill, times);
      tell(`a million of ${story.journey}, ${TOGETHER} at one time: ${byService(crowd)}`);
      figures.push(
        ...journeyFigures(story, { bill: plus(bill, steady.bill, times), calls }),
        {
          figure: `· counting it, ${BATCH} customers at a time`,
          value: counting,
          unit: UNIT,
          aim: 'reported',
        },
        {
          figure: `· all of it where ${TOGETHER} customers do the same at one time`,
          value: orchestration(crowd),
          unit: UNIT,
          reference: emailsOf(story),
          ratio: orchestration(crowd) / emailsOf(story).value,
          aim: 'reported',
        },
      );
    }
    const whole = costs.get('onboarding') as Costs;
    const other = accountOf(machinesWithout(project, STEP));
    const less = await runStory(other, clock, { ...onboarding, emails: onboarding.emails - 1 }, CUSTOMERS, {
      timed: account,
    });
    const calls = Object.fromEntries(
      Object.entries(whole.calls).map(([name, count]) => [name, count - (less.calls[name] ?? 0)]),
    );
    tell(`a message: ${listCalls(calls)}`);
    return [...messageFigures(plus(whole.bill, less.bill, -1), calls), ...figures];
  } finally {
    await close();
  }
};
