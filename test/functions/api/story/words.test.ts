import { describe, expect, it } from 'vitest';
import { moodSentence } from '../../../../core/sentiment/sentence.ts';
import { wordsOf } from '../../../../functions/api/story/words.ts';
import { project } from '../local.ts';

const sign = (value: number, because: string) =>
  wordsOf(
    {
      kind: 'signal',
      customer: 'ada',
      at: '2026-10-05T10:00:00Z',
      event: 'support.ticket_opened',
      value,
      weight: 1,
      because,
    },
    project.catalogue,
  );

describe('a sign in the story', () => {
  it.each([
    [0.05, 'good', 'A good sign (+0.05)'],
    [0.04, 'plain', 'A neutral sign (+0.04)'],
    [0, 'plain', 'A neutral sign (0.00)'],
    [-0.04, 'plain', 'A neutral sign (−0.04)'],
    [-0.05, 'bad', 'A bad sign (−0.05)'],
  ])('of %d is %s', (value, tone, title) => {
    expect(sign(value, 'rated 5 of 10')).toMatchObject({ tone, title });
  });

  it.each([[[]], [['fine', 'slow']]])(
    'is neutral where its words say that the text tells of no mood: %j',
    (telling) => {
      const because = moodSentence('neutral', telling);
      expect(sign(0.2, because)).toMatchObject({ tone: 'plain', title: 'A neutral sign (+0.20)' });
      expect(sign(-0.2, because)).toMatchObject({ tone: 'plain', title: 'A neutral sign (−0.20)' });
    },
  );

  it('is what it is where somebody only wrote those words', () => {
    expect(sign(-0.5, moodSentence('negative', ['tells of no clear mood']))).toMatchObject({ tone: 'bad' });
  });
});

it('a reply in the story says what came of it: what they chose, and to which ticket their words went', () => {
  const reply = { kind: 'delivery', customer: 'ada', at: '2026-10-05T10:00:00Z', status: 'replied' } as const;
  const chose = { kind: 'topic', id: 'surveys', choice: 'withdrawn' } as const;
  const desk = { ticket: 't1', text: 'It still fails.', reply: 'r1' };
  expect(wordsOf({ ...reply, chose, desk }, project.catalogue)).toEqual({
    tone: 'good',
    title: 'They answered a message',
    reason: 'they want no more of surveys; handed to ticket t1: “It still fails.”',
  });
});

it('work in the story says whether it was left in time, or was not done', () => {
  const work = {
    customer: 'ada',
    at: '2026-10-05T10:00:00Z',
    task: 't1',
    moment: 'recovery-call',
    journey: 'j',
  } as const;
  const over = { ...work, kind: 'task', status: 'expired' } as const;
  expect(wordsOf(over, project.catalogue).title).toBe('“Call after a failure” was not done in time');
  expect(wordsOf({ ...over, unreached: true, reason: 'too many' }, project.catalogue)).toEqual({
    tone: 'stopped',
    title: '“Call after a failure” could not be done in time',
    reason: 'Too many',
  });
});
