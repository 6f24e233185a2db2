import { DeleteItemCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { createDynamoFlags } from '../../../functions/operate/flags.dynamo.ts';
import { createOperate } from '../../../functions/operate/operate.ts';
import { createMemoryBroadcasts } from '../../../simulator/world/broadcasts.memory.ts';
import { catalogue } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const memory = (...paused: string[]) => {
  const set = new Set(paused);
  return {
    set,
    paused: async () => [...set],
    pause: async (journey: string) => void set.add(journey),
    resume: async (journey: string) => void set.delete(journey),
  };
};

const NOTHING = { found: {}, examples: {}, moved: 0, kept: 0, left: 0, done: true };

const setting = (flags = memory()) => ({
  catalogue: catalogue(),
  flags,
  store: { load: async (id: string) => (id === 'ada' ? emptyCustomer('ada', 0) : undefined) },
  records: { page: async (id: string) => (id === 'bob' ? { items: [] } : { items: [1], next: 'b' }) },
  counts: { of: async () => [] },
  redrive: {
    bringBack: async () => ({ taken: 2, moved: 5, givenUp: 1 }),
    look: async () => NOTHING,
    pass: async (place: string, command: object) => ({ ...NOTHING, examples: { [place]: JSON.stringify(command) } }),
  },
  broadcasts: createMemoryBroadcasts(),
  steps: { send: async () => {} },
  keys: {
    links: {
      read: async () => [{ key: 'k'.repeat(64), from: 0 }],
      write: async () => {},
      make: () => 'n'.repeat(64),
    },
  },
  now: () => 7,
  change: async () => {
    throw new Error('nobody is to be changed');
  },
});

/** Ada, whose earlier id was `guest`. */
const ofTwoIds = () => {
  const ids: string[] = [];
  const changed: string[] = [];
  const items: Record<string, object> = {
    ada: { ...emptyCustomer('ada', 0), version: 2, aliases: ['guest'] },
    guest: { ...emptyCustomer('guest', 0), version: 2, movedTo: 'ada' },
  };
  const entry = (customer: string, at: string) => ({
    kind: 'goal',
    at,
    customer,
    journey: 'hello',
    enrolment: 'e',
    event: 'x',
  });
  const timelines: Record<string, object[]> = {
    ada: [entry('ada', '2026-03-03T10:00:00.000Z')],
    guest: [entry('guest', '2026-03-02T10:00:00.000Z')],
  };
  const deps = {
    ...setting(),
    store: { load: async (id: string) => items[id] as ReturnType<typeof emptyCustomer> | undefined },
    records: {
      page: async (id: string) => {
        ids.push(id);
        return { items: timelines[id] ?? [] };
      },
    },
    change: async (id: string) => {
      changed.push(id);
      return { answer: 'erased' } as never;
    },
  };
  return { operate: createOperate(deps), ids, changed };
};

describe('an operator who asks by either id of a person', () => {
  it.each(['guest', 'ada'])('reads their item by %s', async (customer) => {
    const { items } = await ofTwoIds().operate({ command: 'read', customer, part: 'state' });
    expect(items).toMatchObject([{ id: 'ada', aliases: ['guest'] }]);
  });

  it.each(['guest', 'ada'])('is told why from the records of both by %s', async (customer) => {
    const { operate, ids } = ofTwoIds();
    expect(await operate({ command: 'why', customer })).toMatchObject({ ok: true });
    expect(ids).toEqual(['ada', 'guest']);
  });

  it.each(['guest', 'ada'])('erases all of them by %s', async (customer) => {
    const { operate, changed } = ofTwoIds();
    expect(await operate({ command: 'erase', customer })).toMatchObject({ ok: true });
    expect(changed).toEqual(['ada']);
  });
});

describe('an operator', () => {
  it('pauses and resumes a journey, and may say so twice', async () => {
    const flags = memory();
    const operate = createOperate(setting(flags));
    for (const _ of [1, 2]) expect(await operate({ command: 'pause', journey: 'hello' })).toMatchObject({ ok: true });
    expect(await operate({ command: 'paused' })).toEqual({ ok: true, lines: ['hello'] });
    for (const _ of [1, 2]) expect(await operate({ command: 'resume', journey: 'hello' })).toMatchObject({ ok: true });
    expect([...flags.set]).toEqual([]);
  });

  it('is told which journeys there are instead of pausing none', async () => {
    const flags = memory();
    const answer = await createOperate(setting(flags))({ command: 'pause', journey: 'helo' });
    expect(answer).toEqual({ ok: false, lines: ['No journey "helo" is deployed here. There is hello, repair.'] });
    expect([...flags.set]).toEqual([]);
  });

  it('can resume a journey that has left the catalogue', async () => {
    const flags = memory('gone');
    const operate = createOperate(setting(flags));
    expect(await operate({ command: 'resume', journey: 'gone' })).toMatchObject({ ok: true });
    expect([...flags.set]).toEqual([]);
  });
});

describe('an operator who reads', () => {
  const operate = createOperate(setting());

  it('gets the item of a customer, if there is one', async () => {
    const state = (customer: string) => operate({ command: 'read', customer, part: 'state' });
    expect((await state('ada')).items).toMatchObject([{ id: 'ada' }]);
    expect((await state('bob')).items).toEqual([]);
  });

  it('gets records a page at a time', async () => {
    const page = await operate({ command: 'read', customer: 'ada', part: 'timeline', after: 'a' });
    expect(page).toEqual({ ok: true, lines: [], items: [1], next: 'b' });
  });
});

describe('an operator who erases', () => {
  it('ends what ran and empties the item, and may say so twice', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const { store, change } = ada;
    const operate = createOperate({ ...setting(), store, change });
    for (const ran of ['The one journey that ran has ended', 'No journey ran']) {
      const { ok, lines } = await operate({ command: 'erase', customer: 'ada' });
      expect({ ok, line: lines.join() }).toEqual({ ok: true, line: `${ran}, and the item is empty.` });
      expect((await ada.state()).erased).toBe(ada.clock.now);
    }
  });

  it('is told of a stranger that there is nothing, and nobody is created', async () => {
    const answer = await createOperate(setting())({ command: 'erase', customer: 'bob' });
    expect(answer).toEqual({ ok: false, lines: ['Nothing is held of "bob" here.'] });
  });
});

describe('an operator who asks why', () => {
  const asking = async (times: number) => {
    const ada = oneCustomer();
    await ada.event('start');
    await ada.send(ada.task('hello', 'welcome'));
    await ada.record(ada.task('hello', 'welcome'));
    const [first, ...rest] = ada.journal;
    const records = {
      page: async (_: string, _shelf: string, after?: string) =>
        after === undefined ? { items: [first], next: 'b' } : { items: Array(times).fill(rest).flat() },
    };
    return createOperate({ ...setting(), store: ada.store, records });
  };

  it('gets it from all that is on record, in lines', async () => {
    const operate = await asking(1);
    const { ok, lines, next } = await operate({ command: 'why', customer: 'ada' });
    expect({ ok, next }).toEqual({ ok: true, next: undefined });
    expect(lines.join('\n')).toContain('hello [hello], entered Mon, 2 Mar 2026, 10:00 +00:00 after start');
  });

  it('gets a long story a page at a time', async () => {
    const operate = await asking(3000);
    const first = await operate({ command: 'why', customer: 'ada', json: true });
    expect(first.next).toBe(String(first.lines.length));
    const second = await operate({ command: 'why', customer: 'ada', json: true, after: first.lines.length });
    expect(JSON.parse([...first.lines, ...second.lines].join('\n')).decisions).toHaveLength(3000);
  });
});

describe('an operator who redrives', () => {
  const operate = createOperate(setting());

  it('is told what lies there and the time, by which what comes later is left alone', async () => {
    expect((await operate({ command: 'look', place: 'rejects' })).items).toEqual([{ ...NOTHING, now: 7 }]);
    const command = { command: 'redrive', place: 'stream', before: 7, from: 1 };
    expect((await operate(command)).items).toMatchObject([
      { examples: { stream: expect.stringContaining('"before":7') } },
    ]);
  });

  it('cannot name a place that is none', async () => {
    await expect(operate({ command: 'look', place: 'outbox' })).rejects.toThrow('place');
  });
});

describe('flags in DynamoDB', () => {
  it('are an item each, below one key', async () => {
    const client = new DynamoDBClient({ region: 'eu-west-1' });
    const mock = mockClient(client);
    mock
      .on(QueryCommand)
      .resolvesOnce({ Items: [{ sk: { S: 'a' } }], LastEvaluatedKey: { pk: { S: 'flag#paused' }, sk: { S: 'a' } } })
      .resolvesOnce({ Items: [{ sk: { S: 'b' } }] });
    const flags = createDynamoFlags({ client, table: 'records' });
    await flags.pause('renewal');
    await flags.resume('renewal');
    const key = { pk: { S: 'flag#paused' }, sk: { S: 'renewal' } };
    expect(mock.commandCalls(PutItemCommand)[0]?.args[0].input).toEqual({ TableName: 'records', Item: key });
    expect(mock.commandCalls(DeleteItemCommand)[0]?.args[0].input).toEqual({ TableName: 'records', Key: key });
    expect(await flags.paused()).toEqual(['a', 'b']);
  });
});
