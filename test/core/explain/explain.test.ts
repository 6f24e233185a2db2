import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { explain } from '../../../core/explain/explain.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType, journey, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const text = { type: 'text' as const, optional: false, provenance: 'stated' as const };
const iso = (at: number): string => new Date(at).toISOString();

const workflows = catalogue({
  events: {
    wish: eventType({
      consent: { topic: 'topic', channel: 'channel', choice: 'choice' },
      fields: { topic: { ...text, optional: true }, channel: { ...text, optional: true }, choice: text },
    }),
    start: eventType({ sets: { zone: 'zone' }, fields: { zone: { ...text, optional: true } } }),
  },
  journeys: {
    sale: journey('sale', 'start', {
      purpose: 'promotional',
      steps: { again: { kind: 'send', moment: 'offer', purpose: 'promotional' } },
    }),
  },
  moments: {
    offer: moment('offer', { topic: 'offers' }),
    more: moment('more'),
    last: moment('last'),
    mail: moment('mail', { channels: ['email'] }),
  },
  policy: { ...policy, quietHours: { from: '21:00', to: '08:00', spread: 0 } },
});

/** Somebody in `hello` and `sale`, who is written to by the inbox. */
const begin = async () => {
  const ada = oneCustomer(workflows);
  await ada.event('start', { zone: 'Europe/Berlin' });
  return ada;
};
type Ada = Awaited<ReturnType<typeof begin>>;

const explainAll = async (ada: Ada, by: Catalogue = workflows, timeline: JournalEntry[] = ada.journal) =>
  explain({ customer: 'ada', timeline, state: await ada.state() }, by, { zone: 'Europe/Berlin' }).decisions;

const lastOf = async (ada: Ada, by?: Catalogue, timeline?: JournalEntry[]) => {
  const { decision, named, ...explanation } = (await explainAll(ada, by, timeline)).at(-1)!;
  return {
    ...explanation,
    named,
    reason: decision.reason,
    all: [...explanation.rested, ...explanation.otherwise].join('\n'),
  };
};

const moodSignal = (value: number) => ({ signals: [{ value, weight: 1, because: `felt ${value}` }] });

const sendAndRecord = async (ada: Ada, name: string) => {
  await ada.send(ada.task('hello', name));
  await ada.record(ada.task('hello', name));
};

describe('a decision is explained from the record', () => {
  it('mood by the least without which it would not have been negative, and when it fades', async () => {
    const ada = await begin();
    await ada.event('reply', { ref: 'a' }, moodSignal(-0.5));
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: 'b' }, moodSignal(-0.55));
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: 'c' }, moodSignal(-0.1));
    await ada.send(ada.task('hello', 'welcome'));
    const why = await lastOf(ada);
    expect(why.reason).toBe('negative-sentiment');
    expect(why.named.without).toEqual([{ event: 'reply', at: iso(T0 + HOUR), score: expect.any(Number) }]);
    expect(why.all).toContain('reply on Mon, 2 Mar 2026, 12:00 +01:00 (-0.55: felt -0.55)');
    expect(why.all).toMatch(/Without what reply of Mon, 2 Mar 2026, 12:00 \+01:00 told, mood would have been -0\.\d\d/);
    expect(why.named.ends).toBe((await explainAll(ada)).at(-1)?.decision.until);
  });

  it('a strong sign by the quiet that it asked for, though the score is fine', async () => {
    const ada = await begin();
    await ada.event('reply', { ref: 'a' }, moodSignal(-0.7));
    for (const ref of ['b', 'c', 'd']) await ada.event('reply', { ref }, moodSignal(1));
    await ada.send(ada.task('hello', 'welcome'));
    expect((await lastOf(ada)).all).toContain(
      'a sign at -0.60 or below kept things quiet until Thu, 5 Mar 2026, 11:00',
    );
  });

  it('an incident by its name, since when, and what closes it', async () => {
    const ada = await begin();
    await ada.event('fail', { ref: 'f1' });
    ada.clock.now += 2 * DAY;
    await ada.send(ada.task('hello', 'welcome'));
    const why = await lastOf(ada);
    expect(why.rested).toEqual([
      'Open: failure f1, since Mon, 2 Mar 2026, 11:00 +01:00 (2 days); if nobody closes it, it counts until Wed, 1 Apr 2026, 12:00 +02:00.',
      'The policy for relationship messages says whenIncident: hold.',
    ]);
    expect(why.otherwise[0]).toBe(
      'Once failure f1 is closed, or after Wed, 1 Apr 2026, 12:00 +02:00, this is not in its way any more.',
    );
    expect(why.otherwise[1]).toContain('Patience for it ends on');
  });

  it('patience that is over by itself, whatever else the channel had to do meanwhile', async () => {
    const { repair: _, ...journeys } = workflows.journeys;
    const ada = oneCustomer({ ...workflows, journeys });
    await ada.event('start', { zone: 'Europe/Berlin' });
    const welcome = ada.task('hello', 'welcome');
    await ada.event('fail', { ref: 'f1' });
    await ada.send(welcome, 'a1');
    await ada.event('mend', { ref: 'f1' });
    await ada.send(welcome, 'a2');
    await ada.record(welcome, 'busy', 'a2');
    ada.clock.now += HOUR / 2;
    await ada.event('fail', { ref: 'f2' });
    for (let day = 0; ada.decisions().at(-1)?.outcome === 'held' && day < 60; day++) {
      await ada.send(welcome, `d${day}`);
      ada.clock.now += DAY;
    }
    const why = await lastOf(ada);
    expect(why.reason).toBe('patience:open-incident');
    expect(why.all).toContain('It had waited since');
    expect(why.all).not.toContain('was less then');
    expect(Date.parse(String(why.named.patienceEnds))).toBeLessThanOrEqual(ada.clock.now);
  });

  it.each([
    [undefined, 'from 14:00 to 18:00'],
    [['mon' as const, 'thu' as const], 'from 14:00 to 18:00, Monday, Thursday'],
    [['wed', 'mon', 'tue'] as const, 'from 14:00 to 18:00, Monday to Wednesday'],
  ])('what a message waited for in words, its hours as its copy says them: %s', async (days, hours) => {
    const window = { from: '14:00', to: '18:00', ...(days && { days: [...days] }) };
    const waiting = { ...workflows, moments: { ...workflows.moments, tip: { ...workflows.moments.tip!, window } } };
    const ada = oneCustomer(waiting);
    await ada.event('start', { zone: 'Europe/Berlin' });
    await sendAndRecord(ada, 'tip');
    ada.clock.now += 4 * HOUR;
    await sendAndRecord(ada, 'tip');
    const { rested } = (await explainAll(ada, waiting)).at(-1)!;
    expect(rested).toContain(
      `It had waited since Mon, 2 Mar 2026, 11:00 +01:00 (4 hours); the last reason: not the time of day for it, which is ${hours}.`,
    );
  });

  it('the gap by the message before it', async () => {
    const ada = await begin();
    await sendAndRecord(ada, 'welcome');
    ada.clock.now += HOUR;
    await ada.send(ada.task('hello', 'tip'));
    const why = await lastOf(ada);
    expect(why.named.messages).toMatchObject([{ step: 'send-welcome', at: iso(T0) }]);
    expect(why.otherwise.slice(0, 2)).toEqual([
      'The gap is over on Tue, 3 Mar 2026, 07:00 +01:00.',
      'Had that message not gone out, and nothing else in its place, it would not have waited for the gap.',
    ]);
  });

  it('the gap after a message that nobody knows of by when the gate lets the next one go', async () => {
    const ada = await begin();
    await ada.send(ada.task('hello', 'welcome'));
    ada.clock.now += HOUR;
    await ada.send(ada.task('hello', 'welcome'), 'a2');
    expect(ada.outcomes().at(-1)).toBe('send-welcome unknown no-receipt');
    const tip = ada.task('hello', 'tip');
    await ada.send(tip);
    const why = await lastOf(ada);
    expect(why.reason).toBe('gap');
    ada.clock.now = Date.parse(why.named.ends ?? '') - 1;
    await ada.send(tip, 'a2');
    expect(ada.standing('hello')?.held?.reason).toBe('gap');
    ada.clock.now++;
    await ada.send(tip, 'a3');
    expect(ada.standing('hello')?.held?.reason).not.toBe('gap');
  });

  it('a cap by what an earlier turn of the same step sent', async () => {
    const ada = await begin();
    const { enrolment, ...about } = ada.task('hello', 'welcome');
    const capped = {
      ...workflows,
      moments: { ...workflows.moments, welcome: moment('welcome', { cap: { count: 1, seconds: 7 * 86_400 } }) },
    };
    const turn = (
      visit: number,
      at: number,
      outcome: 'sent' | 'held',
      reason: 'clear' | 'frequency-cap',
    ): JournalEntry => ({
      kind: 'decision',
      at: iso(at),
      customer: 'ada',
      journey: 'hello',
      enrolment,
      step: about.step,
      visit,
      moment: 'welcome',
      purpose: 'relationship',
      outcome,
      reason,
      because: 'x',
      ...(outcome === 'sent' ? { channel: 'inbox' } : {}),
    });
    const timeline = [...ada.journal, turn(1, T0, 'sent', 'clear'), turn(4, T0 + DAY, 'held', 'frequency-cap')];
    expect(await lastOf(ada, capped, timeline)).toMatchObject({ named: { messages: [{ at: iso(T0) }] } });
  });

  it('a cap by the messages that filled it, and when a slot frees', async () => {
    const ada = await begin();
    for (const name of ['welcome', 'tip', 'more']) {
      await sendAndRecord(ada, name);
      ada.clock.now += DAY;
    }
    await ada.send(ada.task('hello', 'last'));
    const why = await lastOf(ada);
    expect(why.reason).toBe('frequency-cap');
    expect(why.named.messages?.map(({ step }) => step)).toEqual(['send-more', 'send-tip', 'send-welcome']);
    expect(why.rested[0]).toBe('At most 3 per week of relationship messages, and all had gone out.');
    expect(why.otherwise[0]).toContain('frees on Mon, 9 Mar 2026, 11:00 +01:00');
  });

  it('a cap that more went out than fit under by how many are too many', async () => {
    const ada = await begin();
    for (const name of ['welcome', 'tip', 'more']) {
      await sendAndRecord(ada, name);
      ada.clock.now += DAY;
    }
    const { relationship, ...purposes } = workflows.policy.purposes;
    const cap = { count: 2, seconds: 7 * 86_400 };
    const stricter = {
      ...workflows,
      policy: { ...workflows.policy, purposes: { ...purposes, relationship: { ...relationship, cap } } },
    };
    ada.publish(stricter);
    await ada.send(ada.task('hello', 'last'));
    const why = await lastOf(ada, stricter);
    expect(why.reason).toBe('frequency-cap');
    expect(why.rested[0]).toBe('At most 2 per week of relationship messages, and 3 had gone out.');
    expect(why.named).toMatchObject({ messages: [{}, {}, {}], ends: ada.decisions().at(-1)?.until });
    expect(why.otherwise[1]).toBe(
      'Had only 1 of them gone out, and nothing else in their place, there would have been room.',
    );
  });

  it('a mute by the journey that comes first', async () => {
    const ada = await begin();
    await ada.event('fail', { ref: 'f1' });
    await ada.event('mend', { ref: 'f1' });
    await ada.send(ada.task('hello', 'welcome'));
    const why = await lastOf(ada);
    expect(why.reason).toBe('muted-by:repair');
    expect(why.named).toMatchObject({ journey: 'repair', enrolment: ada.enrolment('repair'), ends: iso(T0 + 3 * DAY) });
  });

  it('a mute by the last of a journey that they are in twice', async () => {
    const repair = journey('repair', 'fail', {
      purpose: 'care',
      enter: { on: ['fail'], again: 'always', per: 'event.ref' },
      mutes: { relationship: 3 * 86_400 },
    });
    const twice = {
      ...workflows,
      journeys: { ...workflows.journeys, repair: { ...workflows.journeys.repair!, ...repair } },
    };
    const ada = oneCustomer(twice);
    await ada.event('start', { zone: 'Europe/Berlin' });
    for (const ref of ['f1', 'f2']) {
      await ada.event('fail', { ref });
      await ada.event('mend', { ref });
      ada.clock.now += DAY;
    }
    const task = ada.task('hello', 'welcome');
    await ada.send(task);
    const why = await lastOf(ada, twice);
    expect(why.reason).toBe('muted-by:repair');
    ada.clock.now = Date.parse(why.named.ends ?? '') - 1;
    await ada.send(task, 'a2');
    expect(ada.standing('hello')?.held?.reason).toBe('muted-by:repair');
    ada.clock.now++;
    await ada.send(task, 'a3');
    expect(ada.standing('hello')?.held?.reason).not.toBe('muted-by:repair');
  });

  it('a mute by those of the journey that were there before its own', async () => {
    const each = { enter: { on: ['fail'], again: 'always' as const, per: 'event.ref' } };
    const mutes = { relationship: 3 * 86_400, care: 3 * 86_400 };
    const { hello, repair } = workflows.journeys;
    const both = {
      ...workflows,
      journeys: { hello: { ...hello!, mutes }, repair: { ...repair!, ...each, mutes } },
    };
    const ada = oneCustomer(both);
    await ada.event('fail', { ref: 'f1' });
    await ada.event('mend', { ref: 'f1' });
    ada.clock.now += HOUR;
    await ada.event('start', { zone: 'Europe/Berlin' });
    ada.clock.now += HOUR;
    await ada.event('fail', { ref: 'f2' });
    await ada.event('mend', { ref: 'f2' });
    await ada.send(ada.task('hello', 'welcome'));
    expect(await lastOf(ada, both)).toMatchObject({ reason: 'muted-by:repair', named: { ends: iso(T0 + 3 * DAY) } });
  });

  it('hours by whose they are', async () => {
    const ada = await begin();
    ada.clock.now = T0 + 11 * HOUR;
    await ada.send(ada.task('hello', 'welcome'));
    expect((await lastOf(ada)).rested).toEqual([
      'It was Monday 22:00 in Europe/Berlin; quiet hours are from 21:00 to 08:00.',
    ]);
  });

  it('a wish by its topic, and what a new word would do', async () => {
    const ada = await begin();
    await ada.send(ada.task('sale', 'offer'));
    expect((await lastOf(ada)).otherwise).toEqual(['It takes their yes to “Offers” (offers).']);
    await ada.event('wish', { topic: 'offers', choice: 'withdrawn' });
    await ada.send(ada.task('sale', 'offer', { step: 'again' }));
    expect((await lastOf(ada)).rested[0]).toContain('which they left on Mon, 2 Mar 2026, 11:00 +01:00');
  });

  it('a topic that asks for a yes by that yes alone: without their no there was none either', async () => {
    const ada = await begin();
    await ada.event('wish', { topic: 'offers', choice: 'withdrawn' });
    await ada.send(ada.task('sale', 'offer'));
    expect((await lastOf(ada)).otherwise).toEqual([
      'After a new yes to “Offers” (offers), this would not have been in its way.',
    ]);
  });

  it('a way by all that closes it, and by the topic that they do not want besides', async () => {
    const ada = await begin();
    await ada.event('wish', { channel: 'email', choice: 'withdrawn' });
    await ada.event('wish', { topic: 'tips', choice: 'withdrawn' });
    await ada.send(ada.task('hello', 'mail'));
    const why = await lastOf(ada);
    expect(why.reason).toBe('no-channel');
    expect(why.rested).toEqual([
      'No way by email: no email address is known and they left this way.',
      'It is about “Tips” (tips), which they left on Mon, 2 Mar 2026, 11:00 +01:00.',
    ]);
    expect(why.otherwise).toEqual([
      'It takes an address for email and their word that email is welcome again.',
      'Without that, or after a new yes to “Tips” (tips), this would not have been in its way.',
    ]);
  });

  it('what was not shared by that fact alone, where another was not shared either', async () => {
    const inferred = { ...text, provenance: 'inferred' as const };
    const guessing = {
      ...workflows,
      events: {
        ...workflows.events,
        guess: eventType({ sets: { size: 'size', age: 'age' }, fields: { size: inferred, age: inferred } }),
      },
      moments: { ...workflows.moments, welcome: moment('welcome', { attributes: ['size', 'age'] }) },
    };
    const ada = oneCustomer(guessing);
    await ada.event('start', { zone: 'Europe/Berlin' });
    await ada.event('guess', { size: 'large', age: 'old' });
    await ada.send(ada.task('hello', 'welcome'));
    const why = await lastOf(ada, guessing);
    expect(why.reason).toBe('data-not-shared');
    expect(why.otherwise).toEqual([
      'Had they told us size themselves or with uses: { size: <reason> } in “welcome”, size would not have been in its way.',
    ]);
  });

  it('a hard time by when it is over, or by what has to be cleared', async () => {
    const isIll = { type: 'boolean' as const, optional: true, provenance: 'stated' as const, sensitive: true as const };
    const hard = {
      ...workflows,
      events: {
        ...workflows.events,
        loss: eventType({ sensitive: true }),
        illness: eventType({ sets: { isIll: 'isIll' }, fields: { isIll } }),
      },
    };
    const explainedAfter = async (event: string) => {
      const ada = oneCustomer(hard);
      await ada.event('start', { zone: 'Europe/Berlin' });
      await ada.event(event, { isIll: true });
      ada.clock.now += DAY;
      await ada.send(ada.task('hello', 'welcome'));
      return { ada, why: await lastOf(ada, hard) };
    };
    const { ada, why } = await explainedAfter('loss');
    expect(why.reason).toBe('protected');
    expect(why.otherwise).toEqual(['After Sun, 31 May 2026, 12:00 +02:00, this would not have been in its way.']);
    ada.clock.now = Date.parse(why.named.ends ?? '');
    await ada.send(ada.task('hello', 'tip'));
    expect(ada.outcomes()).toEqual(['send-welcome suppressed protected']);
    expect((await explainedAfter('illness')).why.otherwise).toEqual([
      'Once what it set is cleared or false, this would not have been in its way.',
    ]);
  });

  it.each([
    ['cap', 'It takes room under the caps on gestures and on its event.'],
    ['lately', 'It takes a longer time since the last of its kind.'],
    ['stage-budget', 'It takes more room in its budgets.'],
    ['too-dear', 'It takes a higher `atMost` at its step.'],
    ['unfit', 'It takes another kind that fits them.'],
  ] as const)('a gesture that was not given (%s) by what that alone takes', async (why, takes) => {
    const ada = await begin();
    await sendAndRecord(ada, 'welcome');
    const suppressed = {
      ...ada.decisions().at(-1)!,
      moment: 'credit.granted',
      outcome: 'suppressed' as const,
      reason: 'no-gesture' as const,
      basis: { gestures: [{ kind: 'credit', why }] },
    };
    expect((await lastOf(ada, workflows, [suppressed])).otherwise).toEqual([takes]);
  });

  it('an event of ours by whom it is for: of care it is for the control group too', async () => {
    const gift = { kind: 'emit' as const, event: 'gift' };
    const { hello, repair } = workflows.journeys;
    const giving = {
      ...workflows,
      events: { ...workflows.events, gift: eventType({ ours: true }) },
      journeys: { hello: { ...hello!, steps: { gift } }, repair: { ...repair!, steps: { gift } } },
    };
    const explainedIn = async (name: 'hello' | 'repair', isControl: boolean) => {
      const ada = oneCustomer(giving, { holdout: () => isControl });
      await ada.event(name === 'hello' ? 'start' : 'fail', { ref: 'f1' });
      await ada.advance(ada.at(name, 'gift'));
      const { reason, rested } = await lastOf(ada, giving);
      return [reason, ...rested];
    };
    const sent = 'An event of ours is sent once, as often as its caps allow, to everybody';
    expect(await explainedIn('repair', true)).toEqual(['clear', `${sent}.`]);
    expect(await explainedIn('hello', false)).toEqual(['clear', `${sent} but the control group.`]);
    expect((await explainedIn('hello', true))[0]).toBe('holdout');
  });

  it('a pause of the journey by nothing that goes on once patience is over', async () => {
    const ada = await begin();
    ada.paused.add('hello');
    const task = ada.task('hello', 'welcome');
    await ada.send(task);
    expect((await lastOf(ada)).otherwise[0]).toBe(
      'Without that it would not wait for this: tactful resume hello takes it out of its way.',
    );
    ada.clock.now += 10 * DAY;
    await ada.send(task);
    expect(ada.outcomes().at(-1)).toBe('send-welcome suppressed patience:journey-paused');
    expect((await lastOf(ada)).all).not.toContain('resume');
  });

  it('patience by how long it waited, and for what to the last', async () => {
    const ada = await begin();
    await ada.event('fail', { ref: 'f1' });
    const task = ada.task('hello', 'welcome');
    await ada.send(task);
    ada.clock.now += 11 * DAY;
    await ada.send(task);
    const why = await lastOf(ada);
    expect(why.rested[0]).toBe(
      'It had waited since Mon, 2 Mar 2026, 11:00 +01:00 (11 days); patience for it is 10 days.',
    );
    expect(why.rested[1]).toContain('failure f1');
  });

  it('a channel that a fault of ours kept shut, whose time takes nothing of the patience for what came then', async () => {
    const ada = await begin();
    const task = ada.task('hello', 'welcome');
    await ada.send(task);
    await ada.record(task, 'down');
    const shut = await lastOf(ada);
    expect(shut.all).toContain('did not let us send at all');
    expect(shut.all).toContain('takes nothing of its patience');
    expect(shut.all).not.toContain('Patience for it ends');
    ada.clock.now += 2 * HOUR;
    await ada.event('fail', { ref: 'f1' });
    await ada.send(task, 'a2');
    const open = await lastOf(ada);
    expect(open.reason).toBe('open-incident');
    expect(iso(ada.standing('hello')!.due)).toMatch(/^2026-03-12T10:05/);
    expect(open.all).toContain('Patience for it ends on Thu, 12 Mar 2026, 11:05 +01:00; it');
  });

  it('a busy channel by a patience of its own, which begins with that wait and ends when it does', async () => {
    const { repair: _, ...journeys } = workflows.journeys;
    const ada = oneCustomer({ ...workflows, journeys });
    await ada.event('start', { zone: 'Europe/Berlin' });
    const task = ada.task('hello', 'welcome');
    await ada.event('fail', { ref: 'f1' });
    await ada.send(task);
    ada.clock.now += 5 * DAY;
    await ada.event('mend', { ref: 'f1' });
    await ada.send(task, 'a2');
    await ada.record(task, 'busy', 'a2');
    const busy = await lastOf(ada);
    expect(busy.reason).toBe('channel-busy');
    expect(busy.all).toContain('Patience for it ends on Tue, 17 Mar 2026, 11:00 +01:00; it');
    for (let turn = 3; ada.decisions().at(-1)?.outcome === 'held' && turn < 999; turn++) {
      ada.clock.now = Math.max(ada.clock.now, ada.standing('hello')!.due);
      if (typeof (await ada.send(task, `a${turn}`)) === 'object') await ada.record(task, 'busy', `a${turn}`);
    }
    expect(ada.clock.now).toBeGreaterThan(T0 + 15 * DAY);
    const over = await lastOf(ada);
    expect(over.reason).toMatch(/^patience:/);
    expect(over.named.patienceEnds).toBe(iso(ada.clock.now));
    expect(over.all).not.toContain('asked about again');
  });

  it('a message that left the catalogue by when it is given up, whatever its patience', async () => {
    const ada = await begin();
    const task = ada.task('hello', 'welcome');
    const { welcome: _, ...moments } = workflows.moments;
    const without = { ...workflows, moments };
    ada.publish(without);
    await ada.send(task);
    const lastDecision = await lastOf(ada, without);
    expect(lastDecision.otherwise).toEqual([
      'With it in the catalogue before Mon, 2 Mar 2026, 11:15 +01:00, the gate is asked; after that it is not sent any more.',
    ]);
    ada.clock.now = Date.parse(lastDecision.named.ends ?? '') - 1;
    await ada.send(task, 'a2');
    expect(ada.decisions().at(-1)?.outcome).toBe('held');
    ada.clock.now++;
    await ada.send(task, 'a3');
    expect(ada.outcomes().at(-1)).toBe('send-welcome suppressed moment-retired');
  });

  it('what went out by nothing that spoke against it, and what was close', async () => {
    const ada = await begin();
    await sendAndRecord(ada, 'welcome');
    expect((await lastOf(ada)).rested).toEqual(['Nothing spoke against it.']);
    ada.clock.now += 24 * HOUR;
    await sendAndRecord(ada, 'tip');
    ada.clock.now += 24 * HOUR;
    await ada.event('reply', { ref: 'a' }, moodSignal(-0.25));
    await sendAndRecord(ada, 'more');
    expect((await lastOf(ada)).rested).toEqual([
      'Nothing spoke against it.',
      'Mood was -0.17; at -0.25 and below it is negative.',
      'It took the last slot of 3 per week of relationship messages.',
      'The message before it went out 24 hours earlier; the gap is 20 hours.',
    ]);
  });
});

describe('what the record cannot tell', () => {
  it('is said of an entry that does not name the incident', async () => {
    const ada = await begin();
    await ada.event('fail', { ref: 'f1' });
    await ada.send(ada.task('hello', 'welcome'));
    const older = ada.journal.map((entry) => (entry.kind === 'decision' ? { ...entry, basis: undefined } : entry));
    const why = await lastOf(ada, workflows, older as JournalEntry[]);
    expect(why.unsure).toBe('The record does not say what was open.');
    expect(why.rested).toEqual([]);
  });

  it('is said where something that was heard is missing', async () => {
    const ada = await begin();
    await ada.event('reply', { ref: 'a' }, moodSignal(-0.5));
    ada.clock.now += 1;
    await ada.event('reply', { ref: 'b' }, moodSignal(-0.5));
    await ada.send(ada.task('hello', 'welcome'));
    const first = ada.journal.findIndex(({ kind }) => kind === 'signal');
    const why = await lastOf(ada, workflows, ada.journal.toSpliced(first, 1));
    expect(why.unsure).toMatch(/^It was -0.36 then, but what is on record comes to -0.17/);
    expect(why.otherwise).not.toContainEqual(expect.stringContaining('Without'));
  });

  it('is said where the policy has changed since', async () => {
    const ada = await begin();
    await sendAndRecord(ada, 'welcome');
    ada.clock.now += HOUR;
    await ada.send(ada.task('hello', 'tip'));
    const why = await lastOf(ada, { ...workflows, policy: { ...workflows.policy, gap: 60 } });
    expect(why.unsure).toContain('the policy has changed');
  });

  it('is said of a moment that does otherwise by now', async () => {
    const ada = await begin();
    await ada.event('fail', { ref: 'f1' });
    await ada.send(ada.task('hello', 'welcome'));
    const welcome = moment('welcome', { whenIncident: { person: 'sorry' } });
    const why = await lastOf(ada, { ...workflows, moments: { ...workflows.moments, welcome } });
    expect(why.rested.at(-1)).toBe('“welcome” says whenIncident: { person: sorry } now, and said otherwise then.');
  });

  it('what went out by less than its figures show', async () => {
    const ada = await begin();
    await ada.event('reply', { ref: 'a' }, moodSignal(-0.37));
    await sendAndRecord(ada, 'welcome');
    expect((await lastOf(ada)).rested).toContain('Mood was just above -0.25; at -0.25 and below it is negative.');
  });
});
