import { describe, expect, it } from 'vitest';
import { summaryLines } from '../../../cli/print/summary.ts';
import type { DecisionEntry, JournalEntry } from '../../../core/customer/model/journal.ts';
import { createSummary } from '../../../simulator/summary.ts';
import { project } from '../../functions/api/local.ts';

const AT = '2026-07-01T10:00:00.000Z';
const decisionEntry = (fields: Partial<DecisionEntry>): JournalEntry => ({
  at: AT,
  customer: 'ada',
  kind: 'decision',
  journey: 'renewal',
  enrolment: 'e1',
  step: 'send-value-recap',
  visit: 1,
  moment: 'value-recap',
  purpose: 'relationship',
  outcome: 'sent',
  reason: 'clear',
  because: '',
  channel: 'email',
  ...fields,
});

const summaryOf = (entries: JournalEntry[]) => {
  const summary = createSummary();
  for (const entry of entries) summary.add(entry);
  return { totals: summary.totals(), lines: summaryLines(summary.totals(), project.catalogue) };
};

describe('the summary', () => {
  it('counts a message once that was held for two reasons, and lists both in words', () => {
    const { totals, lines } = summaryOf([
      decisionEntry({ outcome: 'held', reason: 'negative-sentiment' }),
      decisionEntry({ outcome: 'held', reason: 'quiet-hours' }),
      decisionEntry({}),
    ]);
    expect(totals.journeys.renewal).toMatchObject({ held: 1, sent: 1 });
    expect(lines).toContain('      1  something they told us lately was unhappy');
    expect(lines).toContain('      1  it was quiet hours where they are');
  });

  it('tells messages from gestures and from work for a person', () => {
    const { channel: _, ...emitted } = decisionEntry({}) as DecisionEntry;
    const { totals } = summaryOf([
      decisionEntry({}),
      emitted,
      decisionEntry({ channel: 'agent' }),
      decisionEntry({ outcome: 'escalated' }),
    ]);
    expect(totals.journeys.renewal).toMatchObject({ sent: 1, gestures: 1, toPerson: 2 });
  });

  it('says why a message was not sent after all, and by what', () => {
    const { lines } = summaryOf([
      decisionEntry({ outcome: 'suppressed', reason: 'patience:muted-by:service-recovery' }),
      decisionEntry({ outcome: 'suppressed', reason: 'unsubscribed' }),
    ]);
    const { title } = project.catalogue.journeys['service-recovery']!;
    expect(lines).toContain(`      1  no better time came: something more important came first (${title})`);
    expect(lines.find((line) => line.startsWith('Renewal'))).toMatch(/^Renewal +0 +0 +0 +2 +0 +0$/);
  });

  it('says that nothing has happened yet', () => {
    expect(summaryOf([]).lines).toEqual(['Nothing has happened yet.']);
  });
});
