import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { LEASE, oneCustomer } from '../../support/customer.ts';

const enter = async () => {
  const ada = oneCustomer();
  await ada.event('start');
  return { ada, welcome: ada.task('hello', 'welcome') };
};

/** Of care: an unsure message is sent again. */
const repairing = async () => {
  const ada = oneCustomer();
  await ada.event('fail', { ref: 'f1' });
  return { ada, sorry: ada.task('repair', 'sorry') };
};

describe('a step that sends', () => {
  it('reserves, sends and records once; asked again it answers the same and writes nothing', async () => {
    const { ada, welcome } = await enter();
    expect(await ada.send(welcome)).toMatchObject({ reserved: { channel: 'inbox', because: 'Because of welcome.' } });
    expect(await ada.record(welcome)).toBe('sent');
    const version = ada.version();
    expect(await ada.send(welcome, 'a2')).toBe('sent');
    expect(await ada.record(welcome)).toBe('sent');
    expect(ada.version()).toBe(version);
    expect(ada.outcomes()).toEqual(['send-welcome sent clear']);
  });

  it('lets only the attempt that reserved send; its own lost reply is recognised', async () => {
    const { ada, welcome } = await enter();
    await ada.send(welcome, 'a1');
    const version = ada.version();
    expect(await ada.send(welcome, 'a1')).toMatchObject({ reserved: { channel: 'inbox' } });
    expect(ada.version()).toBe(version);
  });

  it('lets a second attempt wait for the lease of the first, and writes nothing for it', async () => {
    const { ada, welcome } = await enter();
    await ada.send(welcome, 'a1');
    const version = ada.version();
    ada.clock.now += LEASE - 1;
    expect(await ada.send(welcome, 'a2')).toBe('later');
    expect(ada.version()).toBe(version);
  });

  it('is unknown after a lost receipt where policy says drop, and never sent again', async () => {
    const { ada, welcome } = await enter();
    await ada.send(welcome, 'a1');
    ada.clock.now += LEASE;
    expect(await ada.send(welcome, 'a2')).toBe('sent');
    expect(await ada.send(welcome, 'a3')).toBe('sent');
    expect(ada.outcomes()).toEqual(['send-welcome unknown no-receipt']);
    expect(ada.journal.at(-1)).toMatchObject({ outcome: 'unknown', channel: 'inbox' });
  });

  it('asks the gate afresh after a lost receipt where policy says resend', async () => {
    const { ada, sorry } = await repairing();
    await ada.send(sorry, 'a1');
    ada.clock.now += LEASE;
    expect(await ada.send(sorry, 'a2')).toMatchObject({ reserved: { channel: 'inbox' } });
    expect(ada.standing('repair')).toMatchObject({ lapses: 1, reserved: { attempt: 'a2' } });
  });

  it('waits twice as long each time before it sends again to who never answers', async () => {
    const { ada, sorry } = await repairing();
    const begun = ada.clock.now;
    const sentAt: number[] = [];
    while (ada.clock.now < begun + HOUR) {
      const answer = await ada.send(sorry, `at ${ada.clock.now}`);
      if (typeof answer === 'object') sentAt.push((ada.clock.now - begun) / 60_000);
      ada.clock.now += 60_000;
    }
    expect(sentAt).toEqual([0, 1, 3, 7, 15, 31]);
  });

  it('is refused its record once another attempt has the step', async () => {
    const { ada, sorry } = await repairing();
    await ada.send(sorry, 'a1');
    ada.clock.now += LEASE;
    await ada.send(sorry, 'a2');
    expect(await ada.record(sorry, 'refused', 'a1')).toBe('later');
    expect(await ada.record(sorry, 'accepted', 'a2')).toBe('sent');
    expect(ada.outcomes()).toEqual(['send-sorry sent clear']);
  });

  it('fails when the channel refuses', async () => {
    const { ada, welcome } = await enter();
    await ada.send(welcome);
    expect(await ada.record(welcome, 'refused')).toBe('unsent');
    expect(ada.outcomes()).toEqual(['send-welcome failed channel-refused']);
  });

  it('is never called unsent once a lease of it ran out, since it may have gone out', async () => {
    const { ada, sorry } = await repairing();
    await ada.send(sorry, 'a1');
    ada.clock.now += LEASE;
    await ada.send(sorry, 'a2');
    expect(await ada.record(sorry, 'refused', 'a2')).toBe('sent');
    expect(ada.outcomes()).toEqual(['send-sorry unknown no-receipt']);
  });

  it('may be called sent also after its own lease, if nobody else has it', async () => {
    const { ada, welcome } = await enter();
    await ada.send(welcome);
    ada.clock.now += 2 * LEASE;
    expect(await ada.record(welcome)).toBe('sent');
    expect(ada.outcomes()).toEqual(['send-welcome sent clear']);
  });
});

describe('the record of a send', () => {
  it('answers a run of an earlier visit that the customer stands elsewhere', async () => {
    const { ada, welcome } = await enter();
    await ada.sent(welcome);
    await ada.send(ada.task('hello', 'tip'));
    const version = ada.version();
    expect(await ada.record(welcome)).toBe('elsewhere');
    expect(await ada.record({ ...ada.task('hello', 'tip'), step: 'send-welcome' })).toBe('elsewhere');
    expect(ada.version()).toBe(version);
  });

  it('says by which channel it was refused', async () => {
    const { ada, welcome } = await enter();
    await ada.send(welcome);
    await ada.record(welcome, 'refused');
    expect(ada.journal.at(-1)).toMatchObject({ outcome: 'failed', reason: 'channel-refused', channel: 'inbox' });
  });

  it('says until when a busy channel is left alone, at the pace of the stage', async () => {
    const { ada, welcome } = await enter();
    ada.published.catalogue = { ...ada.published.catalogue, pace: 60 };
    await ada.send(welcome);
    await ada.record(welcome, 'busy');
    const { due: until } = ada.standing('hello')!;
    expect((until - ada.clock.now) / 1000).toBeGreaterThanOrEqual(0.5);
    expect((until - ada.clock.now) / 1000).toBeLessThanOrEqual(1);
    expect(ada.journal.at(-1)).toMatchObject({ reason: 'channel-busy', until: new Date(until).toISOString() });
    expect(ada.standing('hello')).toMatchObject({ due: until, busy: { times: 1, until } });
  });
});

describe('a busy channel', () => {
  const minutesHeld = ({ clock, standing }: Awaited<ReturnType<typeof enter>>['ada']) =>
    (standing('hello')!.due - clock.now) / 60_000;

  it('releases the step and leaves it alone for a minute, and twice as long each time, an hour at most', async () => {
    const { ada, welcome } = await enter();
    const minutes: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      await ada.send(welcome, `a${attempt}`);
      expect(await ada.record(welcome, 'busy', `a${attempt}`)).toBe('later');
      minutes.push(minutesHeld(ada));
      expect(await ada.send(welcome, 'early')).toBe('later');
      ada.clock.now = ada.standing('hello')!.due;
    }
    // From half of it to all of it, so that what was turned away together does not come back together.
    for (const [index, longest] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      expect(minutes[index]).toBeGreaterThanOrEqual(longest / 2);
      expect(minutes[index]).toBeLessThanOrEqual(longest);
    }
    expect(ada.outcomes()).toEqual(['send-welcome held channel-busy']);
  });

  it('after a lapsed lease says by which channel the first attempt may have gone out', async () => {
    const { ada, sorry } = await repairing();
    await ada.send(sorry, 'lost');
    ada.clock.now += HOUR;
    await ada.send(sorry, 'second');
    expect(await ada.record(sorry, 'busy', 'second')).toBe('later');
    await ada.event('bye');
    ada.clock.now += 40 * 24 * HOUR;
    await ada.send(sorry, 'third');
    const last = ada.journal.findLast((entry) => entry.kind === 'decision');
    expect(last).toMatchObject({ outcome: 'unknown', channel: 'inbox' });
  });

  it('is not woken by its own commit', async () => {
    const { ada, welcome } = await enter();
    await ada.send(welcome);
    await ada.record(welcome, 'busy');
    const { due } = ada.standing('hello')!;
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')?.due).toBe(due);
  });
});

describe('what an enrolment emits', () => {
  it('is decided once a visit, however often its task comes', async () => {
    const ada = oneCustomer();
    ada.published.catalogue.journeys.hello!.steps.emit = { kind: 'emit', event: 'gift', with: { points: 5 } };
    await ada.event('start');
    const emit = ada.at('hello', 'emit');
    expect(await ada.advance(emit)).toBe('sent');
    const version = ada.version();
    expect(await ada.advance(emit)).toBe('sent');
    expect(ada.version()).toBe(version);
    expect(ada.decisions()).toMatchObject([{ moment: 'gift', visit: 1, outcome: 'sent', with: { points: 5 } }]);
  });
});

describe('an event', () => {
  it('that comes twice changes nothing', async () => {
    const { ada } = await enter();
    const version = ada.version();
    expect(await ada.event('start', {}, { id: 'e1' })).toBe('duplicate');
    expect(ada.version()).toBe(version);
  });

  it('that is older than all of its type that is remembered is stale: its facts count, journeys do not', async () => {
    const ada = oneCustomer(
      catalogue({ events: { again: eventType({ opens: { kind: 'failure', incident: 'ref' } }) } }),
    );
    for (let count = 0; count < 65; count++) {
      ada.clock.now += HOUR;
      await ada.event('again');
    }
    const at = new Date(ada.clock.now - 65 * HOUR).toISOString();
    expect(await ada.event('again', { ref: 'old' }, { at })).toBe('stale');
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
    expect(await ada.send(ada.task('hello', 'welcome'))).toHaveProperty('reserved');
  });
});
