import { parseArgs } from 'node:util';
import { loadEdited } from './mutate.ts';
import { MUTATIONS } from './mutation-list.ts';

const HELP = `npm run storm -- [options]
  --seed N         the first storm (1)
  --seeds K        how many storms, one after another (1)
  --customers C    in each (50)
  --days D         that their events are spread over (30)
  --stories A-B    what happens to each customer beside the first event (1-4)
  --mutation NAME  with one rule off; stops at the first storm that notices
  --customer I     this customer alone, with all that happened
  --json           one line of figures`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    customers: { type: 'string', default: '50' },
    days: { type: 'string', default: '30' },
    stories: { type: 'string', default: '1-4' },
    customer: { type: 'string' },
    mutation: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const mutation = MUTATIONS.find(({ name }) => name === values.mutation);
  if (values.mutation !== undefined && !mutation) throw new Error(`No mutation is called "${values.mutation}".`);
  // Before anything of what it changes is loaded.
  if (mutation) loadEdited(mutation.edits);
  const { storms } = await import('./storms.ts');
  const [least = 1, most = 4] = values.stories.split('-').map(Number);
  process.exitCode = await storms({
    first: Number(values.seed),
    count: Number(values.seeds),
    customers: Number(values.customers),
    days: Number(values.days),
    stories: mutation?.stories ?? [least, most],
    json: values.json,
    stopAtFirst: mutation !== undefined,
    ...(values.customer === undefined ? {} : { customer: Number(values.customer) }),
    ...(mutation?.off ? { off: new Set([mutation.off]) } : {}),
  });
}
