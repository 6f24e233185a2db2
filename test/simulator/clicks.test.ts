import { expect, it } from 'vitest';
import { DAY, MINUTE } from '../../language/catalogue/milliseconds.ts';
import { compileProject } from '../../simulator/compile-project.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { createWorldPages, openLinks } from '../../simulator/pages.ts';
import type { World } from '../../simulator/world/world.ts';
import { MOMENT, POLICY, read, withSteps } from '../language/read/fixture.ts';

const T0 = Date.parse('2026-03-02T10:00:00Z');
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

const STEPS = `- send: welcome
- listen: message.clicked
  where: heard.moment = "welcome" and heard.link = "https://shop.example/tour"
  within: 5 days
  heard: [ { emit: points.granted, with: { points: 5 } } ]
`;

/** Somebody who got an email with a link, in a world that counts links. */
const whoGotLink = async () => {
  const { definitions, problems } = read({
    'policy.yaml': `${POLICY}measure: clicks\n`,
    'journeys/onboarding.yaml': withSteps(STEPS),
    'moments/welcome.md': MOMENT.replace(/\n---\n[\s\S]*$/, '\n---\n[The tour](https://shop.example/tour)\n'),
  });
  if (!definitions) expect.fail(JSON.stringify(problems));
  const project = compileProject(definitions, []);
  let world: World | undefined;
  const links = openLinks('', () => world?.now ?? T0);
  const open = openWorld(project, { now: T0, links });
  world = open;
  let events = 0;
  const newId = () => `e${++events}`;
  const detail = { customerId: 'ada', email: 'ada@example.com', plan: 'solo' };
  await open.arrive({ id: newId(), source: 'acme', 'detail-type': 'customer.signed_up', detail });
  await open.passUntil(T0 + 10 * MINUTE);
  const pages = createWorldPages({
    links,
    catalogue: project.catalogue,
    world: () => open,
    arrive: open.arrive,
    newId,
    report: (error) => expect.fail(String(error)),
  });
  const html = open.outbox.of('ada')[0]?.html ?? '';
  const link = /href="([^"]*\/c\/[^"]+)"/.exec(html)?.[1] ?? expect.fail(html);
  const follow = () => pages.request(link, { headers: BROWSER });
  const deliveries = () => open.timeline.of('ada').filter((entry) => entry.kind === 'delivery');
  return { world: open, pages, links, follow, deliveries };
};

it('a link that is opened is heard by its journey, told once, and counted at its step; it is no sign of life', async () => {
  const { world, follow, deliveries } = await whoGotLink();
  const before = (await world.customer('ada'))?.lastHeardAt;
  expect((await follow()).headers.get('location')).toBe('https://shop.example/tour');
  await follow();
  expect(deliveries()).toMatchObject([{ status: 'clicked', step: 'send-welcome', link: 'https://shop.example/tour' }]);
  expect((await world.customer('ada'))?.lastHeardAt).toBe(before);
  const points = world.timeline.of('ada').filter((one) => one.kind === 'decision' && one.moment === 'points.granted');
  expect(points).toMatchObject([{ outcome: 'sent' }]);
  const day = new Date(world.now).toISOString().slice(0, 10);
  const rows = (await world.census?.counts.of('onboarding', { from: day, to: day })) ?? [];
  expect(rows.filter(({ value }) => value === 'clicked')).toMatchObject([{ step: 'send-welcome', count: 1 }]);
});

it('who refuses on the page of preferences is counted no more, by links of emails before either', async () => {
  const { world, pages, links, follow, deliveries } = await whoGotLink();
  const body = new URLSearchParams({ measuring: 'stop' });
  const answer = await pages.request(links.preferences('ada'), { method: 'POST', body });
  const page = await pages.request(`/preferences/${answer.headers.get('location')}`);
  expect(await page.text()).toContain('From now on nothing that you open is counted');
  expect((await world.customer('ada'))?.consent['measure:clicks']).toMatchObject({ choice: 'withdrawn' });
  expect((await follow()).status).toBe(302);
  expect(deliveries()).toEqual([]);
  await world.passUntil(T0 + 6 * DAY);
  expect(world.timeline.of('ada').some((one) => one.kind === 'decision' && one.moment === 'points.granted')).toBe(
    false,
  );
});
