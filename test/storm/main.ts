import { parseArgs } from 'node:util';
import { storms } from './storms.ts';

const HELP = `npm run storm -- [options]
  --seed N         the first storm (1)
  --seeds K        how many storms, one after another (1)
  --customers C    in each (50)
  --from I         the first customer's number (0), to share a storm among processes
  --days D         that their events are spread over (30)
  --stories A-B    what happens to each customer beside the first event (1-4)
  --quick          stops at the first broken promise, without making its case smaller
  --customer I     this customer alone, with all that happened
  --events A,B     of that customer only these events, by number
  --mishaps A,B    and only these mishaps
  --json           one line of figures`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    customers: { type: 'string', default: '50' },
    from: { type: 'string', default: '0' },
    days: { type: 'string', default: '30' },
    stories: { type: 'string', default: '1-4' },
    customer: { type: 'string' },
    events: { type: 'string' },
    mishaps: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const refuse = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const numberOf = (name: 'seed' | 'seeds' | 'customers' | 'from' | 'days' | 'customer'): number => {
  const text = values[name] ?? '';
  return /^\d+$/.test(text) ? Number(text) : refuse(`--${name} is "${text}"; it should be a number, such as 7.`);
};

const storiesOf = (text: string): [number, number] => {
  const [, least, most] = /^(\d+)-(\d+)$/.exec(text) ?? refuse(`--stories is "${text}"; it should be such as 1-4.`);
  return [Number(least), Number(most)];
};

const splitList = (text: string): string[] => text.split(',').filter((one) => one !== '');

/** One customer, with all that happens to them or only some of it. */
const aloneOf = (customer: number) => ({
  customer,
  ...(values.events === undefined
    ? {}
    : { events: new Set(splitList(values.events).map((event) => `e-${values.seed}-${customer}-${event}`)) }),
  ...(values.mishaps === undefined ? {} : { mishaps: new Set(splitList(values.mishaps)) }),
});

if (values.help) {
  console.log(HELP);
} else {
  process.exitCode = await storms({
    first: numberOf('seed'),
    count: numberOf('seeds'),
    customers: numberOf('customers'),
    from: numberOf('from'),
    days: numberOf('days'),
    stories: storiesOf(values.stories),
    json: values.json,
    isQuick: values.quick,
    ...(values.customer === undefined ? {} : { alone: aloneOf(numberOf('customer')) }),
  });
}
