import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const earlier = (ada: ReturnType<typeof oneCustomer>, ago: number) => ({
  at: new Date(ada.clock.now - ago).toISOString(),
});

describe('an entering event that comes after what ends its journey', () => {
  const late = async (exits: { on: string; words?: string }[]) => {
    const ada = oneCustomer(catalogue({ journeys: { hello: journey('hello', 'start', { exits }) } }));
    await ada.event('done');
    await ada.event('start', {}, earlier(ada, HOUR));
    return ada;
  };

  it('leaves at once', async () => {
    const ada = await late([{ on: 'done' }]);
    expect((await ada.state()).enrolments).toEqual({});
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'exit' });
  });

  it('says its last words only', async () => {
    const ada = await late([{ on: 'done', words: 'Exit-1' }]);
    expect(ada.standing('hello')).toMatchObject({ at: 'Exit-1', visit: 1, due: ada.clock.now });
    expect(await ada.send(ada.task('hello', 'tip'))).toHaveProperty('reserved');
  });

  it('has reached its goal', async () => {
    const ada = oneCustomer();
    await ada.event('done');
    await ada.event('start', {}, earlier(ada, HOUR));
    expect(ada.journal.map(({ kind }) => kind).slice(-3)).toEqual(['entered', 'goal', 'ended']);
  });

  it('is not touched by what came before it', async () => {
    const ada = oneCustomer();
    await ada.event('done', {}, earlier(ada, 2 * HOUR));
    await ada.event('start', {}, earlier(ada, HOUR));
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'entered' });
  });
});

describe('a question', () => {
  const events = {
    said: eventType({
      awaited: true,
      kept: ['answers', 'scale', 'score'],
      fields: {
        scale: { type: 'text', optional: true, provenance: 'stated' },
        score: { type: 'number', optional: true, provenance: 'stated' },
        answers: { type: 'text', optional: true, provenance: 'stated' },
      },
    }),
  };
  const question = {
    kind: 'listen' as const,
    on: ['said'],
    within: 7 * 86_400,
    answers: { moment: 'welcome', asks: 'csat' as const },
  };
  const asking = async () => {
    const ada = oneCustomer(
      catalogue({ events, journeys: { hello: journey('hello', 'start', { steps: { question } }) } }),
    );
    await ada.event('start');
    return ada;
  };

  it('is not answered by a score from before it was asked', async () => {
    const ada = await asking();
    await ada.event('said', { scale: 'csat', score: 1 });
    ada.clock.now += HOUR;
    await ada.sent(ada.task('hello', 'welcome'));
    expect(await ada.advance(ada.at('hello', 'question'))).toBe('later');
    ada.clock.now += HOUR;
    await ada.event('said', { scale: 'csat', score: 5 });
    expect(ada.standing('hello')).toMatchObject({ answer: 'heard', heard: { score: 5 } });
  });

  it('that was not asked has no answer, whatever is said meanwhile', async () => {
    const ada = await asking();
    await ada.event('said', { scale: 'csat', score: 1 });
    await ada.event('said', { answers: 'welcome', score: 1 });
    expect(await ada.advance(ada.at('hello', 'question'))).toBe('silent');
  });
});

describe('what a listening step took', () => {
  it('is heard, whatever the id of the event', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    await ada.event('reply', { ref: 'r1' }, { id: 'silent' });
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('heard');
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'r1' } });
  });

  it('says when it happened, whether the step waited for it or found it there', async () => {
    const reply = eventType({ awaited: true, kept: ['at'] });
    const waited = { kind: 'listen' as const, on: ['reply'], within: 7 * 86_400 };
    const hello = journey('hello', 'start', { steps: { waited } });
    const ada = oneCustomer(catalogue({ events: { reply }, journeys: { hello } }));
    await ada.event('start');
    const at = new Date(ada.clock.now).toISOString();
    await ada.event('reply');
    await ada.advance(ada.at('hello', 'listen-reply'));
    expect(ada.standing('hello')?.heard).toEqual({ at });
    ada.clock.now += DAY;
    await ada.advance(ada.at('hello', 'waited'));
    await ada.event('reply');
    expect(ada.standing('hello')?.heard).toEqual({ at: new Date(ada.clock.now).toISOString() });
  });
});
