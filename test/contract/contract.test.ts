import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hashAssignment } from '../../core/customer/assignment.ts';
import { fromItem, toItem } from '../../core/customer/model/item.ts';
import { ItemFormatUnknown, migrate } from '../../core/customer/model/migrate.ts';
import { CustomerState } from '../../core/customer/model/state.ts';
import { reduce } from '../../core/customer/reduce.ts';
import { createEffects } from '../../functions/effects/effects.ts';
import type { Outgoing } from '../../functions/effects/queue.ts';
import { EffectMessage } from '../../functions/effects/schema.ts';
import { readCommit } from '../../functions/relay/schema.ts';
import { Catalogue } from '../../language/catalogue/catalogue.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { TaskAnswer } from '../../language/catalogue/task.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { compiled } from '../support/world.ts';
import type { RecordedRun } from './recorded.ts';
import { openStage, runOver } from './stage.ts';

const FOLDER = new URL('./', import.meta.url);
const NUMBERS = readdirSync(FOLDER).filter((name) => /^\d+$/.test(name));

const read = <Value>(number: string, name: string): Value =>
  JSON.parse(readFileSync(new URL(`${number}/${name}.json`, FOLDER), 'utf8'));

const today = compiled();
const reduceDeps = {
  catalogue: today.catalogue,
  catalogueNumber: 2,
  paused: new Set<string>(),
  assignment: hashAssignment,
};

/** Today's functions over an item of yesterday. */
const stageWith = async (item: CustomerState) => {
  const stage = openStage(today.catalogue);
  for (let version = 1; version <= item.version; version++) await stage.store.commit({ ...item, version });
  stage.items.splice(0, stage.items.length - 1);
  stage.clock.now = item.at;
  return stage;
};

describe.each(NUMBERS)('what was written under the number %s', (number) => {
  const items = read<string[]>(number, 'items').map(fromItem);
  const runs = read<RecordedRun[]>(number, 'runs');
  const machines = read<Record<string, Machine>>(number, 'machines');
  const messages = read<unknown[]>(number, 'messages');

  it('items are what today’s types say, and lose nothing on the way through them', () => {
    for (const item of items) expect(CustomerState.parse(item)).toEqual(item);
    expect(items.some(({ enrolments }) => Object.values(enrolments).some(({ reserved }) => reserved))).toBe(true);
    expect(items.some(({ erased }) => erased !== undefined)).toBe(true);
  });

  it('items that were written short say the same, for good', () => {
    const short = read<string[]>(number, 'short');
    expect(short.filter((item) => item.startsWith('deflate1:')).length).toBeGreaterThan(items.length / 2);
    expect(short.map(fromItem)).toEqual(items);
    // As releases wrote long ones before there was a dictionary.
    for (const item of items) {
      const before = `deflate:${deflateRawSync(JSON.stringify(item)).toString('base64')}`;
      expect(fromItem(before)).toEqual(item);
    }
  });

  it('an alias leads to its person, and a release that knows none leaves it alone', () => {
    const [alias, person] = read<string[]>(number, 'merged').map(fromItem);
    for (const item of [alias, person]) expect(CustomerState.parse(item)).toEqual(item);
    expect(alias).toMatchObject({ id: 'guest', movedTo: person?.id, enrolments: {} });
    expect(person).toMatchObject({ format: 1, aliases: ['guest'] });
    expect(Object.keys(person?.enrolments ?? {})).toHaveLength(2);
    expect(() => migrate({ ...alias }, {}, 1)).toThrow(ItemFormatUnknown);
  });

  it('items are read, changed and written by today’s functions', async () => {
    for (const item of items.filter(({ erased }) => erased === undefined)) {
      const at = new Date(item.at).toISOString();
      const fields = { subscriptionId: 's9', feature: 'x', body: 'y' };
      const event = { id: 'later', type: 'product.used', at, fields, signals: [] };
      const { state, answer } = await reduce(item, { kind: 'event', event }, item.at, reduceDeps);
      expect(answer).toBe('applied');
      // Whoever had answered their last step is through, and no run has to say so.
      const ended = state!.journal.flatMap((entry) => (entry.kind === 'ended' ? [entry.enrolment] : []));
      expect([...Object.keys(state!.enrolments), ...ended].sort()).toEqual(Object.keys(item.enrolments).sort());
      expect(fromItem(toItem(state!))).toEqual(JSON.parse(JSON.stringify(state)));
    }
  });

  it('items are carried on by today’s relay, entry by entry', () => {
    for (const item of items) {
      const { journal, effects } = readCommit(toItem(item));
      expect({ journal, effects }).toEqual({ journal: item.journal, effects: item.effects });
    }
  });

  it('payloads are answered by today’s functions as they were', async () => {
    for (const { input, tasks } of runs) {
      const before = items.findLast(
        ({ enrolments }) =>
          enrolments[input.enrolment]?.at === input.at && enrolments[input.enrolment]?.visit === input.visit,
      );
      const [first] = tasks;
      const stage = await stageWith(before!);
      const target = first!.payload.task === 'send' ? '${DeliverFunction}' : '${AdvanceFunction}';
      const answer = await stage.functions[target]!(first!.payload);
      expect(TaskAnswer.parse(answer)).toMatchObject({ contract: expect.any(Number) });
      expect((answer as TaskAnswer).outcome).not.toBe('elsewhere');
    }
  });

  it.each([
    ['their machines over answers of today', machines],
    ['machines of today over their answers', today.machines],
  ])('%s ask the same', async (_, by) => {
    for (const { machine, input, tasks } of runs) {
      const left = [...tasks];
      const answer = async () => left.shift()!.answer;
      const requests = await runOver(by[machine]!, input, {
        '${DeliverFunction}': answer,
        '${AdvanceFunction}': answer,
      });
      expect(requests.map(({ payload }) => payload)).toEqual(tasks.map(({ payload }) => payload));
    }
  });

  it('their machines carry a customer of today through a whole journey', async () => {
    const stage = openStage(today.catalogue);
    await stage.event('customer.signed_up', { plan: 'solo' });
    const walked: string[] = [];
    for (let due = stage.due(); due !== undefined && walked.length < 30; due = stage.due()) {
      stage.clock.now = Math.max(stage.clock.now, due);
      const { tasks } = await stage.run(machines.onboarding!);
      walked.push(...tasks.map(({ payload, answer }) => `${payload.step} ${answer.outcome}`));
    }
    expect(walked).toContain('send-welcome later');
    expect(walked.at(-1)).toMatch(/ ended$/);
  });

  it('timers start runs of today, and erasures remove', async () => {
    const timers = messages.filter((message) => (message as EffectMessage).type === 'timer') as EffectMessage[];
    expect(timers.length).toBeGreaterThan(5);
    for (const message of messages) {
      const read = EffectMessage.parse(message);
      const [started, erased, sent]: [string[], number[], Outgoing[]] = [[], [], []];
      const current = items.find(({ enrolments, erased }) => {
        if (read.type !== 'timer') return read.type === 'erase' && erased === read.at;
        const enrolment = enrolments[read.enrolment];
        return enrolment?.timer === read.timer && enrolment.due === read.due;
      });
      const perform = createEffects({
        load: async () => current,
        catalogueFor: async () => today.catalogue,
        runs: { start: async (journey) => void started.push(journey) },
        schedules: { put: async () => {} },
        overdue: { page: async () => ({ timers: [] }) },
        erase: async ({ at }) => void erased.push(at),
        queue: { send: async (all) => void sent.push(...all) },
        now: () => (current?.at ?? 0) + DAY,
      });
      expect(await perform([read])).toEqual([undefined]);
      expect([started.length, erased.length]).toEqual(read.type === 'timer' ? [1, 0] : [0, 1]);
    }
  });

  it('the catalogue is one', () => {
    expect(Catalogue.parse(read(number, 'catalogue'))).toMatchObject({ version: expect.any(String) });
  });
});
