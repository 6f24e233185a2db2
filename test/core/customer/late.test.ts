import { describe, expect, it } from 'vitest';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { DAY, HOUR, oneCustomer } from '../../support/customer.ts';

const earlier = (ada: ReturnType<typeof oneCustomer>, ago: number) => ({
  at: new Date(ada.clock.now - ago).toISOString(),
});

describe('an entering event that comes after what ends its journey', () => {
  const late = async (exits: { on: string; phase?: string }[]) => {
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
    const ada = await late([{ on: 'done', phase: 'exit-1' }]);
    expect(await ada.send(ada.task('hello', 'welcome'))).toEqual({ outcome: 'ended' });
    expect(await ada.send(ada.task('hello', 'tip', { phase: 'exit-1' }))).toMatchObject({ outcome: 'reserved' });
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
  const asking = async () => {
    const ada = oneCustomer(catalogue({ events }));
    await ada.event('start');
    const question = ada.listening('hello', 'said', { answers: { moment: 'welcome', asks: 'csat' } });
    return { ada, welcome: ada.task('hello', 'welcome'), question };
  };

  it('is not answered by a score from before it was asked', async () => {
    const { ada, welcome, question } = await asking();
    await ada.event('said', { scale: 'csat', score: 1 });
    ada.clock.now += HOUR;
    await ada.send(welcome);
    await ada.record(welcome);
    ada.effects.length = 0;
    await ada.listen(question);
    expect(ada.effects).toEqual([]);
    ada.clock.now += HOUR;
    await ada.event('said', { scale: 'csat', score: 5 });
    expect(ada.effects.at(-1)).toMatchObject({ answer: { outcome: 'heard', heard: { score: 5 } } });
  });

  it('that was not asked has no answer, whatever is said meanwhile', async () => {
    const { ada, question } = await asking();
    await ada.event('said', { scale: 'csat', score: 1 });
    await ada.event('said', { answers: 'welcome', score: 1 });
    await ada.listen(question);
    expect(await ada.decide(question)).toMatchObject({ outcome: 'silent' });
  });
});

describe('what a listening step took', () => {
  it('is heard, whatever the id of the event', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const task = ada.listening('hello', 'reply');
    await ada.event('reply', { ref: 'r1' }, { id: 'silent' });
    await ada.listen(task);
    expect(await ada.decide(task)).toMatchObject({ outcome: 'heard', heard: { ref: 'r1' } });
  });

  it('says when it happened, whether the step waited for it or found it there', async () => {
    const reply = eventType({ awaited: true, kept: ['at'] });
    const ada = oneCustomer(catalogue({ events: { reply } }));
    await ada.event('start');
    const at = new Date(ada.clock.now).toISOString();
    await ada.event('reply');
    await ada.listen(ada.listening('hello', 'reply', { step: 'found' }));
    expect(ada.effects.at(-1)).toMatchObject({ answer: { heard: { at } } });
    ada.clock.now += DAY;
    await ada.listen(ada.listening('hello', 'reply', { step: 'waited' }));
    await ada.event('reply');
    expect(ada.effects.at(-1)).toMatchObject({ answer: { heard: { at: new Date(ada.clock.now).toISOString() } } });
  });
});
