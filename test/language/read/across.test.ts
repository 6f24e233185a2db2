import { describe, expect, it } from 'vitest';
import { JOURNEY, moment, problems, withSteps } from './fixture.ts';

const EVENTS = `points.granted: { ours: true, fields: {} }
gift.granted: { ours: true, fields: {} }
renewal.due: { customer: id, fields: { id: text } }
`;

const journey = (id: string, on: string, steps: string, more = ''): Record<string, string> => ({
  [`journeys/${id}.yaml`]: withSteps(
    steps,
    `journey: ${id}\ntitle: One\npurpose: relationship\nenter: { on: ${on} }\n${more}`,
  ),
});

const NONE = { 'events.yaml': EVENTS, 'journeys/onboarding.yaml': null, ...moment('welcome') };

describe('journeys together', () => {
  it('are not called like one that a moment stands for', () => {
    const work = moment('call', 'channels: [agent]\ninstead: welcome', 'Call.');
    const renameMine = (id: string) => ({
      'journeys/mine.yaml': journey(id, 'renewal.due', '- task: call')[`journeys/${id}.yaml`]!,
    });
    expect(problems({ ...NONE, ...work, ...renameMine('unreached') })).toContain(
      'journeys/mine.yaml:1:10 `unreached` is the journey that `instead` in moments stands for: call this one otherwise',
    );
    expect(problems({ ...NONE, ...work, ...renameMine('mine') }).join()).not.toContain('call this one otherwise');
  });

  it('have no split that is called like one of them', () => {
    const split = (id: string) => `- split: ${id}\n  arms: { treated: { share: 50 }, control: { share: 50 } }`;
    const of = (id: string) =>
      problems({ ...NONE, ...journey('a', 'renewal.due', split(id)), ...journey('b', 'renewal.due', '- wait: 1 day') });
    expect(of('a')).toEqual([expect.stringMatching(/^journeys\/a\.yaml:6:12 `a` is a journey.*another name$/)]);
    expect(of('b')).toHaveLength(1);
    expect(of('c')).toEqual([]);
  });

  it('may start one another in a row', () => {
    expect(
      problems({
        ...NONE,
        ...journey('a', 'renewal.due', '- emit: points.granted'),
        ...journey('b', 'points.granted', '- wait: 1 day'),
      }),
    ).toEqual([]);
  });

  it('may not start one another in a circle', () => {
    const lines = problems({
      ...NONE,
      ...journey('a', 'points.granted', '- emit: gift.granted'),
      ...journey('b', 'gift.granted', '- emit: points.granted'),
    });
    expect(lines).toEqual([
      'journeys/a.yaml:6:11 journeys start each other in a circle: a → b → a',
      'journeys/b.yaml:6:11 journeys start each other in a circle: b → a → b',
    ]);
  });

  it('may not start themselves', () => {
    expect(problems({ ...NONE, ...journey('a', 'points.granted', '- emit: points.granted') })).toEqual([
      'journeys/a.yaml:6:11 journeys start each other in a circle: a → a',
    ]);
  });

  const muting = (id: string, purpose: string) =>
    journey(id, 'renewal.due', '- send: welcome', `mutes: { ${purpose}: 3 days }\n`);

  it('may mute what others send, but not each other', () => {
    expect(problems({ ...NONE, ...muting('a', 'relationship'), ...muting('b', 'promotional') })).toEqual([]);
    expect(problems({ ...NONE, ...muting('a', 'relationship'), ...muting('b', 'relationship') })).toEqual([
      'journeys/a.yaml:5:1 journeys mute each other in a circle: a → b → a',
    ]);
  });

  it('may mute care, which passes every mute', () => {
    expect(problems({ ...NONE, ...muting('a', 'care'), ...muting('b', 'care') })).toEqual([]);
  });

  it('are named once', () => {
    expect(problems({ 'journeys/two.yaml': JOURNEY })).toHaveLength(1);
  });
});
