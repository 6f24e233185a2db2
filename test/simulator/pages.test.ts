import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../language/catalogue/milliseconds.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { createWorldPages, openLinks } from '../../simulator/pages.ts';
import { loadProject } from '../../simulator/project.ts';
import type { World } from '../../simulator/world/world.ts';

const project = await loadProject('workflows');
const T0 = Date.parse('2026-03-02T10:00:00Z');

/** Iris, whom a failure was made up for, and who is asked whether she trusts us. */
const whoIsAsked = async (locale = 'en-GB') => {
  let world: World | undefined;
  const now = () => world?.now ?? T0;
  const links = openLinks('', now);
  const errors: unknown[] = [];
  const open = openWorld(project, { now: T0, links, report: (error) => errors.push(error) });
  world = open;
  let events = 0;
  const newId = () => `e${++events}`;
  const say = (type: string, detail: object) =>
    open.arrive({
      id: newId(),
      source: 'acme',
      'detail-type': type,
      time: new Date(open.now).toISOString(),
      detail: { customerId: 'iris', ...detail },
    });
  await open.introduce('iris', { email: 'iris@example.com', since: '2025-06-01', locale, zone: 'Europe/Berlin' });
  await say('service.failure_detected', { failureId: 'f1', service: 'sync', severity: 'minor' });
  await open.passUntil(T0 + 3 * HOUR);
  await say('service.restored', { failureId: 'f1' });
  await say('loyalty.points_added', { reference: 'f1' });
  await open.passUntil(T0 + 5 * DAY);
  const letter = open.outbox.of('iris').findLast(({ moment }) => moment === 'trust-question');
  const pages = createWorldPages({
    links,
    catalogue: project.catalogue,
    world: () => open,
    arrive: open.arrive,
    newId,
    report: (error) => errors.push(error),
  });
  const sent = (moment: string) => open.outbox.of('iris').filter((one) => one.moment === moment).length;
  const tap = (score: number) =>
    /href="([^"]*\/answer\/[^"]*answer=1)"/.exec(letter?.html ?? '')?.[1]?.replace(/\d$/, `${score}`) ?? '';
  const post = (path: string, fields: Record<string, string>) =>
    pages.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { world: open, pages, letter, tap, post, say, sent, errors };
};

describe('a question in a message of a world', () => {
  it('has a button and a line for each answer, which lead to the page', async () => {
    const { pages, letter, tap } = await whoIsAsked();
    expect(letter?.html?.match(/class="button answer"|aria-label="(1 \(no\)|5 \(yes\))"/g)).toHaveLength(5 + 2);
    expect(letter?.text).toContain(`1 (no): ${tap(1)}\n2: ${tap(2)}`);
    const page = await pages.request(tap(4));
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/value="4" required\s+checked/);
  });

  it('is answered by the button of the page alone, and moves the journey, the fact and the mood', async () => {
    const { world, pages, tap, post, errors } = await whoIsAsked();
    for (const method of ['GET', 'HEAD', 'GET']) await pages.request(tap(1), { method });
    expect((await world.customer('iris'))?.answers).toEqual({});
    const answered = await post(tap(1), { answer: '1', text: 'Nobody told us anything.' });
    expect(await answered.text()).toContain('Your answer is with us: 1.');
    const state = await world.customer('iris');
    expect(state?.answers.trust).toMatchObject({ score: 1 });
    expect(state?.evidence.map(({ value }) => value)).toContain(-1);
    const entries = world.timeline.of('iris');
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'decision', moment: 'trust-call', outcome: 'sent' }),
    );
    expect(errors).toEqual([]);
  });

  it('is answered once, whoever changes their mind, until the time is over', async () => {
    const { world, pages, tap, post } = await whoIsAsked();
    await post(tap(4), { answer: '4' });
    await world.passUntil(world.now + HOUR);
    expect(await (await pages.request(tap(4).replace(/\?.*/, ''))).text()).toMatch(/value="4" required\s+checked/);
    await post(tap(4), { answer: '2' });
    const state = await world.customer('iris');
    expect(state?.answers.trust).toMatchObject({ score: 2 });
    expect(state?.evidence.filter(({ event }) => event === 'feedback.received').map(({ value }) => value)).toEqual([
      -0.5,
    ]);
    await world.passUntil(world.now + 32 * DAY);
    const late = await post(tap(4), { answer: '5' });
    expect(late.status).toBe(410);
    expect((await world.customer('iris'))?.answers.trust).toMatchObject({ score: 2 });
  });

  it('is answered under the id that a person goes on under', async () => {
    const { world, tap, post, say } = await whoIsAsked();
    await say('customer.merged', { from: 'iris', into: 'iris-2' });
    await post(tap(5), { answer: '5' });
    expect((await world.customer('iris-2'))?.answers.trust).toMatchObject({ score: 5 });
  });

  it('also shows the choices and the reason of the same message', async () => {
    const { pages, letter } = await whoIsAsked();
    for (const use of ['why', 'preferences', 'unsubscribe']) {
      const path = new RegExp(`"(/${use}/[\\w-]+)"`).exec(letter?.html ?? '')?.[1] ?? '';
      expect((await pages.request(path)).status).toBe(200);
    }
  });
});
