import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { EVENTS, read } from './fixture.ts';

const OPENS = `${EVENTS}
desk.opened: { customer: customerId, fields: { customerId: text, ticket: text }, opens: { kind: ticket, incident: ticket } }
`;

describe('a warning', () => {
  it('has its place, and stops nothing', () => {
    const { definitions, problems, warnings } = read({ 'events.yaml': OPENS });
    expect(problems).toEqual([]);
    expect(definitions).toBeDefined();
    expect(warnings.map(formatProblem)).toEqual([
      expect.stringMatching(/^events\.yaml:\d+:1 warning: it opens an incident and has no `id`/),
    ]);
  });

  it('is not there where the event has a key of its own', () => {
    expect(read({ 'events.yaml': OPENS.replace('opened: {', 'opened: { id: ticket,') }).warnings).toEqual([]);
  });
});
