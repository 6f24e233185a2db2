import { randomUUID } from 'node:crypto';
import { openChromium } from '../console/browser/chromium.ts';
import { type Answered, ask, type RequestOptions } from './console/ask.ts';
import { openDesk } from './console/desk.ts';
import { PASSWORD, whereOf } from './console/everybody.ts';
import { createUser } from './console/people.ts';
import { signIn } from './console/sign-in.ts';
import type { Run } from './open-run.ts';
import { openPage, press } from './pages.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** What gestures.yaml lets all together give of it in a month. */
const SEATS = 10;
const EACH = 8;

interface GivenGesture {
  gesture: string;
  kind: string;
  state: string;
  by?: string;
  because?: string;
}

type AsAgent = (path: string, more?: RequestOptions) => Promise<Answered>;

const give = (as: AsAgent, customer: string, kind: string, note?: string): Promise<Answered> =>
  as(`/api/customers/${customer}/gestures`, {
    method: 'POST',
    body: { kind, request: randomUUID(), ...(note ? { note } : {}) },
  });

const givenTo = async (as: AsAgent, customer: string): Promise<GivenGesture[]> => {
  const { status, json, text } = await as(`/api/customers/${customer}/gestures`);
  must(status === 200, `What ${customer} was given came to ${status}: ${text}`);
  return json.given;
};

/** Waits until it is decided whether a gesture is given. */
const decidedFor = (as: AsAgent, customer: string): Promise<GivenGesture> =>
  until(
    `it is decided what ${customer} is given`,
    async () => (await givenTo(as, customer)).find(({ state }) => state !== 'offered'),
    { every: 500 },
  );

/** Somebody of many years to whom an outage happened, and the links of the question what would help, by what they choose. */
const whoIsToChoose = async (stage: Stage, id: string): Promise<Map<string, string>> => {
  await stage.happen(id, 'customer.imported', { email: addressOf(id), firstName: 'Mira', since: '2018-05-01' });
  await stage.happen(id, 'service.failure_detected', { failureId: 'f31', service: 'sync', severity: 'major' });
  await stage.decided(id, 'outage-notice');
  await stage.happen(id, 'service.restored', { failureId: 'f31' });
  await stage.decided(id, 'what-would-help', 'sent');
  const [letter] = (await stage.emails(addressOf(id))).slice(-1);
  const links = (letter?.Content.Simple.Body?.Html?.Data ?? '').matchAll(/href="([^"]+\/answer\/[^"]+)"/g);
  return new Map(
    [...links].flatMap(([, link = '']) => {
      const kind = new URL(link).searchParams.get('answer');
      return kind === null ? [] : [[kind, link]];
    }),
  );
};

/** Gestures of people on a stage: within budgets that several share at once, confirmed by the system that was asked, and in the console. */
export const proveGestures = async (run: Run, { prove }: Proofs): Promise<void> => {
  const { stage, outputs } = run;
  const browser = await openChromium();
  try {
    const where = whereOf(run);
    const agents = await Promise.all(
      ['one', 'two'].map(async (name): Promise<AsAgent> => {
        const user = { email: `gifts-${name}@acme.example`, password: PASSWORD };
        await createUser(stage.endpoint, outputs.UserPool ?? '', user, ['agent']);
        const { access } = await signIn(browser, where, user);
        return (path, more = {}) => ask(where.url, path, { token: access, ...more });
      }),
    );
    const [one, two] = agents as [AsAgent, AsAgent];
    const importCustomer = async (name: string): Promise<string> => {
      const id = treated(`gifts-${name}`);
      await stage.happen(id, 'customer.imported', { email: addressOf(id), firstName: name, plan: 'solo' });
      await until(`${id} is known`, async () => (await stage.customer(id)) !== undefined, { every: 500 });
      return id;
    };

    await prove(
      `gestures: of two agents who give ${2 * EACH} at once, ${SEATS} are given, and the others are told why not`,
      async () => {
        const customers = await Promise.all(
          Array.from({ length: 2 * EACH }, (_, place) => importCustomer(`seat-${place}`)),
        );
        const responses = await Promise.all(
          customers.map((customer, place) => give(place % 2 === 0 ? one : two, customer, 'early-access')),
        );
        const refused = responses.filter(({ status }) => status === 409);
        for (const { status, text } of responses)
          must(status === 202 || status === 409, `Giving came to ${status}: ${text}`);
        for (const { json } of refused)
          must(String(json.detail).includes('what all together may give'), `It was refused with ${json.detail}`);
        const acceptedCustomers = customers.filter((_, place) => responses[place]?.status === 202);
        const decided = await Promise.all(acceptedCustomers.map((customer) => decidedFor(one, customer)));
        const successes = decided.filter(({ state }) => state === 'given' || state === 'confirmed');
        must(successes.length === SEATS, `${successes.length} were given: ${JSON.stringify(decided)}`);
        for (const { state, because } of decided.filter((each) => !successes.includes(each)))
          must(
            state === 'failed' && String(because).includes('what all together may give'),
            `One is ${state}, because of ${because}.`,
          );
        const { json } = await one(`/api/customers/${customers[0]}/gestures`);
        const kind = json.kinds.find((each: GivenGesture) => each.kind === 'early-access');
        must(kind.why !== undefined && kind.budgets[0].used === SEATS, `What is left is ${JSON.stringify(kind)}`);
      },
    );

    await prove('gestures: one is done when the shop says so, and its story has who gave it and why', async () => {
      const id = await importCustomer('shipping');
      const response = await give(one, id, 'shipping-refunded', 'It came a week late.');
      must(response.status === 202, `Giving came to ${response.status}: ${response.text}`);
      await decidedFor(one, id);
      await stage.happen(id, 'shop.shipping_refunded', { gesture: response.json.gesture });
      await until(
        'the shop’s word is heard',
        async () => (await givenTo(one, id)).some(({ state }) => state === 'confirmed'),
        { every: 500 },
      );
      const story = await until(
        'the story has it',
        async () => {
          const { json } = await one(`/api/customers/${id}`);
          const lines: string[] = json.timeline.map(
            ({ title, reason = '' }: { title: string; reason?: string }) => `${title} (${reason})`,
          );
          return lines.some((line) => line.startsWith('A gesture is done')) ? lines.join('; ') : undefined;
        },
        { every: 500 },
      );
      must(
        story.includes('by gifts-one@acme.example') && story.includes('“It came a week late.”'),
        `The story says: ${story}`,
      );
    });

    await prove('gestures: who looks chooses nothing, and of two taps at once one is reserved, once', async () => {
      const id = treated('gifts-choice');
      const links = await whoIsToChoose(stage, id);
      const kinds = ['credit-14-days', 'points-200'];
      must(
        kinds.every((kind) => links.has(kind)),
        `The letter has ${[...links.keys()].join()} to choose from.`,
      );
      const customerBudget = async (): Promise<number> => {
        const { json } = await one(`/api/customers/${id}/gestures`);
        return json.budgets.find(({ scope }: { scope: string }) => scope === 'customer').used;
      };
      // As a scanner of links does: each of them, and twice.
      for (const link of [...links.values(), ...links.values()])
        must((await openPage(stage, link, { method: 'GET' })).ok, 'A page to choose on is not there.');
      const looked = await givenTo(one, id);
      must(looked.length === 0 && (await customerBudget()) === 0, `A look chose ${JSON.stringify(looked)}`);
      const [link = ''] = links.values();
      await Promise.all(kinds.map((answer) => press(stage, link, { answer })));
      const state = await stage.stands(id, 'has one that is reserved', ({ gestures = [] }) =>
        gestures.some(({ reserved }) => reserved === true),
      );
      const standing = (state.gestures ?? []).filter(({ state }) => state !== 'failed');
      must(standing.length === 1, `They have ${JSON.stringify(state.gestures)}`);
      const cost = standing[0]?.kind === 'points-200' ? 200 : 1400;
      const amount = await until('the budget has it once', async () => ((await customerBudget()) === cost ? cost : 0), {
        every: 500,
      });
      must(amount === cost, `The budget has ${amount}.`);
    });

    await prove('gestures: an agent gives one by a click and a yes, and sees that it is on its way', async () => {
      const id = await importCustomer('click');
      const desk = await openDesk(run, browser, 'agent', `/customers/${id}`, 'gifts-desk@acme.example');
      const { page, errors } = desk;
      await page.getByRole('button', { name: 'Give: a letter' }).click();
      await page.getByLabel('Why, for colleagues').fill('Their mother died.');
      await page.getByRole('button', { name: 'Give it', exact: true }).click();
      const lately = page.getByRole('region', { name: 'Given lately' });
      await lately.getByText('A letter').waitFor();
      await lately.getByText('done', { exact: true }).waitFor();
      await page.getByText('4 of 5 left for you this month').waitFor();
      must(errors.length === 0, `The page said: ${errors.join('\n')}`);
      const [gesture] = await givenTo(two, id);
      must(gesture?.by === 'gifts-desk@acme.example', `It is ${JSON.stringify(gesture)}`);
    });
  } finally {
    await browser.close();
  }
};
