import { describe, expect, it } from 'vitest';
import { isGiving } from '../../../core/customer/gestures/is-giving.ts';
import { gesturesNow } from '../../../functions/api/gestures.ts';
import { wordsOf } from '../../../functions/api/story/words.ts';
import { choosingCustomer } from '../../support/choosing.ts';

const caller = { user: { id: 'u', name: 'max' }, roles: ['agent' as const] };

const seen = async (ada: ReturnType<typeof choosingCustomer>) => {
  const { catalogue } = ada.published;
  if (!isGiving(catalogue)) throw new Error('nothing is given here');
  const request = {
    state: await ada.state(),
    caller: caller as never,
    now: ada.clock.now,
    catalogue,
    budgets: ada.budgets,
  };
  const { choices, given } = await gesturesNow(request);
  return { choices, given: given.map(({ kind, from }) => ({ kind, from })) };
};

describe('what a customer chooses, as colleagues see it', () => {
  it('stands beside what they were given, until it is over', async () => {
    const ada = choosingCustomer();
    await ada.ask();
    const offered = ['A credit', 'A credit', 'A credit'];
    expect((await seen(ada)).choices).toEqual([{ journey: 'hello', offered }]);
    await ada.run();
    await ada.choose('points');
    const until = new Date(ada.clock.now + 3 * 86_400_000).toISOString();
    expect(await seen(ada)).toEqual({
      choices: [{ journey: 'hello', offered, chose: 'A credit', until }],
      given: [{ kind: 'points', from: offered }],
    });
    await ada.choose('person');
    expect((await seen(ada)).choices).toBeUndefined();
  });

  it('is told in their story: what was offered, and what they chose of it', async () => {
    const ada = choosingCustomer();
    await ada.ask();
    await ada.run();
    await ada.choose('points');
    const lines = ada.journal.map((entry) => wordsOf(entry, ada.published.catalogue));
    expect(lines.map(({ title, reason = '' }) => `${title} (${reason})`)).toEqual([
      expect.stringContaining('Entered'),
      expect.stringContaining('they may choose: A credit, A credit, A credit'),
      'They chose what would help: A credit (they were offered: A credit, A credit, A credit)',
    ]);
  });
});
