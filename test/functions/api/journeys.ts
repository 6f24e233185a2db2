import { describe, expect, it } from 'vitest';
import { type ApiWorld, event, signedUp } from './world.ts';

/** Journeys, as every world has them. */
export const describeJourneys = (open: () => Promise<ApiWorld>): void => {
  describe('journeys', () => {
    it('are listed with who is in them', async () => {
      const world = await open();
      await world.send(signedUp('ada'), signedUp('bo'));
      const { items } = await world.as('viewer')('listJourneys', {});
      expect(items.map(({ journey }) => journey)).toEqual([
        'broken-promise',
        'first-support',
        'onboarding',
        'promise-at-risk',
        'proposals',
        'renewal',
        'service-recovery',
        'you-said-we-did',
        'unreached',
      ]);
      expect(items.find(({ journey }) => journey === 'onboarding')).toMatchObject({
        title: 'Onboarding',
        isPaused: false,
        running: 2,
        resting: { listening: 2, waiting: 0, held: 0 },
        week: { entered: 2, sent: 2 },
      });
    });

    it('are graphs in the order of the YAML, with numbers on each step', async () => {
      const world = await open();
      await world.send(signedUp('ada'));
      const { steps, edges, path } = await world.as('viewer')('readJourney', {
        params: { journey: 'onboarding' },
        query: {},
      });
      expect(path[0]).toBe('send-welcome');
      const ids = new Set(['start', 'end', ...steps.map(({ id }) => id)]);
      expect(edges.filter(({ from, to }) => !(ids.has(from) || from.startsWith('exit:')) || !ids.has(to))).toEqual([]);
      expect(edges).toContainEqual({ from: 'start', to: 'send-welcome' });
      const welcome = steps.find(({ id }) => id === 'send-welcome');
      expect(welcome).toMatchObject({ kind: 'send', moment: 'welcome', depth: 0, figures: { sent: 1 } });
      const listening = steps.filter(({ resting }) => resting.listening > 0);
      expect(listening).toMatchObject([{ kind: 'listen', canRest: true, resting: { listening: 1 } }]);
      for (const { branches } of steps)
        for (const branch of branches) for (const id of branch.steps) expect(ids).toContain(id);
    });

    it('tell who rests at a step, a page at a time', async () => {
      const world = await open();
      await world.send(...['ada', 'bo', 'cy'].map((id) => signedUp(id)));
      const ask = world.as('agent');
      const { steps } = await ask('readJourney', { params: { journey: 'onboarding' }, query: {} });
      const step = steps.find(({ resting }) => resting.listening > 0)?.id ?? '';
      const params = { journey: 'onboarding', step };
      const first = await ask('peopleAtStep', { params, query: { count: 2 } });
      const rest = await ask('peopleAtStep', { params, query: { count: 2, after: first.next } });
      expect(first.items).toHaveLength(2);
      expect(rest.next).toBeUndefined();
      const people = [...first.items, ...rest.items];
      expect(people.map(({ customer }) => customer).toSorted()).toEqual(['ada', 'bo', 'cy']);
      expect(people[0]).toMatchObject({ name: 'Ada', zone: 'Europe/London', doing: 'listening' });
    });

    it('that are paused hold what they would send, and go on afterwards', async () => {
      const world = await open();
      const ask = world.as('marketer');
      const paused = await ask('pauseJourney', { params: { journey: 'onboarding' } });
      expect(paused).toMatchObject({ journey: 'onboarding', isPaused: true });
      await world.send(signedUp('ada'));
      const journey = await ask('readJourney', { params: { journey: 'onboarding' }, query: {} });
      expect(journey).toMatchObject({ isPaused: true, resting: { held: 1, heldFor: { 'journey-paused': 1 } } });
      expect(await ask('resumeJourney', { params: { journey: 'onboarding' } })).toMatchObject({ isPaused: false });
      await world.send(event('feedback.received', { customerId: 'ada', scale: 'csat', score: 5 }));
      const gone = await ask('readJourney', { params: { journey: 'onboarding' }, query: {} });
      expect(gone).toMatchObject({ isPaused: false, resting: { held: 0 }, week: { sent: 1 } });
    });

    it('that are not there are named beside those that are', async () => {
      const world = await open();
      const answer = await world.request('/api/journeys/onbording', {}, 'viewer');
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({
        status: 404,
        detail: expect.stringMatching(/no journey "onbording".*onboarding/),
      });
      expect((await world.request('/api/journeys/onboarding/steps/nowhere/people', {}, 'agent')).status).toBe(404);
    });
  });
};
