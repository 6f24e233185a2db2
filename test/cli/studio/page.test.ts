import { describe, expect, it } from 'vitest';
import { live, signedUp } from './support.ts';

const asPerson = { headers: { accept: 'text/html' } };

describe('the page', () => {
  it('prints what customers wrote as text, wherever it stands', async () => {
    const { post, app } = await live();
    const evil = '"><script>alert(1)</script>';
    await post('/events', signedUp(evil, { firstName: evil }));
    for (const path of ['/', `/?q=${encodeURIComponent(evil)}`, `/?customer=${encodeURIComponent(evil)}`]) {
      const page = await (await app.request(path)).text();
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toContain('<script');
    }
  });

  it('lets no script run and nothing be loaded', async () => {
    const { app } = await live();
    const policy = (await app.request('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('tells what happened in words, and shows an email in a frame without rights', async () => {
    const { post, app } = await live();
    await post('/events', signedUp('ada'));
    const page = await (await app.request('/?customer=ada')).text();
    expect(page).toContain('Entered Onboarding');
    expect(page).toMatch(/Sent “.+” by email/);
    expect(page).toContain('You created your account on 5 October 2026');
    expect(page).toMatch(/<iframe sandbox="" [^>]*srcdoc="&lt;/);
  });

  it('says of each decision what it rested on, and what would have changed it', async () => {
    const { post, app } = await live();
    const opened = { source: 'desk', 'detail-type': 'support.ticket_opened' };
    await post(
      '/events',
      JSON.stringify({ ...opened, detail: { customerId: 'ada', ticketId: 't1', subject: 'Help' } }),
    );
    await post('/events', signedUp('ada'));
    const page = await (await app.request('/?customer=ada')).text();
    expect(page).toMatch(/Open: ticket t1, since Mon, 5 Oct 2026/);
    expect(page).toContain('Once ticket t1 is closed, or after ');
  });

  it('shows mood as a line over time with what moved it, and nothing where nothing was heard', async () => {
    const { post, app, clock } = await live();
    await post('/events', signedUp('ada'));
    expect(await (await app.request('/?customer=ada')).text()).not.toContain('what moved it');
    const gave = (score: number) => ({
      source: 'desk',
      'detail-type': 'feedback.received',
      detail: { customerId: 'ada', scale: 'csat', score },
    });
    await post('/events', gave(1));
    clock.now += 3_600_000;
    await post('/events', gave(5));
    const page = await (await app.request('/?customer=ada')).text();
    expect(page).toContain('Mood over time, and what moved it');
    expect(page).toMatch(/<svg class="moods" [^>]*role="img" aria-label="Mood from [^"]+: lowest -0.67, now 0.00"/);
    expect(page).toMatch(/<circle class="negative"[\s\S]*<circle class="positive"/);
    expect(page).toMatch(/Scored 1 of 5 [^<]*<span class="soft">0.00 to -0.67/);
  });

  it('answers people with a page also when there is nothing', async () => {
    const { app } = await live();
    const nothing = await app.request('/nothing', asPerson);
    expect(nothing.status).toBe(404);
    expect(nothing.headers.get('content-type')).toContain('text/html');
    expect((await app.request('/?customer=nobody', asPerson)).status).toBe(404);
  });

  it('has a button that moves time on and comes back to the same customer, nowhere else', async () => {
    const { post, app, clock, studio } = await live();
    await post('/events', signedUp('ada'));
    const form = (back: string) => new URLSearchParams({ advance: '3 days', back }).toString();
    const moved = await post('/clock', form('/?customer=ada'), asPerson.headers);
    expect([moved.status, moved.headers.get('location')]).toEqual([303, '/?customer=ada']);
    expect(studio.now).toBe(clock.now + 3 * 86_400_000);
    const astray = await post('/clock', form('https://elsewhere.example/'), asPerson.headers);
    expect(astray.headers.get('location')).toBe('/');
    expect((await app.request('/summary')).status).toBe(200);
  });
});
