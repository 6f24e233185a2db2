import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../../core/customer/commands/on-choice.ts';
import { hiddenIn, kinds, limits, openChoice as open } from '../../support/choice-pages.ts';
import { choosingCatalogue } from '../../support/choosing.ts';

const markedIn = (page: string) => [...page.matchAll(/value="([\w-]+)" required\s+checked/g)].map(([, value]) => value);
const optionsIn = (page: string) =>
  [...page.matchAll(/type="radio" name="answer" value="([\w-]+)"/g)].map(([, value]) => value);

describe('the page of what would help', () => {
  it('shows what is left with what was tapped marked, and chooses nothing, however it is opened', async () => {
    const { get, all, told } = await open();
    const { status, page } = await get('?answer=points');
    expect([status, markedIn(page), optionsIn(page)]).toEqual([
      200,
      ['points'],
      ['credit', 'points', 'letter', 'person'],
    ]);
    expect(page).toContain('<h1>What would help?</h1>');
    expect(page).toContain('7 days &lt;free&gt;');
    expect(page).toContain('Nothing is chosen until you press the button.');
    for (const path of ['', '?answer=cash', '?answer=', '?answer=person']) expect((await get(path)).status).toBe(200);
    expect([all, told()]).toEqual([[], []]);
  });

  it('speaks the language of the message', async () => {
    const { get } = await open({
      catalogue: (() => {
        const all = choosingCatalogue({ limits, kinds: kinds() });
        const help = all.moments.help!;
        return {
          ...all,
          moments: { ...all.moments, help: { ...help, copy: { ...help.copy, de: help.copy.default! } } },
        };
      })(),
    });
    const { page } = await get('', 'de-AT');
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<h1>Was würde Ihnen helfen?</h1>');
    expect(page).toContain('200 Punkte');
    expect(page).toContain('Nichts davon: Ich möchte lieber von einem Menschen hören.');
  });

  it('reserves what its button says, and says so; it can be changed until it is given', async () => {
    const ada = await open();
    const { status, page } = await ada.post('points');
    expect([status, markedIn(page)]).toEqual([200, ['points']]);
    expect(page).toContain('200 points is reserved for you.');
    expect(ada.all).toEqual([
      { type: 'gesture.chosen', detail: { customerId: 'ada', decision: ada.decision, gesture: 'points' } },
    ]);
    expect((await ada.get()).page).toContain('200 points is reserved for you.');
    expect((await ada.post('letter')).page).toContain('A letter is reserved for you.');
    ada.clock.now += CHANGES;
    await ada.run();
    for (const { page: after } of [await ada.get(), await ada.post('credit')])
      expect(after).toContain('A letter: it is done, and you need not do anything.');
    expect(ada.told().filter((line) => line.endsWith('confirmed'))).toEqual(['letter confirmed']);
  });

  it('tells nobody again what is reserved already, and says the same', async () => {
    const ada = await open();
    await ada.post('points');
    const { page } = await ada.post('points');
    expect(page).toContain('200 points is reserved for you.');
    expect(ada.all).toHaveLength(1);
  });

  it('tells of what is reserved already where the page said another, which is not heard yet', async () => {
    const ada = await open({ isLate: true });
    await ada.event('gesture.chosen', { customerId: 'ada', decision: ada.decision, gesture: 'letter' });
    await ada.run();
    const { page } = await ada.post('points');
    await ada.post('letter', hiddenIn(page));
    expect(ada.all.map(({ detail }) => detail.gesture)).toEqual(['points', 'letter']);
  });

  it('says kindly what is gone by then, and shows what is left', async () => {
    const ada = await open();
    await ada.spend(500);
    const { status, page } = await ada.get('?answer=credit');
    expect([status, optionsIn(page)]).toEqual([200, ['points', 'letter', 'person']]);
    expect(page).toContain(
      'We are sorry: 7 days &lt;free&gt; is no longer possible. This is what we can still do for you.',
    );
    const refused = await ada.post('credit');
    expect(refused.status).toBe(409);
    expect(ada.all).toEqual([]);
  });

  it('says so also where it was gone between the look and the reservation', async () => {
    const ada = await open();
    const budgets = ada.budgets.reserve;
    ada.budgets.reserve = async (...parameters) => {
      ada.budgets.reserve = budgets;
      await ada.spend(450);
      return budgets(...parameters);
    };
    const { status, page } = await ada.post('credit');
    expect(status).toBe(409);
    expect(page).toContain('is no longer possible');
    expect(optionsIn(page)).toEqual(['points', 'letter', 'person']);
  });

  it('has a way to a person where nothing is left, and where they would rather', async () => {
    const ada = await open();
    await ada.spend(950);
    const { page } = await ada.get();
    expect(page).toContain('Press the button, and a person sees to it.');
    expect(optionsIn(page)).toEqual([]);
    expect((await ada.post('person')).page).toContain('A colleague of ours sees to it.');
    expect(ada.decisions().at(-1)).toMatchObject({ step: 'give', reason: 'no-gesture' });
    expect((await ada.get()).page).toContain('A colleague of ours sees to it.');
  });

  it('says that it will be known in a minute where that takes longer', async () => {
    const ada = await open({ isLate: true });
    const { page } = await ada.post('points');
    expect(page).toContain('Your choice is with us: 200 points.');
    expect(page).toContain('<a href="?">Look again</a>');
  });

  it('asks for a choice where the button was pressed without one', async () => {
    const ada = await open();
    for (const kind of ['', 'cash']) {
      const { status, page } = await ada.post(kind);
      expect(status).toBe(422);
      expect(page).toContain('Please choose one of these first.');
    }
    expect(ada.all).toEqual([]);
  });

  it('is over where nobody is known any more, the journey went on, or they were never asked', async () => {
    const erased = await open();
    await erased.erase();
    const gone = await open();
    await gone.event('bye');
    const never = await open({ isAsked: false });
    for (const ada of [erased, gone, never]) {
      expect((await ada.get('?answer=points')).status).toBe(410);
      expect((await ada.post('points')).status).toBe(410);
      expect(ada.all).toEqual([]);
    }
  });
});
