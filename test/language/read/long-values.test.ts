import { describe, expect, it } from 'vitest';
import { EVENTS, JOURNEY, MOMENT, POLICY, problems } from './fixture.ts';

const LONG = 'so many words '.repeat(50).trim();

describe('a long value', () => {
  it.each([
    ['an id', { 'journeys/onboarding.yaml': JOURNEY.replace('send: welcome', `send: ${LONG}`) }],
    ['a duration', { 'policy.yaml': POLICY.replace('gap: 20 hours', `gap: ${LONG}`) }],
    ['a word', { 'policy.yaml': `${POLICY}measure: ${LONG}\n` }],
    ['a text beside a number', { 'events.yaml': EVENTS.replace('weight: 1', `weight: ${LONG}`) }],
    [
      'a literal in copy',
      { 'moments/welcome.md': MOMENT.replace('Your', `{% if event.plan == "${LONG}" %}{% endif %}`) },
    ],
    ['a percentage', { 'journeys/onboarding.yaml': JOURNEY.replace('steps:', `holdout: ${LONG}\nsteps:`) }],
  ])('is told by its beginning alone: %s', (_, files) => {
    const [first = ''] = problems(files);
    expect(first).toContain('so many words so many');
    expect(first).toContain('…');
    expect(first.length).toBeLessThan(320);
  });
});
