import { describe, expect, it } from 'vitest';
import { DAY, HOUR, oneCustomer } from '../../support/customer.ts';

const entered = async () => {
  const ada = oneCustomer();
  await ada.event('start');
  return { ada, welcome: ada.task('hello', 'welcome') };
};

describe('a step that sends', () => {
  it('reserves, sends and records once; asked again it answers the same and writes nothing', async () => {
    const { ada, welcome } = await entered();
    expect(await ada.send(welcome)).toMatchObject({ outcome: 'reserved', decision: { channel: 'inbox' } });
    expect(await ada.record(welcome)).toEqual({ outcome: 'sent' });
    const version = ada.version();
    expect(await ada.send(welcome, 'a2')).toEqual({ outcome: 'sent' });
    expect(await ada.record(welcome)).toEqual({ outcome: 'sent' });
    expect(ada.version()).toBe(version);
    expect(ada.outcomes()).toEqual(['send-welcome sent clear']);
  });

  it('lets only the attempt that reserved send; its own lost reply is recognised', async () => {
    const { ada, welcome } = await entered();
    await ada.send(welcome, 'a1');
    expect(await ada.send(welcome, 'a2')).toMatchObject({ outcome: 'later' });
    expect(await ada.send(welcome, 'a1')).toMatchObject({ outcome: 'reserved' });
  });

  it('is unknown after a lost receipt where policy says drop, and never sent again', async () => {
    const { ada, welcome } = await entered();
    await ada.send(welcome, 'a1');
    ada.clock.now += 60_000;
    expect(await ada.send(welcome, 'a2')).toEqual({ outcome: 'sent' });
    expect(ada.outcomes()).toEqual(['send-welcome unknown no-receipt']);
  });

  it('asks the gate afresh after a lost receipt where policy says resend', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' });
    const sorry = ada.task('repair', 'sorry');
    await ada.send(sorry, 'a1');
    ada.clock.now += 60_000;
    expect(await ada.send(sorry, 'a2')).toMatchObject({ outcome: 'reserved', decision: { attempt: 'a2' } });
  });

  it('waits twice as long each time before it sends again to who never answers', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' });
    const sorry = ada.task('repair', 'sorry');
    const begun = ada.clock.now;
    const sentAt: number[] = [];
    for (let attempt = 0; ada.clock.now < begun + 3600_000; attempt++) {
      const answer = await ada.send(sorry, `a${attempt}`);
      if (answer.outcome === 'reserved') sentAt.push((ada.clock.now - begun) / 60_000);
      const waits = await ada.record(sorry, 'none', `a${attempt}`);
      ada.clock.now = (waits as { until: number }).until;
    }
    expect(sentAt).toEqual([0, 1, 3, 7, 15, 31]);
  });

  it('is released and held for a minute when the channel was busy', async () => {
    const { ada, welcome } = await entered();
    await ada.send(welcome);
    expect(await ada.record(welcome, 'busy')).toEqual({ outcome: 'held', until: ada.clock.now + 60_000 });
    expect(await ada.send(welcome, 'a2')).toMatchObject({ outcome: 'held' });
    ada.clock.now += 60_000;
    expect(await ada.send(welcome, 'a3')).toMatchObject({ outcome: 'reserved' });
  });

  it('fails when the channel refuses', async () => {
    const { ada, welcome } = await entered();
    await ada.send(welcome);
    expect(await ada.record(welcome, 'refused')).toEqual({ outcome: 'unsent' });
    expect(ada.outcomes()).toEqual(['send-welcome failed channel-refused']);
  });

  it('ends the enrolment in the commit of its last decision', async () => {
    const { ada, welcome } = await entered();
    const last = { ...welcome, ends: 'always' as const };
    await ada.send(last);
    await ada.record(last);
    expect((await ada.state()).enrolments).toEqual({});
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'finished' });
  });
});

describe('a step that is held', () => {
  it('is journalled once while its reason stays, and wakes when the incident closes', async () => {
    const { ada, welcome } = await entered();
    await ada.event('fail', { ref: 'f1' });
    expect(await ada.send(welcome)).toMatchObject({ outcome: 'held' });
    await ada.park(welcome);
    await ada.send(welcome);
    expect(ada.outcomes()).toEqual(['send-welcome held open-incident']);
    await ada.park(welcome);
    ada.effects.length = 0;
    await ada.event('mend', { ref: 'f1' });
    await ada.finish('repair');
    expect(ada.effects).toEqual([expect.objectContaining({ type: 'resume', step: 'send-welcome' })]);
  });

  it('resumes itself when the park comes after what cleared it', async () => {
    const { ada, welcome } = await entered();
    await ada.event('fail', { ref: 'f1' });
    await ada.send(welcome);
    await ada.event('mend', { ref: 'f1' });
    await ada.finish('repair');
    ada.effects.length = 0;
    await ada.park(welcome);
    expect(ada.effects).toEqual([expect.objectContaining({ type: 'resume', step: 'send-welcome' })]);
  });

  it('wakes what an ending enrolment muted', async () => {
    const { ada, welcome } = await entered();
    await ada.event('fail', { ref: 'f1' });
    await ada.event('mend', { ref: 'f1' });
    expect(await ada.send(welcome)).toMatchObject({ outcome: 'held' });
    expect(ada.outcomes()).toEqual(['send-welcome held muted-by:repair']);
    await ada.park(welcome);
    ada.effects.length = 0;
    await ada.finish('repair');
    expect(ada.effects).toEqual([expect.objectContaining({ type: 'resume', step: 'send-welcome' })]);
  });

  it('is suppressed when patience is over, counted from its first hold', async () => {
    const { ada, welcome } = await entered();
    await ada.event('fail', { ref: 'f1' });
    await ada.send(welcome);
    ada.clock.now += 10 * DAY;
    expect(await ada.send(welcome)).toEqual({ outcome: 'unsent' });
    expect(ada.outcomes().at(-1)).toBe('send-welcome suppressed patience:open-incident');
  });
});

describe('an enrolment that ends early', () => {
  it('journals `ended` for what was held and wakes its machine, which is then told', async () => {
    const { ada, welcome } = await entered();
    await ada.event('fail', { ref: 'f1' });
    await ada.send(welcome);
    await ada.park(welcome);
    await ada.event('done');
    expect(ada.outcomes().at(-1)).toBe('send-welcome ended enrolment-ended');
    expect(ada.effects.at(-1)).toMatchObject({ type: 'resume', step: 'send-welcome' });
    expect(await ada.send(welcome)).toEqual({ outcome: 'ended' });
  });

  it('leaves a reserved step to its record', async () => {
    const { ada, welcome } = await entered();
    await ada.send(welcome);
    await ada.event('done');
    expect(ada.outcomes()).toEqual([]);
    await ada.record(welcome);
    expect(ada.outcomes()).toEqual(['send-welcome sent clear']);
  });

  it('settles a reservation whose sender never came back', async () => {
    const { ada, welcome } = await entered();
    await ada.send(welcome);
    await ada.event('done');
    ada.clock.now += HOUR;
    await ada.event('start');
    expect(ada.outcomes()).toEqual(['send-welcome unknown no-receipt']);
  });

  it('is over when its longest path is, whatever happened to its machine', async () => {
    const { ada, welcome } = await entered();
    ada.clock.now += 61 * DAY + 1;
    expect(await ada.send(welcome)).toEqual({ outcome: 'ended' });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'expired' });
  });
});

describe('a step that listens', () => {
  it('takes what happened since enrolment, once', async () => {
    const { ada } = await entered();
    await ada.event('reply', { ref: 'r1' });
    await ada.listen(ada.listening('hello', 'reply'));
    expect(ada.effects.at(-1)).toMatchObject({ answer: { outcome: 'heard', heard: { ref: 'r1' } } });
    ada.effects.length = 0;
    await ada.listen(ada.listening('hello', 'reply', { step: 'listen-reply-2' }));
    expect(ada.effects).toEqual([]);
  });

  it('is woken by the event it waits for, and not by one that its condition refuses', async () => {
    const { ada } = await entered();
    await ada.listen(ada.listening('hello', 'reply', { where: 'heard.ref = "r2"' }));
    await ada.event('reply', { ref: 'r1' });
    expect(ada.effects.filter(({ type }) => type === 'resume')).toEqual([]);
    await ada.event('reply', { ref: 'r2' });
    expect(ada.effects.at(-1)).toMatchObject({ step: 'listen-reply', answer: { heard: { ref: 'r2' } } });
  });

  it('stays silent once it went silent, whatever comes later', async () => {
    const { ada } = await entered();
    const task = ada.listening('hello', 'reply');
    await ada.listen(task);
    expect(await ada.decide(task)).toMatchObject({ outcome: 'silent', heard: {} });
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.decide(task)).toMatchObject({ outcome: 'silent' });
  });

  it('hears an event that met its time-out', async () => {
    const { ada } = await entered();
    const task = ada.listening('hello', 'reply');
    await ada.listen(task);
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.decide(task)).toMatchObject({ outcome: 'heard', heard: { ref: 'r1' } });
  });

  it('answers what it heard itself when it is asked again after a later step has heard', async () => {
    const { ada } = await entered();
    const silent = ada.listening('hello', 'reply', { step: 'silent' });
    const first = ada.listening('hello', 'reply', { step: 'first' });
    const second = ada.listening('hello', 'reply', { step: 'second' });
    await ada.decide(silent);
    await ada.event('reply', { ref: 'r1' });
    await ada.listen(first);
    await ada.event('reply', { ref: 'r2' });
    await ada.listen(second);
    expect(await ada.decide(silent)).toMatchObject({ outcome: 'silent', heard: {} });
    expect(await ada.decide(first)).toMatchObject({ outcome: 'heard', heard: { ref: 'r1' } });
    expect(await ada.decide(second)).toMatchObject({ outcome: 'heard', heard: { ref: 'r2' } });
  });

  it('commits again when asked again, so that its resume leaves', async () => {
    const { ada } = await entered();
    await ada.event('reply', { ref: 'r1' });
    const task = ada.listening('hello', 'reply');
    await ada.listen(task);
    ada.effects.length = 0;
    await ada.listen(task);
    expect(ada.effects).toEqual([expect.objectContaining({ type: 'resume', step: 'listen-reply' })]);
  });

  it('is silent at once when the moment it asks after was not sent', async () => {
    const { ada } = await entered();
    const task = ada.listening('hello', 'reply', { answers: { moment: 'tip', asks: 'nps' } });
    await ada.listen(task);
    expect(ada.effects.at(-1)).toEqual(expect.not.objectContaining({ answer: expect.anything() }));
    expect(await ada.decide(task)).toMatchObject({ outcome: 'silent' });
  });
});

describe('an event', () => {
  it('that comes twice changes nothing', async () => {
    const { ada } = await entered();
    const version = ada.version();
    expect(await ada.event('start', {}, { id: 'e1' })).toBe('duplicate');
    expect(ada.version()).toBe(version);
  });

  it('that is older than all that is remembered is stale: its facts count, journeys do not', async () => {
    const ada = oneCustomer();
    for (let count = 0; count < 65; count++) {
      ada.clock.now += HOUR;
      await ada.event('reply', { ref: 'x' });
    }
    const at = new Date(ada.clock.now - 65 * HOUR).toISOString();
    expect(await ada.event('fail', { ref: 'old' }, { at })).toBe('stale');
    expect((await ada.state()).incidents['failure:old']).toBeDefined();
    expect(ada.journal.filter(({ kind }) => kind === 'entered')).toEqual([]);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'rejected', reason: 'stale' });
  });

  it('that closes an incident before it opened leaves no incident open', async () => {
    const ada = oneCustomer();
    const earlier = new Date(ada.clock.now - HOUR).toISOString();
    await ada.event('mend', { ref: 'f1' });
    await ada.event('fail', { ref: 'f1' }, { at: earlier });
    await ada.event('start');
    await ada.finish('repair');
    expect(await ada.send(ada.task('hello', 'welcome'))).toMatchObject({ outcome: 'reserved' });
  });

  it('of farewell ends every enrolment and lets none begin', async () => {
    const { ada } = await entered();
    await ada.event('bye');
    await ada.event('start');
    expect(ada.journal.slice(-2)).toMatchObject([
      { kind: 'ended', reason: 'farewell' },
      { kind: 'not-entered', reason: 'account-closed' },
    ]);
  });
});
