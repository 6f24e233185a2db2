import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonInWords } from '../../../core/explain/words/reason.ts';
import { becauseOf } from '../../../core/gate/because.ts';
import type { GateRow } from '../../../core/gate/row.ts';
import { ROWS } from '../../../core/gate/rows.ts';
import { Reason } from '../../../language/catalogue/reason.ts';
import { catalogue } from '../../support/catalogue.ts';

/** Reasons in the order in which the table of docs/gate.md names them. */
const documented = [...readFileSync('docs/gate.md', 'utf8').matchAll(/^\|.*\|(.*)\|$/gm)].flatMap(([, last = '']) =>
  [...last.matchAll(/`([a-z-]+)(?::<journey>)?`/g)].map(([, reason = '']) => reason),
);

const documentedName = (reason: Reason): string => (reason === 'muted-by' ? 'muted-by:repair' : reason);

/** No event of a customer leads to these: a deploy, an operator or a provider does, and the storms play them. */
const OF_OPERATIONS = ['moment-retired', 'journey-paused', 'channel-busy', 'channel-down'];

describe('every reason', () => {
  it('is in docs/gate.md once, and nothing else is', () => {
    expect(documented.toSorted()).toEqual(Reason.options.toSorted());
  });

  it('is asked by the gate in the order that docs/gate.md tells', () => {
    const gateRows = Object.entries(ROWS as Record<Reason, GateRow>).flatMap(([name, { decide }]) =>
      decide ? [name] : [],
    );
    expect(documented.filter((reason) => gateRows.includes(reason))).toEqual(gateRows);
  });

  it('has a test of its own where the gate decides it, and a scenario where nobody but us has to act for it', () => {
    const reasons = Reason.options.filter((reason) => (ROWS as Record<Reason, GateRow>)[reason].decide);
    expect(reasons.filter((reason) => !existsSync(`test/core/gate/rows/${reason}.test.ts`))).toEqual([]);
    const scenarios = globSync('workflows/scenarios/*.yaml').map((file) => readFileSync(file, 'utf8'));
    const isPlayed = (reason: Reason) =>
      scenarios.some((text) => new RegExp(`reason (patience:)?${reason}\\b`).test(text));
    expect(reasons.filter((reason) => !isPlayed(reason))).toEqual(OF_OPERATIONS);
  });

  it.each(Reason.options)(
    '%s has a sentence for the customer, and words that are no sentence for operations',
    (reason) => {
      expect(becauseOf({ reason: documentedName(reason) }, catalogue())).toMatch(/^[A-Z].+\.$/);
      expect(reasonInWords(documentedName(reason), catalogue())).toMatch(/^[a-z].+[^.]$/);
    },
  );
});

describe('a reason in words', () => {
  it('says which journey came first, by its title where that is known', () => {
    expect(becauseOf({ reason: 'muted-by:repair' }, catalogue())).toBe(
      'Something more important came first (repair), so this can wait.',
    );
    expect(becauseOf({ reason: 'muted-by:gone' }, catalogue())).toBe(
      'Something more important came first, so this can wait.',
    );
    expect(reasonInWords('muted-by:gone', catalogue())).toBe('something more important came first (gone)');
  });

  it('says that we waited, and no longer that it can wait, when patience is over', () => {
    expect(becauseOf({ reason: 'patience:open-incident' }, catalogue())).toBe(
      'Something you rely on or asked us about is still being sorted out. We waited for a better moment, and none came in time.',
    );
    expect(reasonInWords('patience:gap', catalogue())).toBe(
      'no better time came: they had heard from us a little while ago',
    );
  });

  it('has something to say of a reason that a later version wrote', () => {
    expect(becauseOf({ reason: 'full-moon' }, catalogue())).toBe('We decided not to send this now.');
    expect(reasonInWords('full-moon', catalogue())).toBe('full moon');
    expect(reasonInWords('not-json', catalogue())).toBe('not JSON');
  });
});
