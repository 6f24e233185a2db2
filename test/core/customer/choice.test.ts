import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../../core/customer/commands/on-choice.ts';
import { explain } from '../../../core/explain/explain.ts';
import { reasonInWords } from '../../../core/explain/words/reason.ts';
import { HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { ASKED_FOR, choices, choosingCatalogue, choosingCustomer } from '../../support/choosing.ts';

const money = (most: number) => ({ of: 'cost' as const, most });
const tight = (most: number) => choosingCatalogue({ limits: { stage: money(most) } });

const askCustomer = async (...settings: Parameters<typeof choosingCustomer>) => {
  const ada = choosingCustomer(...settings);
  await ada.ask();
  expect(await ada.run()).toBe('later');
  return ada;
};

describe('a message that offers gestures', () => {
  it('keeps and tells what may be given to this customer now, four at the most', async () => {
    const kinds = {
      ...choices(),
      old: { ...choices().credit, when: 'customer.tenureDays > 365' },
      a: choices().points,
      b: choices().points,
    };
    const ada = choosingCustomer(choosingCatalogue({ kinds }, {}, ['old', 'credit', 'points', 'letter', 'a', 'b']));
    await ada.ask();
    expect(ada.offers()).toMatchObject({ moment: 'help', kinds: ['credit', 'points', 'letter', 'a'] });
    expect(ada.decisions()).toMatchObject([{ outcome: 'sent', offers: ['credit', 'points', 'letter', 'a'] }]);
  });

  it('is not sent where fewer than two may be given, and says of each why not', async () => {
    const kinds = { ...choices(), credit: { ...choices().credit, when: 'customer.tenureDays > 365' } };
    const ada = choosingCustomer(choosingCatalogue({ kinds }, {}, ['credit', 'points', 'letter']));
    await ada.event('start');
    const spent = ['letter'];
    const sending = { attempt: 'a1', lease: MINUTE, words: { because: () => 'x', task: () => undefined }, spent };
    const task = ada.at('hello', 'send-help');
    expect((await ada.change('ada', { kind: 'task', ...task, sending })).answer).toBe('unsent');
    expect(ada.decisions()).toMatchObject([
      {
        outcome: 'suppressed',
        reason: 'no-gesture',
        because: 'We wanted to let you choose, and only one thing fitted.',
        basis: {
          offerable: 1,
          gestures: [
            { kind: 'credit', why: 'unfit' },
            { kind: 'letter', why: 'stage-budget' },
          ],
        },
      },
    ]);
    expect(await ada.run()).toBe('silent');
  });

  it('that is not sent for want of a choice is explained by that, and not by that none fitted', async () => {
    const kinds = { ...choices(), credit: { ...choices().credit, when: 'customer.tenureDays > 365' } };
    const workflows = choosingCatalogue({ kinds }, {}, ['credit', 'points']);
    const ada = choosingCustomer(workflows);
    await ada.ask();
    const record = { customer: 'ada', timeline: ada.journal, state: await ada.state() };
    expect(explain(record, workflows, { zone: 'UTC' }).decisions[0]).toMatchObject({
      rested: [
        'Who is to choose needs at least 2 gestures, and only “points” could be given.',
        '“credit”: it does not fit this customer.',
      ],
      otherwise: ['For 2 of the list to be given, it takes another kind that fits them.'],
    });
    expect(reasonInWords('no-gesture', workflows)).not.toContain('fitted');
  });

  it('tells who could have been given none of them that nothing was fitting', async () => {
    const { credit } = choices();
    const kinds = {
      ...choices(),
      credit: { ...credit, when: 'false' },
      points: { ...choices().points, when: 'false' },
    };
    const ada = choosingCustomer(choosingCatalogue({ kinds }, {}, ['credit', 'points']));
    await ada.ask();
    expect(ada.decisions()[0]?.because).toBe('We had nothing fitting to give you for this now.');
  });

  it('offers nothing where it did not go out', async () => {
    const ada = choosingCustomer();
    await ada.event('start');
    const task = ada.at('hello', 'send-help');
    await ada.send(task);
    expect(ada.offers()).toBeDefined();
    await ada.record(task, 'refused');
    expect(ada.offers()).toBeUndefined();
    expect(await ada.run()).toBe('silent');
  });
});

describe('what a customer chooses', () => {
  it('is reserved at once, and given when it can no more be changed', async () => {
    const ada = await askCustomer(tight(1000));
    await ada.choose('points');
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
    expect(await ada.run()).toBe('later');
    expect(await ada.budgets.used(['stage/cost/2026-03'])).toEqual([200]);
    expect(ada.standing('hello')?.due).toBe(ada.clock.now + CHANGES);
    ada.clock.now += CHANGES - 1;
    expect(await ada.run()).toBe('later');
    expect(ada.told()).toEqual(['points offered']);
    ada.clock.now += 1;
    expect(await ada.run()).toBe('sent');
    expect(ada.told()).toEqual(['points offered', 'points confirmed']);
    expect(ada.standing('hello')?.gave).toBe('points');
    expect(ada.outcomes()).toEqual(['send-help sent clear', 'give sent clear']);
    expect(ada.journal.find((entry) => entry.kind === 'gesture')).toMatchObject({
      from: ['credit', 'points', 'letter'],
    });
  });

  it('waits for the word of the other system as any gesture does', async () => {
    const confirmed = { on: 'credit.applied', within: 3600, reads: [] };
    const kinds = { ...choices(), points: { ...choices().points, confirmed } };
    const ada = await askCustomer(choosingCatalogue({ kinds }, { unconfirmed: true }));
    await ada.choose('points');
    ada.clock.now += CHANGES;
    expect(await ada.run()).toBe('later');
    expect(ada.told()).toEqual(['points offered', 'points given']);
    // It was asked for: what they would rather have by now is not what they get.
    for (const kind of ['credit', 'person']) {
      await ada.choose(kind);
      expect(ada.offers()).toMatchObject({ chose: 'points' });
    }
    expect(ada.told()).toEqual(['points offered', 'points given']);
    ada.clock.now += HOUR;
    expect(await ada.run()).toBe('unconfirmed');
  });

  it('may be changed until then: the last word counts, and what was chosen before is free again', async () => {
    const ada = await askCustomer(tight(800));
    await ada.choose('credit');
    await ada.run();
    ada.clock.now += MINUTE;
    await ada.choose('points');
    expect(ada.told()).toEqual(['credit offered', 'credit failed changed', 'points offered']);
    const freed = ada.journal.flatMap((entry) => (entry.kind === 'gesture' && entry.frees ? [entry.gesture] : []));
    expect(freed).toHaveLength(1);
    await ada.budgets.release(freed[0]!);
    await ada.run();
    ada.clock.now += CHANGES;
    expect(await ada.run()).toBe('sent');
    expect(await ada.budgets.used(['stage/cost/2026-03'])).toEqual([200]);
  });

  it('may be taken up again after another was chosen', async () => {
    const ada = await askCustomer(tight(2000));
    for (const kind of ['points', 'credit', 'points']) {
      await ada.choose(kind);
      await ada.run();
      for (const entry of ada.journal)
        if (entry.kind === 'gesture' && entry.frees) await ada.budgets.release(entry.gesture);
    }
    ada.clock.now += CHANGES;
    expect(await ada.run()).toBe('sent');
    expect(ada.told().at(-1)).toBe('points confirmed');
  });

  it('cannot be changed once it is given, and a repeat or an older word changes nothing', async () => {
    const ada = await askCustomer();
    await ada.choose('points', { id: 'once' });
    ada.clock.now += MINUTE;
    const due = ada.standing('hello')?.due;
    await ada.choose('points');
    await ada.choose('credit', { id: 'once' });
    await ada.choose('credit', { at: new Date(ada.clock.now - HOUR).toISOString() });
    expect(ada.standing('hello')?.due).toBe(due);
    ada.clock.now += CHANGES;
    expect(await ada.run()).toBe('sent');
    await ada.choose('credit');
    expect(ada.told()).toEqual(['points offered', 'points confirmed']);
  });

  it.each([
    ['was not offered', 'cash', undefined],
    ['is of another message', 'points', 'x/send-help/1'],
  ])('changes nothing where it %s', async (_, kind, decision) => {
    const ada = await askCustomer();
    await ada.choose(kind, decision ? { decision } : {});
    expect(ada.told()).toEqual([]);
    expect(await ada.run()).toBe('later');
  });

  it('counts where it comes before the journey has got to it', async () => {
    const ada = choosingCustomer(tight(1000));
    await ada.ask();
    await ada.choose('points');
    expect(ada.told()).toEqual([]);
    expect(await ada.run()).toBe('later');
    ada.clock.now += CHANGES;
    expect(await ada.run()).toBe('sent');
  });

  it('lets them choose again where its budget is used up by then, and goes on to a person where nothing is left', async () => {
    const ada = await askCustomer(tight(500));
    await ada.choose('credit');
    expect(await ada.run()).toBe('later');
    expect(ada.told()).toEqual(['credit offered', 'credit failed stage-budget']);
    expect(ada.offers()?.refused).toEqual([{ kind: 'credit', why: 'stage-budget' }]);
    expect(ada.standing('hello')?.due).toBe(ada.clock.now + ASKED_FOR);
    await ada.budgets.reserve('other', [
      { key: 'stage/cost/2026-03', scope: 'stage', of: 'cost', amount: 450, most: 500 },
    ]);
    await ada.choose('letter');
    await ada.run();
    await ada.choose('points');
    expect(await ada.run()).toBe('unsent');
    expect(ada.decisions().at(-1)).toMatchObject({
      reason: 'no-gesture',
      because: 'We had nothing fitting to give you for this now.',
      basis: { gestures: ['credit', 'letter', 'points'].map((kind) => ({ kind, why: 'stage-budget' })) },
    });
  });

  it('goes on to a person for whom nothing was left, also where they leave it at that', async () => {
    const ada = await askCustomer(tight(500));
    await ada.choose('credit');
    await ada.run();
    ada.clock.now += ASKED_FOR;
    expect(await ada.run()).toBe('unsent');
  });

  it('is a person, at once, where they would rather', async () => {
    const ada = await askCustomer();
    await ada.choose('points');
    await ada.choose('person');
    expect(ada.standing('hello')).toMatchObject({ answer: 'unsent', due: ada.clock.now });
    expect(ada.told()).toEqual(['points offered', 'points failed changed']);
    expect(ada.decisions().at(-1)?.basis?.gestures?.[0]).toEqual({ kind: 'credit', why: 'person' });
    expect(ada.decisions().at(-1)?.because).toBe('You would rather hear from a person than choose something.');
  });

  it('is nothing by the end of its time: the journey goes on', async () => {
    const ada = await askCustomer();
    ada.clock.now += ASKED_FOR - 1;
    expect(await ada.run()).toBe('later');
    ada.clock.now += 1;
    expect(await ada.run()).toBe('silent');
    expect(ada.decisions().at(-1)).toMatchObject({
      outcome: 'suppressed',
      reason: 'no-gesture',
      because: 'We asked what would help, and you chose nothing while you could.',
      basis: { gestures: ['credit', 'points', 'letter'].map((kind) => ({ kind, why: 'unchosen' })) },
    });
    await ada.choose('points');
    expect(ada.told()).toEqual([]);
  });

  it('is free again where its journey is left before it is given', async () => {
    const ada = await askCustomer(tight(1000));
    await ada.choose('points');
    await ada.run();
    await ada.event('bye');
    expect(ada.told()).toEqual(['points offered', 'points failed left']);
    expect(ada.journal.findLast((entry) => entry.kind === 'gesture')).toMatchObject({ frees: true });
  });

  it('counts for the caps of the policy once, however often they change their mind', async () => {
    const all = choosingCatalogue();
    const policy = { ...all.policy, caps: { gestures: { count: 1, seconds: 14 * 86_400 } } };
    const ada = await askCustomer({ ...all, policy });
    await ada.choose('credit');
    await ada.choose('points');
    expect(ada.told()).toEqual(['credit offered', 'credit failed changed', 'points offered']);
    ada.clock.now += CHANGES;
    expect(await ada.run()).toBe('sent');
    await ada.finish('hello');
    expect(await ada.ask('again')).not.toBe('sent');
    expect(ada.decisions().at(-1)).toMatchObject({ step: 'send-help', reason: 'no-gesture' });
  });
});
