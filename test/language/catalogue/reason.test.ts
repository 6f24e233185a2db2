import { describe, expect, it } from 'vitest';
import { DecisionReason, mutedBy, parseReason, patienceOver } from '../../../language/catalogue/reason.ts';

describe('a reason as it is written', () => {
  it.each([
    ['gap', { reason: 'gap', isPatienceOver: false }],
    ['patience:quiet-hours', { reason: 'quiet-hours', isPatienceOver: true }],
    [mutedBy('renewal'), { reason: 'muted-by', journey: 'renewal', isPatienceOver: false }],
    [patienceOver(mutedBy('renewal')), { reason: 'muted-by', journey: 'renewal', isPatienceOver: true }],
  ])('%s has its parts', (text, parts) => {
    expect(parseReason(text)).toEqual(parts);
    expect(DecisionReason.safeParse(text).success).toBe(true);
  });

  it.each(['', 'gab', 'muted-by', 'patience:', 'patience:gab', 'patience:patience:gap', 'toString'])(
    '`%s` is none',
    (text) => {
      expect(parseReason(text)).toBeUndefined();
      expect(DecisionReason.safeParse(text).success).toBe(false);
    },
  );
});
