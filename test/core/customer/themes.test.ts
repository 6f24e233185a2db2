import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import type { ThemeRead } from '../../../core/theme/read-themes.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { SAID } from '../../../language/catalogue/theme-events.ts';
import { catalogue, eventType, journey, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };

const project = () =>
  catalogue({
    policy: { ...policy, themes: { export: ['export'] } },
    events: {
      ...MERGED,
      'customer.theme_set': { ...BUILT_IN['customer.theme_set']!, kept: [], awaited: false },
      wrote: eventType({ byCustomer: true }),
      changed: eventType({ theme: 'theme', fields: { theme: text, ...SAID } }),
    },
    journeys: {
      news: journey('news', 'changed', {
        enter: { on: ['changed'], again: 'never', when: '$exists(event.saidAt)', per: 'event.theme' },
        fields: ['said', 'saidAt'],
      }),
    },
  });

const asks = (theme: string, quote = `Give me ${theme}.`): { themes: ThemeRead[] } => ({ themes: [{ theme, quote }] });

describe('what somebody asks for', () => {
  it('is kept by its theme, with when and what they said last', async () => {
    const ada = oneCustomer(project());
    await ada.event('wrote', {}, asks('export', 'First.'));
    ada.clock.now += DAY;
    await ada.event('wrote', {}, asks('export', 'Second.'));
    await ada.event('wrote', {}, { ...asks('export', 'Late.'), at: new Date(T0 - DAY).toISOString() });
    expect((await ada.state()).themes).toEqual({ export: { at: T0 + DAY, event: 'wrote', quote: 'Second.' } });
  });

  it('is noted by a colleague, and taken away, by the time at which they did', async () => {
    const ada = oneCustomer(project());
    await ada.event('customer.theme_set', { theme: 'export', choice: 'set', quote: 'On the phone.' });
    expect((await ada.state()).themes?.export).toMatchObject({ noted: true, quote: 'On the phone.' });
    await ada.event('customer.theme_set', { theme: 'unheard of', choice: 'set' });
    expect(Object.keys((await ada.state()).themes ?? {})).toEqual(['export']);
    const before = new Date(T0 - DAY).toISOString();
    await ada.event('customer.theme_set', { theme: 'export', choice: 'removed' }, { at: before });
    expect((await ada.state()).themes).toHaveProperty('export');
    await ada.event('customer.theme_set', { theme: 'export', choice: 'removed' });
    expect((await ada.state()).themes).toEqual({});
  });

  it('is told back when it has changed, and a producer cannot say it instead', async () => {
    const ada = oneCustomer(project());
    await ada.event('wrote', {}, asks('export'));
    ada.clock.now += DAY;
    await ada.event('changed', { theme: 'export', said: 'Made up.' });
    expect(ada.standing('news')?.event).toEqual({ said: 'Give me export.', saidAt: new Date(T0).toISOString() });
    await ada.event('changed', { theme: 'other', said: 'Made up.', saidAt: new Date(T0).toISOString() });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'not-entered', reason: 'condition' });
  });

  it('after the change is no reason to be told of it', async () => {
    const ada = oneCustomer(project());
    await ada.event('wrote', {}, asks('export'));
    await ada.event('changed', { theme: 'export' }, { at: new Date(T0 - DAY).toISOString() });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'not-entered', reason: 'condition' });
  });

  it('is short, and of as many themes as there is room for: the newest', async () => {
    const ada = oneCustomer(project());
    for (let round = 0; round <= LIMITS.themes; round++) {
      ada.clock.now += DAY;
      await ada.event('wrote', {}, asks(`theme-${round}`, 'x'.repeat(900)));
    }
    const { themes = {} } = await ada.state();
    expect(Object.keys(themes)).toHaveLength(LIMITS.themes);
    expect(themes).not.toHaveProperty('theme-0');
    for (const { quote = '' } of Object.values(themes))
      expect(Buffer.byteLength(quote)).toBeLessThanOrEqual(LIMITS.quote);
  });

  it('under two ids is what one person asks for, and is told to those who find them by it', async () => {
    const { guest, ada, merge, pass, store } = twoIds(project());
    await guest.event('wrote', {}, asks('export', 'As a guest.'));
    pass(DAY);
    await ada.event('wrote', {}, asks('dark'));
    await merge();
    const { themes, before } = await ada.state();
    expect(themes).toMatchObject({ export: { quote: 'As a guest.' }, dark: { quote: 'Give me dark.' } });
    expect(before?.themes).toEqual(['export']);
    expect((await store.load('guest'))?.before?.themes).toEqual(['export']);
  });

  it('is gone with whom it was of', async () => {
    const ada = oneCustomer(project());
    await ada.event('wrote', {}, asks('export'));
    await ada.erase();
    const { themes, before } = await ada.state();
    expect([themes, before?.themes]).toEqual([undefined, ['export']]);
  });
});
