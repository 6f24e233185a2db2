import { describe, expect, it } from 'vitest';
import { why } from '../../../core/explain/why.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, journey, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

/** Somebody whose welcome waits for an incident, and goes out a day later. */
const waitOnce = async () => {
  const workflows = catalogue();
  const ada = oneCustomer(workflows);
  await ada.event('start');
  await ada.event('fail', { ref: 'f1' });
  const task = ada.task('hello', 'welcome');
  await ada.send(task);
  ada.clock.now += DAY;
  await ada.event('mend', { ref: 'f1' });
  ada.clock.now += 3 * DAY;
  await ada.send(task);
  await ada.record(task);
  return { workflows, record: { customer: 'ada', timeline: ada.journal, state: await ada.state() } };
};

describe('tactful why', () => {
  it('puts the holds of a step together, newest last, with reason, evidence and what would have changed it', async () => {
    const { workflows, record } = await waitOnce();
    const { lines } = why(record, workflows, {});
    const text = lines.join('\n');
    expect(text).toContain('hello [hello], entered Mon, 2 Mar 2026, 10:00 +00:00 after start');
    expect(text.indexOf('Held “welcome”')).toBeLessThan(text.indexOf('Sent “welcome” to their inbox'));
    expect(text).toMatch(/why +something of theirs was still open \(open-incident\)\n +rests on +Open: failure f1/);
    expect(text).toMatch(/otherwise +Once failure f1 is closed/);
    expect(text).toContain(
      'It had waited since Mon, 2 Mar 2026, 10:00 +00:00 (4 days); the last reason: something of theirs was still open.',
    );
  });

  it('says how it was for them at a time, and nothing of what came later', async () => {
    const { workflows, record } = await waitOnce();
    const { lines } = why(record, workflows, { at: '2026-03-02 12:00' });
    const text = lines.join('\n');
    expect(lines[0]).toContain('ada: 1 decision.');
    expect(text).toMatch(/mood +neutral, 0\.00/);
    expect(text).toMatch(/open +failure f1, since Mon, 2 Mar 2026, 10:00 \+00:00/);
    expect(text).toMatch(/held +“welcome” \[welcome\] at hello\/send-welcome since/);
    expect(why(record, workflows, { at: '2026-03-04' }).lines.join('\n')).toMatch(/open +nothing/);
    expect(text).not.toContain('Sent');
  });

  it('says of each promise what became of it by then, and names a broken one where something waits for it', async () => {
    const sorry = moment('sorry', { promises: { within: 3600, kept: [{ on: 'done' }], fields: [] } });
    const workflows = catalogue({ moments: { sorry } });
    const ada = oneCustomer(workflows);
    await ada.event('fail', { ref: 'f1' });
    await ada.sent(ada.task('repair', 'sorry'));
    await ada.finish('repair');
    await ada.event('mend', { ref: 'f1' });
    ada.clock.now += DAY;
    await ada.event('start');
    await ada.send(ada.task('hello', 'welcome'));
    const textAt = async (at?: string) =>
      why({ customer: 'ada', timeline: ada.journal, state: await ada.state() }, workflows, { at }).lines.join('\n');
    expect(await textAt('2026-03-02 10:30')).toMatch(
      /Promised\n {2}“sorry” \[sorry\], said .+, by .+ 11:00 .+: it is owed/,
    );
    expect(await textAt()).toContain(': it was broken, and is owed still');
    expect(await textAt()).toMatch(/rests on +Open: the promise of sorry, since/);
    await ada.event('done');
    expect(await textAt()).toMatch(/: it was kept late Tue, 3 Mar 2026, 10:00 \+00:00 by done/);
  });

  it('says what kept them out of a journey', async () => {
    const hello = journey('hello', 'start', { enter: { on: ['start'], again: 'never', when: 'event.plan = "team"' } });
    const workflows = catalogue({ journeys: { hello } });
    const ada = oneCustomer(workflows);
    await ada.event('start');
    const { lines } = why({ customer: 'ada', timeline: ada.journal, state: await ada.state() }, workflows, {});
    const text = lines.join('\n');
    expect(text).toMatch(
      /Not entered\n {2}Mon, 2 Mar 2026, 10:00 \+00:00 {2}hello \[hello\] after start \(condition\)/,
    );
    expect(text).toContain('Its condition was not true: event.plan = "team"');
  });

  it('gives the same to programs', async () => {
    const { workflows, record } = await waitOnce();
    const { decisions, zone } = JSON.parse(why(record, workflows, { json: true }).lines.join('\n'));
    expect(zone).toBe('Europe/London');
    expect(decisions).toMatchObject([
      { decision: { outcome: 'held' }, named: { incidents: [{ incident: 'failure:f1' }] } },
      { decision: { outcome: 'sent' }, otherwise: [] },
    ]);
  });

  it('asks for a time that it can read, and for somebody who is known', async () => {
    const { workflows, record } = await waitOnce();
    expect(why(record, workflows, { at: 'monday' })).toEqual({
      ok: false,
      lines: ['--at is "monday"; it should be such as 2026-03-11, "2026-03-11 10:00" or 2026-03-11T09:00:00Z.'],
    });
    expect(why({ customer: 'bo', timeline: [] }, workflows, {})).toEqual({
      ok: false,
      lines: ['Nothing is on record of "bo".'],
    });
  });

  it('says until when an incident counts that nobody closes, and by what rule another one continued it', async () => {
    const failure = { lasts: 14 * 86_400, merge: 7200 };
    const merging = catalogue({ policy: { ...policy, incidents: { failure } } });
    const ada = oneCustomer(merging);
    for (const ref of ['f1', 'f2']) {
      await ada.event('fail', { ref });
      if (ref === 'f1') await ada.event('mend', { ref });
      await ada.finish('repair').catch(() => {});
    }
    const record = { customer: 'ada', timeline: ada.journal, state: await ada.state() };
    const text = why(record, merging, { at: '2026-03-02 12:00' }).lines.join('\n');
    expect(text).toContain('if nobody closes it, it counts until Mon, 16 Mar 2026, 10:00 +00:00');
    expect(text).toContain('(continued)');
    expect(text).toContain('policy.yaml says incidents: { failure: { merge: 2 hours } }.');
  });
});
