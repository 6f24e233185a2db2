import { describe, expect, it } from 'vitest';
import { type ApiWorld, signedUp } from './world.ts';

/** Moments, as every world has them. */
export const describeMoments = (open: () => Promise<ApiWorld>): void => {
  describe('moments', () => {
    it('are listed with where they are sent, in which languages, and how often they were', async () => {
      const world = await open();
      await world.send(signedUp('ada'));
      const { items } = await world.as('viewer')('listMoments', {});
      expect(items.find(({ moment }) => moment === 'welcome')).toMatchObject({
        languages: ['default', 'fr'],
        uses: [{ journey: 'onboarding', step: 'send-welcome' }],
        week: { sent: 1 },
        files: ['moments/welcome.md', 'moments/welcome.fr.md'],
      });
      const { copy, settings } = await world.as('viewer')('readMoment', { params: { moment: 'welcome' } });
      expect(Object.keys(copy)).toEqual(['default', 'fr']);
      expect(settings.channels).toContain('email');
    });

    it('are shown as they go out on every channel in every language: the very mail, its headers and links', async () => {
      const world = await open();
      const ask = world.as('viewer');
      const { renderings, problems } = await ask('previewMoment', { params: { moment: 'welcome' }, body: {} });
      expect(problems).toEqual([]);
      expect(renderings.map(({ channel, locale }) => `${channel} ${locale}`)).toContain('email fr');
      const [email] = renderings;
      expect(email?.html).toContain('<!doctype html>');
      expect(email?.headers['List-Unsubscribe']).toBeDefined();
      expect(email?.links.length).toBeGreaterThan(1);
      const { renderings: texts } = await ask('previewMoment', { params: { moment: 'outage-notice' }, body: {} });
      expect(texts.find(({ channel }) => channel === 'sms')?.sms).toMatchObject({ encoding: 'GSM-7', costly: [] });
    });

    it('are shown to a customer as they would read them, to those who may see customers', async () => {
      const world = await open();
      await world.send(signedUp('ada', { firstName: '‮Zoë <b>' }));
      const params = { moment: 'welcome' };
      const seen = await world.as('agent')('previewMoment', { params, body: { customer: 'ada' } });
      expect(seen.renderings[0]?.subject).toContain('Zoë');
      expect(seen.renderings[0]?.html).not.toContain('<b>,');
      const body = JSON.stringify({ customer: 'ada' });
      const refused = await world.request(
        '/api/moments/welcome/preview',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body },
        'viewer',
      );
      expect(refused.status).toBe(403);
    });

    it('are sent once to a test address, marked as a test, on whose behalf nothing is counted', async () => {
      const world = await open();
      const ask = world.as('marketer');
      const params = { moment: 'welcome' };
      const sent = await ask('testSend', { params, body: { channel: 'email', to: 'me@example.com' } });
      expect(sent).toMatchObject({ to: 'me@example.com', says: expect.stringContaining('me@example.com') });
      const { items } = await ask('listMoments', {});
      expect(items.find(({ moment }) => moment === 'welcome')?.week.sent).toBe(0);
      const wrong = await world.request(
        '/api/moments/welcome/test-send',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"channel":"sms","to":"+44123"}' },
        'marketer',
      );
      expect(wrong.status).toBe(422);
    });
  });
};
