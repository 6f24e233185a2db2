import { describe, expect, it } from 'vitest';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { openDatabase } from './database.ts';
import { atOnce, onDynamo } from './on-dynamo.ts';

const { client } = openDatabase();
const STEP = 'listen-reply';

const took = ({ enrolments }: CustomerState): string | undefined => Object.values(enrolments)[0]?.took[STEP];
const waits = ({ enrolments }: CustomerState): boolean => Object.values(enrolments)[0]?.waiting !== undefined;
const resumes = ({ effects }: CustomerState) => effects.filter(({ type }) => type === 'resume');

/** A listening step, its repeats, ten events that it may take and three time-outs, all at once. */
const race = async (round: number) => {
  const { ada, inOrder } = await onDynamo(client);
  await ada.event('start');
  const task = ada.listening('hello', 'reply', { step: STEP });
  // In half of the rounds the step waits already, in the others it comes at the same time.
  if (round % 2 === 0) await ada.listen(task);
  const answers: string[] = [];
  const writers = [
    ...[1, 2, 3].map(() => () => ada.listen(task)),
    ...[1, 2, 3].map(() => async () => void answers.push((await ada.decide(task)).outcome)),
    ...Array.from({ length: 10 }, (_, index) => () => ada.event('reply', { ref: `r${index}` })),
  ];
  await atOnce<unknown>(round, writers);
  answers.push((await ada.decide(task)).outcome);
  return { commits: inOrder(), answers, state: await ada.state() };
};

describe('listens, events and time-outs at once', () => {
  it('agree on what a step came to, wake whoever waits for it, and lose no event', async () => {
    for (let round = 0; round < 24; round++) {
      const { commits, answers, state } = await race(round);
      const first = commits.findIndex((commit) => took(commit) !== undefined);
      const after = commits.slice(first + 1);

      expect(new Set(answers).size, 'every time-out hears the same').toBe(1);
      expect(took(state) === '' ? 'silent' : 'heard').toBe(answers[0]);
      for (const commit of after) expect(took(commit)).toBe(took(state));
      expect(commits.slice(first).some(waits), 'nobody waits for what is answered').toBe(false);

      expect(Object.keys(state.seen), 'no event is lost').toHaveLength(11);
      expect(commits.map(({ version }) => version)).toEqual(commits.map((_, index) => index + 1));

      // Only an event adds to `seen`, and a time-out commits once: what else comes after the answer is a listen.
      const grew = (index: number) =>
        Object.keys(commits[index]!.seen).length > Object.keys(commits[index - 1]!.seen).length;
      if (waits(commits[first - 1]!) && grew(first)) expect(resumes(commits[first]!)).toHaveLength(1);
      for (let index = first + 1; index < commits.length; index++) {
        expect(resumes(commits[index]!), 'a late listen is resumed, and nobody else').toHaveLength(grew(index) ? 0 : 1);
      }
    }
  });
});
