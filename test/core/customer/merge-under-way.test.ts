import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, journey, moment, policy } from '../../support/catalogue.ts';
import { LEASE } from '../../support/customer.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const both = () => twoIds(catalogue({ events: MERGED }));

describe('who is under way under two ids', () => {
  it('is not written to twice: the cap and the gap count what both were sent', async () => {
    const news = { news: journey('news', 'done') };
    const { guest, ada: other, merge, pass } = twoIds(catalogue({ events: MERGED, journeys: news }));
    await guest.event('start');
    await other.event('done');
    await guest.sent(guest.task('hello', 'welcome'));
    pass(MINUTE);
    await merge();
    expect(await other.send(other.task('news', 'tip'))).toBe('later');
    expect(other.outcomes()).toEqual(['send-tip held gap']);
  });

  it('keeps a reservation: the record under the old id finds it', async () => {
    const { guest, ada: other, merge } = both();
    await guest.event('start');
    const task = guest.task('hello', 'welcome');
    expect(await guest.send(task)).toMatchObject({ reserved: {} });
    await merge();
    expect(await guest.record(task)).toBe('sent');
    expect(other.outcomes()).toEqual(['send-welcome sent clear']);
    expect(await guest.send(task, 'a2')).toBe('sent');
  });

  it('has a timer of their own under the new id, and nothing under the old one', async () => {
    const { guest, ada: other, merge } = both();
    await guest.event('start');
    const [id = ''] = Object.keys((await guest.state()).enrolments);
    const before = (await guest.state()).enrolments[id];
    await merge();
    const after = (await other.state()).enrolments[id];
    expect(after).toEqual({ ...before, timer: (before?.timer ?? 0) + 1 });
    expect(other.effects).toContainEqual(
      expect.objectContaining({ enrolment: id, timer: after?.timer, due: after?.due }),
    );
    expect((await guest.state()).enrolments).toEqual({});
  });

  it('is in one journey once: the one that entered first goes on, the other ends when nobody may be sending', async () => {
    const { guest, ada: other, merge, pass } = both();
    await guest.event('start');
    pass(HOUR);
    await other.event('start');
    const task = other.task('hello', 'welcome');
    await other.send(task);
    await merge();
    expect(Object.keys((await other.state()).enrolments)).toHaveLength(2);
    await other.record(task);
    expect(Object.keys((await other.state()).enrolments)).toEqual([guest.enrolment('hello')]);
    expect(other.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'merged' });
    expect(other.outcomes()).toEqual(['send-welcome sent clear']);
  });

  it('goes on in both where they are about different things', async () => {
    const perRef = catalogue({
      events: MERGED,
      journeys: {
        repair: journey('repair', 'fail', {
          purpose: 'care',
          enter: { on: ['fail'], again: 'always', per: 'event.ref' },
        }),
      },
    });
    const { guest, ada: other, merge } = twoIds(perRef);
    await guest.event('fail', { ref: 'r1' });
    await other.event('fail', { ref: 'r2' });
    await merge();
    expect(
      Object.values((await other.state()).enrolments)
        .map(({ per }) => per)
        .sort(),
    ).toEqual(['r1', 'r2']);
  });

  it('leaves by an exit, and hears an answer, that came under the other id', async () => {
    const { guest, ada: other, merge } = both();
    await guest.event('start');
    await guest.sent(guest.task('hello', 'welcome'));
    await guest.advance(guest.at('hello', 'listen-reply'));
    await other.event('reply', { ref: 'r' });
    await merge();
    expect(Object.values((await other.state()).enrolments)).toMatchObject([
      {
        at: 'listen-reply',
        answer: 'heard',
        heard: { ref: 'r' },
      },
    ]);
    const again = both();
    await again.guest.event('start');
    await again.ada.event('done');
    await again.merge();
    expect(again.ada.journal.slice(-2)).toMatchObject([{ kind: 'goal' }, { kind: 'ended', reason: 'goal' }]);
  });

  it('takes an event once, whichever id it came under first', async () => {
    const { guest, ada: other, merge, store } = both();
    await guest.event('start', {}, { id: 'once' });
    await merge();
    const before = await store.load('ada');
    expect(await other.event('start', {}, { id: 'once' })).toBe('duplicate');
    expect(await store.load('ada')).toEqual(before);
  });

  it('leaves what was entered last where one item has no room for both', async () => {
    const many = catalogue({
      events: MERGED,
      journeys: {
        repair: journey('repair', 'fail', {
          purpose: 'care',
          enter: { on: ['fail'], again: 'always', per: 'event.ref' },
        }),
      },
    });
    const { guest, ada: other, merge, pass } = twoIds(many);
    for (let n = 0; n < 20; n++) {
      pass(MINUTE);
      await guest.event('fail', { ref: `g${n}` });
      await other.event('fail', { ref: `a${n}` });
    }
    await merge();
    const left = Object.values((await other.state()).enrolments).map(({ per }) => per);
    expect(left).toHaveLength(24);
    expect(left).toContain('g0');
    expect(left).not.toContain('g19');
    const ended = other.journal.filter(({ kind }) => kind === 'ended');
    expect(ended).toHaveLength(16);
    expect(ended[0]).toMatchObject({ reason: 'merged' });
  });

  it('waits with the merge while what has to leave is being sent', async () => {
    const many = catalogue({
      events: MERGED,
      moments: { news: moment('news', { purpose: 'transactional' }) },
      policy: { ...policy, gap: 0 },
      journeys: {
        repair: journey('repair', 'fail', {
          purpose: 'care',
          enter: { on: ['fail'], again: 'always', per: 'event.ref' },
        }),
      },
    });
    const { guest, ada: other, merge, pass } = twoIds(many);
    for (let n = 0; n < 13; n++) {
      await guest.event('fail', { ref: `g${n}` });
      await guest.send(guest.task('repair', 'news'), `g${n}`);
      await other.event('fail', { ref: `a${n}` });
      await other.send(other.task('repair', 'news'), `a${n}`);
    }
    const before = await guest.state();
    await expect(merge()).rejects.toThrow('tried again');
    expect(await guest.state()).toEqual(before);
    pass(LEASE + 1);
    expect(await merge()).toBe('applied');
  });
});
