import { describe, expect, it } from 'vitest';
import { EVENTS, MOMENT, POLICY, problems, stepProblems } from './fixture.ts';

const inPolicy = (line: string): string => problems({ 'policy.yaml': `${POLICY}${line}\n` }).join('\n');
const inMoment = (line: string): string =>
  problems({ 'moments/welcome.md': MOMENT.replace('topic: start', `topic: start\n${line}`) }).join('\n');
const inEvents = (line: string): string => problems({ 'events.yaml': `${EVENTS}${line}\n` }).join('\n');

describe('keys with values are shown to whom writes a list, a text or nothing in their place', () => {
  it.each([
    ['incidents', '{ ticket: { lasts: 30 days } }'],
    ['languages', '{ de: 0.7 }'],
    ['teams', '{ support: { calls: 40 a day } }'],
    ['themes', '{ export: [export, csv] }'],
    ['sensitive', '{ lasts: … }'],
    ['ask', '{ moment: …, share: …, atMost: … }'],
  ])('policy.yaml, %s', (key, form) => {
    for (const value of ['[a]', '7', 'null'])
      expect(inPolicy(`${key}: ${value}`)).toContain(`expected keys with values such as \`${form}\`, found`);
  });

  it.each([
    ['uses', '{ company: why we may use it }'],
    ['window', '{ from: …, to: … }'],
  ])('a moment, %s', (key, form) => {
    for (const value of ['[a]', '7', 'null'])
      expect(inMoment(`${key}: ${value}`)).toContain(`expected keys with values such as \`${form}\`, found`);
  });

  it.each([
    ['fields', '{ orderId: text, amount: number }'],
    ['sets', '{ plan: plan }'],
  ])('an event, %s', (key, form) => {
    const event = `order.placed: { customer: customerId, ${key === 'fields' ? '' : 'fields: { customerId: text }, '}${key}: [a] }`;
    expect(inEvents(event)).toContain(`expected keys with values such as \`${form}\`, found a list`);
  });

  it.each([
    ['- send: welcome\n  with: [20]', '{ gift: 20, currency: = event.currency }'],
    ['- split: timing\n  arms: [early, late]', 'early: { share: 50, steps: [ … ] }'],
  ])('a step: %s', (step, form) =>
    expect(stepProblems(step).join('\n')).toContain(`expected keys with values such as \`${form}\`, found a list`),
  );
});

describe('another form', () => {
  it.each([
    ['workingDays: mon', 'expected a list, found `mon`: write `[mon]`'],
    ['holidays: 2026-12-25', 'expected a list, found `2026-12-25`: write `[2026-12-25]`'],
    ['holidays: [2026]', 'expected a date such as 2026-12-25, found `2026`'],
    ['country: [GB]', 'expected text, found a list: write one text, without brackets or `- `'],
  ])('is told with what to write: %s', (line, message) => expect(inPolicy(line)).toContain(message));
});
