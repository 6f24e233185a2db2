import { describe, expect, it } from 'vitest';
import { restOf } from '../../../core/customer/model/rest.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { createCensus } from '../../../functions/census/census.ts';
import { createMemoryCensus } from '../../../simulator/world/census.memory.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
const workflows = catalogue({
  events: {
    ...MERGED,
    called: eventType({ fields: { name: text, email: text }, sets: { name: 'name', email: 'email' } }),
  },
});

/** Two ids under way, whose commits are counted as they come, and what must then be known of everybody. */
const openCensus = () => {
  const two = twoIds(workflows);
  const { read, ...storage } = createMemoryCensus(two.store.load);
  const census = createCensus({ ...storage, directory: storage.directory });
  const seen = { guest: 0, ada: 0 };
  let sequence = 0;

  const stateOf = (id: 'guest' | 'ada'): Promise<CustomerState | undefined> => two.store.load(id);

  /** Counts what each of the two has committed since, and looks whether all that is known is so. */
  const count = async (): Promise<void> => {
    const states = (await Promise.all([stateOf('guest'), stateOf('ada')])).flatMap((state) => state ?? []);
    const news = states.filter(({ id, version }) => version > seen[id as 'guest' | 'ada']);
    for (const { id, version } of news) {
      expect(version, 'each commit is counted by itself').toBe(seen[id as 'guest' | 'ada'] + 1);
      seen[id as 'guest' | 'ada'] = version;
    }
    await census(
      'shard',
      news.map((commit) => ({ sequence: String(++sequence), commit })),
    );
    const resting = states.flatMap(({ id, enrolments }) =>
      Object.entries(enrolments).flatMap(([enrolment, one]) => {
        const rest = restOf(one);
        return rest ? [{ customer: id, journey: one.journey, step: one.at, enrolment, since: one.since, ...rest }] : [];
      }),
    );
    for (const journey of ['hello', 'repair']) {
      const own = resting.filter((one) => one.journey === journey);
      const steps = Object.keys(workflows.journeys[journey]?.steps ?? {});
      const pages = await Promise.all(steps.map((step) => read.people.at({ journey, step }, { count: 9 })));
      expect(pages.flatMap(({ items }) => items).toSorted((a, b) => (a.customer < b.customer ? -1 : 1))).toEqual(
        own.toSorted((a, b) => (a.customer < b.customer ? -1 : 1)),
      );
      const sum = (await read.people.counts(journey)).reduce((total, one) => total + one.count, 0);
      expect(sum).toBe(own.length);
    }
  };
  const does = async <Answer>(action: Promise<Answer>): Promise<Answer> => {
    const answer = await action;
    await count();
    return answer;
  };
  const search = async (text: string) =>
    (await read.directory.find(text, { count: 9 })).items.map(({ customer }) => customer);
  return { ...two, does, search, read };
};

describe('people under way', () => {
  it('are known where they rest: listening, held, and after either not any more', async () => {
    const { ada, does, read } = openCensus();
    await does(ada.event('start'));
    await does(ada.event('fail', { ref: 'f1' }));
    const welcome = ada.task('hello', 'welcome');
    await does(ada.send(welcome));
    expect(await read.people.counts('hello')).toEqual([{ step: 'send-welcome', held: 'open-incident', count: 1 }]);
    await does(ada.event('mend', { ref: 'f1' }));
    await does(ada.send(welcome));
    ada.clock.now += 10 * 86_400_000;
    await does(ada.send(welcome));
    await does(ada.advance(ada.at('repair', 'listen-reply')));
    expect(await read.people.counts('repair')).toEqual([{ step: 'listen-reply', count: 1 }]);
    await does(ada.event('reply', { ref: 'f1' }));
    expect(await read.people.counts('repair')).toEqual([]);
    expect(await read.counts.of('repair', { from: '2026-03-01', to: '2026-04-01' })).toContainEqual(
      expect.objectContaining({ step: 'listen-reply', kind: 'answer', value: 'heard', count: 1 }),
    );
  });

  it('are known under the id that they go on under', async () => {
    const { ada, guest, merge, does, search, read } = openCensus();
    await does(guest.event('called', { name: 'Grace Hopper', email: 'grace@example.com' }));
    await does(guest.event('fail', { ref: 'f1' }));
    await does(guest.advance(guest.at('repair', 'listen-reply')));
    await does(ada.event('called', { name: 'Ada' }));
    await does(merge());
    expect(await read.people.at({ journey: 'repair', step: 'listen-reply' }, { count: 9 })).toMatchObject({
      items: [{ customer: 'ada' }],
    });
    expect(await search('grace@')).toEqual(['ada']);
    expect(await search('guest')).toEqual(['ada']);
    expect(await search('hopper')).toEqual([]);
  });

  it('are known nowhere once they are erased, also when that is asked twice', async () => {
    const { ada, does, search, read } = openCensus();
    await does(ada.event('called', { name: 'Ada Lovelace', email: 'ada@example.com' }));
    await does(ada.event('fail', { ref: 'f1' }));
    await does(ada.advance(ada.at('repair', 'listen-reply')));
    expect(await search('lovelace')).toEqual(['ada']);
    await does(ada.erase());
    await does(ada.erase());
    expect(await read.people.counts('repair')).toEqual([]);
    expect(await search('lovelace')).toEqual([]);
    expect(await search('ada')).toEqual([]);
    expect(JSON.stringify(await ada.store.load('ada'))).not.toContain('example.com');
  });

  it('who were under way before anybody counted are known from their next commit on', async () => {
    const { ada, store } = openCensus();
    await ada.event('fail', { ref: 'f1' });
    await ada.advance(ada.at('repair', 'listen-reply'));
    const { counted: _, before: __, ...old } = (await store.load('ada')) as CustomerState;
    await store.commit({ ...old, version: old.version + 1, journal: [], effects: [] });
    const { version } = (await store.load('ada')) as CustomerState;
    await ada.event('called', { name: 'Ada' });
    const next = (await store.load('ada')) as CustomerState;
    expect(next.version).toBe(version + 1);
    expect(next.before).toMatchObject({ known: true });
    expect(Object.values(next.before?.enrolments ?? {})).toEqual([{}]);
  });
});
