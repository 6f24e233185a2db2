import { describe, expect, it } from 'vitest';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { openDatabase } from './database.ts';
import { atOnce, onDynamo } from './on-dynamo.ts';

const { client } = openDatabase();

const answerIn = ({ enrolments }: CustomerState): string | undefined => Object.values(enrolments)[0]?.answer;

const waits = ({ enrolments }: CustomerState): boolean => Object.values(enrolments)[0]?.at === 'listen-reply';

/** A listening step, its repeats, ten events that it may take and its time-outs, all at once. */
const race = async (round: number) => {
  const { ada, inOrder } = await onDynamo(client);
  await ada.event('start');
  const task = ada.at('hello', 'listen-reply');
  // In two of three rounds the step waits already, and in one of them its time is over.
  if (round % 3 !== 0) await ada.advance(task);
  if (round % 3 === 2) ada.clock.now += 7 * DAY;
  const answers: unknown[] = [];
  const asking = async () => void answers.push(await ada.advance(task));
  await atOnce<unknown>(round, [
    ...Array.from({ length: 6 }, () => asking),
    ...Array.from({ length: 10 }, (_, index) => () => ada.event('reply', { ref: `r${index}` })),
  ]);
  answers.push(await ada.advance(task));
  return { commits: inOrder(), answers, state: await ada.state() };
};

describe('a listening step, its time-out and events at once', () => {
  it('agree on what the step came to, and lose no event', async () => {
    for (let round = 0; round < 24; round++) {
      const { commits, answers, state } = await race(round);
      const first = commits.findIndex((commit) => answerIn(commit) === 'heard' || answerIn(commit) === 'silent');
      expect(new Set(answers.filter((answer) => answer !== 'later')).size, 'every run hears the same').toBe(1);
      expect(answerIn(state)).toBe(answers.at(-1));
      for (const commit of commits.slice(first)) expect(answerIn(commit)).toBe(answers.at(-1));
      const woken = answers.at(-1) === 'heard' && waits(commits[first - 1]!);
      expect(commits[first]?.effects, 'an event wakes who waits, in its own commit').toHaveLength(woken ? 1 : 0);
      for (const { effects } of commits.slice(first + 1)) expect(effects).toEqual([]);

      const took = Object.values(state.enrolments)[0]?.took ?? [];
      // What was taken is forgotten with the occurrence itself.
      expect(took.length, 'one event is taken at most').toBeLessThanOrEqual(answers.at(-1) === 'heard' ? 1 : 0);
      expect(Object.keys(state.seen), 'no event is lost').toHaveLength(11);
      expect(commits.map(({ version }) => version)).toEqual(commits.map((_, index) => index + 1));
    }
  });
});
