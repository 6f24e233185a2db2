import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { EVENTS, MOMENT, read } from './fixture.ts';

const OPENS = `${EVENTS}
desk.opened: { customer: customerId, fields: { customerId: text, ticket: text }, opens: { kind: ticket, incident: ticket } }
`;

describe('a warning', () => {
  it('has its place, and stops nothing', () => {
    const { definitions, problems, warnings } = read({ 'events.yaml': OPENS });
    expect(problems).toEqual([]);
    expect(definitions).toBeDefined();
    expect(warnings.map(formatProblem).filter((line) => line.startsWith('events'))).toEqual([
      expect.stringMatching(/^events\.yaml:\d+:1 warning: it opens an incident and has no `id`/),
    ]);
  });

  it('is not there where the event has a key of its own', () => {
    expect(
      read({
        'events.yaml': OPENS.replace('opened: {', 'opened: { id: ticket,'),
        'moments/welcome.md': MOMENT.replace(', inbox', ''),
      }).warnings,
    ).toEqual([]);
  });
});

describe('a moment that goes where nothing is read', () => {
  const inbox = (channels: string) =>
    read({ 'moments/welcome.md': MOMENT.replace('channels: [email, inbox]', `channels: ${channels}`) }).warnings.map(
      formatProblem,
    );

  it('is told of, at the channel', () => {
    expect(inbox('[email, inbox]')).toEqual([
      'moments/welcome.md:5:19 warning: nothing shows `inbox` to customers yet, so a message there reaches nobody: leave it out',
    ]);
    expect(inbox('[email]')).toEqual([]);
  });
});
