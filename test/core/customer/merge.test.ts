import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustomerBeingErased } from '../../../core/customer/commands/on-erase.ts';
import { factsOf } from '../../../core/customer/model/facts.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { DAY, HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
const guessed = { ...text, provenance: 'inferred' as const };
const builtIn = (name: string): EventType => ({ ...BUILT_IN[name]!, kept: [], awaited: false });

const workflows = catalogue({
  events: {
    ...MERGED,
    ...Object.fromEntries(
      [
        'customer.consent_changed',
        'customer.paused',
        'customer.frequency_chosen',
        'customer.hours_chosen',
        'message.bounced',
        'message.complained',
      ].map((name) => [name, builtIn(name)]),
    ),
    says: eventType({
      byCustomer: true,
      fields: { plan: text, city: text, email: text },
      sets: { plan: 'plan', city: 'city', email: 'email' },
    }),
    guessed: eventType({ fields: { plan: guessed }, sets: { plan: 'plan' } }),
    back: eventType({ returns: true }),
  },
});

const both = () => twoIds(workflows);
const ada = async ({ ada: one }: ReturnType<typeof both>) => one.state();

/** One id came a day after the other, and a day later they are one. */
const meet = async (first: 'guest' | 'ada', second: 'guest' | 'ada') => {
  const two = both();
  await two[first].event('says', {});
  two.pass(DAY);
  await two[second].event('says', {});
  two.pass(DAY);
  await two.merge();
  return two;
};

describe('what is known of two ids that become one', () => {
  it('is the newer', async () => {
    const two = both();
    await two.guest.event('says', { plan: 'solo', city: 'Rome' });
    two.pass(HOUR);
    await two.ada.event('says', { plan: 'team' });
    await two.merge();
    expect((await ada(two)).attributes).toMatchObject({ plan: { value: 'team' }, city: { value: 'Rome' } });
  });

  it('has been so since either said it', async () => {
    const two = both();
    await two.guest.event('says', { email: 'ada@example.com' });
    two.pass(HOUR);
    await two.ada.event('says', { email: 'ada@example.com' });
    await two.merge();
    expect((await ada(two)).attributes.email).toMatchObject({ at: T0 + HOUR, since: T0 });
  });

  it('is that it is gone, where that is newer', async () => {
    const two = both();
    await two.ada.event('says', { plan: 'solo' });
    two.pass(HOUR);
    await two.guest.event('says', {}, { cleared: ['plan'] });
    await two.merge();
    expect((await ada(two)).attributes).toEqual({});
    expect((await ada(two)).cleared).toHaveProperty('plan');
  });

  it('is of one time what copy may not use', async () => {
    const two = both();
    await two.ada.event('says', { plan: 'solo' });
    await two.guest.event('guessed', { plan: 'team' });
    await two.merge();
    expect((await ada(two)).attributes.plan).toMatchObject({ value: 'team', provenance: 'inferred' });
  });

  it.each([
    ['guest', 'ada'],
    ['ada', 'guest'],
  ] as const)('never forgets what %s has left, though %s said yes since', async (who, other) => {
    const two = both();
    await two[who].event('customer.consent_changed', { topic: 'tips', choice: 'withdrawn' });
    two.pass(HOUR);
    await two[other].event('customer.consent_changed', { topic: 'tips', choice: 'granted' });
    await two.merge();
    expect((await ada(two)).consent['topic:tips']?.choice).toBe('withdrawn');
    two.pass(HOUR);
    await two.guest.event('customer.consent_changed', { topic: 'tips', choice: 'granted' });
    expect((await ada(two)).consent['topic:tips']?.choice).toBe('granted');
  });

  it('marks the address that stays with what was left by the other id', async () => {
    const two = both();
    await two.guest.event('customer.consent_changed', { topic: 'tips', choice: 'withdrawn' });
    await two.ada.event('says', { email: 'ada@example.com' });
    await two.merge();
    expect((await ada(two)).marks).toEqual([
      expect.objectContaining({
        address: 'ada@example.com',
        known: [expect.objectContaining({ topic: 'tips', choice: 'withdrawn' })],
      }),
    ]);
  });

  it('is the longer pause', async () => {
    const two = both();
    const [long, short] = [T0 + 30 * DAY, T0 + DAY].map((at) => new Date(at).toISOString());
    await two.guest.event('customer.paused', { until: long });
    two.pass(HOUR);
    await two.ada.event('customer.paused', { until: short });
    await two.merge();
    expect((await ada(two)).paused?.until).toBe(Date.parse(String(long)));
  });

  it('is a complaint of either, and a bounce only of the address that stays', async () => {
    const two = both();
    await two.ada.event('says', { email: 'old@example.com' });
    await two.ada.event('message.bounced', { channel: 'email' });
    two.pass(HOUR);
    await two.guest.event('says', { email: 'new@example.com' });
    await two.guest.event('message.complained', { channel: 'sms' });
    await two.merge();
    expect((await ada(two)).unreachable).toMatchObject({ sms: { why: 'complained' } });
    expect((await ada(two)).unreachable).not.toHaveProperty('email');
  });

  it('is the bounce of an address that both have', async () => {
    const two = both();
    await two.guest.event('says', { email: 'Ada@example.com' });
    await two.guest.event('message.bounced', { channel: 'email' });
    two.pass(HOUR);
    await two.ada.event('says', { email: 'ada@example.com' });
    await two.merge();
    expect((await ada(two)).unreachable).toMatchObject({ email: { why: 'bounced' } });
  });

  it.each([
    ['guest', false],
    ['ada', true],
  ] as const)('leaves the account as the id that stays has it, when %s has closed theirs', async (who, isClosed) => {
    const two = both();
    for (const one of [two.guest, two.ada]) await one.event('says', {});
    await two.guest.event('start');
    await two[who].event('bye');
    await two.merge();
    expect((await ada(two)).closedAt !== undefined).toBe(isClosed);
    expect(Object.keys((await ada(two)).enrolments)).toEqual([]);
  });

  it('is what one id knew, where nobody was known by the other', async () => {
    const two = both();
    await two.guest.event('says', { plan: 'solo' });
    await two.guest.event('bye');
    const { firstSeenAt } = await two.guest.state();
    two.pass(DAY);
    await two.merge();
    expect(await ada(two)).toMatchObject({ knownSince: firstSeenAt, attributes: { plan: { value: 'solo' } } });
    expect((await ada(two)).closedAt).toBeDefined();
  });

  it.each([
    ['guest', 'ada'],
    ['ada', 'guest'],
  ] as const)('is since when they were known by %s, where %s came later', async (first, second) => {
    const two = await meet(first, second);
    expect(factsOf(await ada(two), two.ada.clock.now, workflows).calmDays).toBe(2);
  });

  it.each([
    ['guest', 'ada'],
    ['ada', 'guest'],
  ] as const)('is erased by a wish of when they were known by %s, and %s had not come yet', async (first, second) => {
    const two = await meet(first, second);
    const erase = async (at: number) => (await two.ada.change('guest', { kind: 'erase', asked: at })).answer;
    expect(await erase(T0 - 1)).toBe('kept');
    expect(await erase(T0 + HOUR)).toBe('erased');
  });

  it.each([
    [
      'one that is open under both ids',
      [
        ['guest', 'fail'],
        ['ada', 'fail'],
      ],
      1,
    ],
    [
      'one that both were told of as it opened, and that is closed',
      [
        ['both', 'fail'],
        ['ada', 'mend'],
      ],
      1,
    ],
    [
      'one that opened anew after it was closed under the other id',
      [
        ['guest', 'fail'],
        ['guest', 'mend'],
        ['ada', 'fail'],
      ],
      2,
    ],
    [
      'one that opened anew after it was closed under the same id',
      [
        ['guest', 'fail'],
        ['ada', 'mend'],
        ['ada', 'fail'],
      ],
      2,
    ],
    [
      'one that opened in another week',
      [
        ['guest', 'fail'],
        ['week', ''],
        ['ada', 'fail'],
      ],
      1,
    ],
    [
      'one that was told again in later weeks, under either id',
      [
        ['ada', 'fail'],
        ['week', ''],
        ['guest', 'fail'],
        ['week', ''],
        ['ada', 'fail'],
      ],
      1,
    ],
  ] as const)('counts, of incidents, %s as often as it opened', async (_, happenings, count) => {
    const two = both();
    for (const one of [two.guest, two.ada]) await one.event('says', {});
    for (const [who, type] of happenings) {
      if (who === 'week') two.pass(7 * DAY);
      else for (const one of who === 'both' ? [two.guest, two.ada] : [two[who]]) await one.event(type, { ref: 'r1' });
      if (type === 'mend') two.pass(HOUR);
      two.pass(HOUR);
    }
    await two.merge();
    expect(factsOf(await ada(two), two.ada.clock.now, workflows).incidents13Weeks).toBe(count);
  });

  it('is what one id would have known, had it been told all of it', async () => {
    const signal = fc.record({ value: fc.double({ min: -1, max: 1, noNaN: true }), weight: fc.constantFrom(0.5, 1) });
    const happening = fc.record({
      isGuest: fc.boolean(),
      type: fc.constantFrom('says', 'fail', 'mend', 'guessed'),
      plan: fc.constantFrom('solo', 'team'),
      ref: fc.constantFrom('r1', 'r2', 'r3'),
      signal,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 20 }), async (happenings) => {
        const two = both();
        const one = oneCustomer(workflows);
        await two.ada.event('says', {});
        await one.event('says', {});
        for (const [index, { isGuest, type, plan, ref, signal: reading }] of happenings.entries()) {
          two.pass(HOUR);
          one.clock.now += HOUR;
          // Each id has incidents of its own.
          const fields = { plan, ref: `${ref}-${isGuest}` };
          const more = { id: `h${index}`, signals: [{ ...reading, because: plan }] };
          await (isGuest ? two.guest : two.ada).event(type, fields, more);
          await one.event(type, fields, more);
        }
        await two.merge();
        const [merged, whole] = [await ada(two), await one.state()];
        // Since when it is so is known where one id says it alone.
        const undatedAttributes = ({ attributes }: typeof whole) =>
          Object.fromEntries(Object.entries(attributes).map(([name, { since: _, ...one }]) => [name, one]));
        expect(undatedAttributes(merged)).toEqual(undatedAttributes(whole));
        for (const part of ['incidents', 'incidentsByWeek', 'lastHeardAt'] as const)
          expect(merged[part]).toEqual(whole[part]);
        expect(merged.seen).toMatchObject(whole.seen);
        expect(merged.evidence).toEqual(whole.evidence);
        const { moodScore, ...facts } = factsOf(merged, two.ada.clock.now, workflows);
        const { moodScore: score, ...others } = factsOf(whole, one.clock.now, workflows);
        expect(facts).toEqual(others);
        expect(moodScore).toBeCloseTo(Number(score), 9);
      }),
      { numRuns: runs(60) },
    );
  });
});

type Word = readonly [type: string, fields: Record<string, string>];
const until = (days: number): Record<string, string> => ({ until: new Date(T0 + days * DAY).toISOString() });
const consent = (fields: Record<string, string>): Word => ['customer.consent_changed', fields];

/** What may be said about each thing that one chooses, the laxest at the head. */
const WISHES: Record<string, readonly Word[]> = {
  topic: ['granted', 'withdrawn'].map((choice) => consent({ topic: 'tips', choice })),
  channel: ['granted', 'withdrawn'].map((choice) => consent({ channel: 'email', choice })),
  pause: [10, 20, 30].map((days) => ['customer.paused', until(days)]),
  frequency: ['as-now', 'fewer', 'necessary'].map((frequency) => ['customer.frequency_chosen', { frequency }]),
  hours: ['20:00', '21:00', '22:00'].map((from) => ['customer.hours_chosen', { from, to: '08:00' }]),
  complaint: [['message.complained', { channel: 'sms' }]],
};

const wordsAbout = (about: string) => {
  const who = fc.constantFrom('guest' as const, 'ada' as const);
  const wish = fc.record({ who, about: fc.constant(about), which: fc.nat({ max: 2 }), mayBeLate: fc.boolean() });
  return fc.array(wish, { minLength: 3, maxLength: 6 });
};
const conversation = fc.tuple(...Object.keys(WISHES).map(wordsAbout)).map((all) => all.flat());
type Wish = { at: number; who: 'guest' | 'ada'; about: string; which: number };

const withDates = <One>(all: One[]) => all.map((one, index) => ({ ...one, at: T0 + index * MINUTE }));
const tell = async (two: ReturnType<typeof both>, { who, about, which, at }: Wish): Promise<void> => {
  const words = WISHES[about] ?? [];
  const [type, fields] = words[which % words.length]!;
  await two[who].event(type, fields, { at: new Date(at).toISOString() });
};
const wishesOf = async (two: ReturnType<typeof both>) => {
  const { consent, paused, frequency, hours, unreachable } = await ada(two);
  return { consent, paused, frequency, hours, unreachable };
};

describe('what was chosen under two ids', () => {
  it.each(Object.keys(WISHES))(
    'is the same about %s, whether words that their id has overtaken come in order or after the merge',
    async (about) => {
      await fc.assert(
        fc.asyncProperty(wordsAbout(about), async (all) => {
          const words = withDates(all);
          const isLate = ({ mayBeLate, at, who }: (typeof words)[number]): boolean =>
            mayBeLate && words.some((next) => !next.mayBeLate && next.at > at && next.who === who);
          const [inOrder, late] = [both(), both()];
          for (const two of [inOrder, late]) {
            for (const one of [two.guest, two.ada]) await one.event('says', {});
            two.pass(HOUR);
          }
          for (const word of words) await tell(inOrder, word);
          for (const word of words) if (!isLate(word)) await tell(late, word);
          for (const two of [inOrder, late]) await two.merge();
          for (const word of words) if (isLate(word)) await tell(late, word);
          expect(await wishesOf(late)).toEqual(await wishesOf(inOrder));
        }),
        { numRuns: runs(60) },
      );
    },
  );

  it('is loosened by no word of before that comes late, and by one that is said since', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, fc.nat({ max: 59 }), async (all, minute) => {
        const two = both();
        for (const one of [two.guest, two.ada]) await one.event('says', {});
        two.pass(HOUR);
        for (const word of withDates(all)) await tell(two, word);
        await two.merge();
        const laxest = (at: number) =>
          ['topic', 'channel', 'pause', 'frequency'].map((about) => ({ about, which: 0, who: 'ada' as const, at }));
        const strictest = async () => {
          const { consent, paused, frequency, unreachable } = await wishesOf(two);
          const left = Object.keys(consent).filter((key) => consent[key]?.choice === 'withdrawn');
          return { left, until: paused?.until, frequency: frequency?.choice ?? 'as-now', unreachable };
        };
        const asMerged = await strictest();
        for (const word of laxest(T0 + minute * MINUTE)) await tell(two, word);
        expect(await strictest()).toEqual({ ...asMerged, until: asMerged.until ?? T0 + 10 * DAY });
        two.pass(HOUR);
        for (const word of laxest(two.ada.clock.now)) await tell(two, word);
        expect(await strictest()).toMatchObject({ left: [], until: T0 + 10 * DAY, frequency: 'as-now' });
      }),
      { numRuns: runs(10) },
    );
  });

  it('is that they complained, though a yes of before by the other id comes late', async () => {
    const two = both();
    for (const one of [two.guest, two.ada]) await one.event('says', {});
    await two.guest.event('message.complained', { channel: 'sms' });
    two.pass(HOUR);
    await two.merge();
    await two.ada.event(...consent({ channel: 'sms', choice: 'granted' }), { at: new Date(T0 + MINUTE).toISOString() });
    expect((await ada(two)).unreachable).toHaveProperty('sms');
    two.pass(HOUR);
    await two.ada.event(...consent({ channel: 'sms', choice: 'granted' }));
    expect((await ada(two)).unreachable).toEqual({});
  });
});

describe('a merge', () => {
  it.each(['guest', 'ada'] as const)('waits for the erasure of %s', async (who) => {
    const two = both();
    for (const one of [two.guest, two.ada]) await one.event('says', {});
    await two[who].erase();
    await expect(two.merge()).rejects.toThrow(CustomerBeingErased);
  });

  it('leaves nothing under the old id but where its person is', async () => {
    const two = both();
    await two.guest.event('says', { plan: 'solo', email: 'ada@example.com' });
    await two.merge();
    const alias = await two.guest.state();
    expect(alias).toMatchObject({ format: 2, movedTo: 'ada', attributes: {}, enrolments: {}, seen: {} });
    expect(JSON.stringify(alias)).not.toContain('example.com');
  });

  it('is itself an event of who stays: a journey may begin by it', async () => {
    const welcomes = catalogue({
      events: MERGED,
      journeys: { joined: journey('joined', 'customer.merged', { fields: ['from'] }) },
    });
    const { guest, ada: other, merge } = twoIds(welcomes);
    await guest.event('start');
    await merge();
    expect(other.standing('joined')).toMatchObject({ event: { from: 'guest' } });
  });

  it('is refused by a function of a catalogue that is older than what wrote either', async () => {
    const { guest, ada: other, merge } = both();
    guest.publish({ ...workflows, version: 'newer' });
    await guest.event('start');
    await other.event('start');
    await expect(merge()).rejects.toThrow('newer catalogue');
  });
});
