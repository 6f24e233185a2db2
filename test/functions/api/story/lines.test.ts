import { expect, it } from 'vitest';
import type { DecisionEntry, JournalEntry } from '../../../../core/customer/model/journal.ts';
import { tellLines } from '../../../../functions/api/story/lines.ts';
import { project } from '../local.ts';

const entry = (visit: number, more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  kind: 'decision',
  customer: 'ada',
  at: `2026-10-0${visit}T10:00:00Z`,
  enrolment: 'e1',
  journey: 'onboarding',
  step: 'send-welcome',
  visit,
  moment: 'welcome',
  purpose: 'relationship',
  outcome: 'held',
  reason: 'quiet-hours',
  because: 'It was quiet hours where you are.',
  ...more,
});

/** A decision that cannot be explained: who tries fails. */
const unexplained = (visit: number): JournalEntry =>
  Object.defineProperty(entry(visit, { step: 'send-tips' }), 'reason', {
    get: () => {
      throw new Error(`${visit} was explained`);
    },
  });

it('a page of a story explains its own decisions, and no other of the timeline', () => {
  const holdoutEntry = entry(2, { reason: 'holdout', outcome: 'control' });
  const timeline = [unexplained(1), holdoutEntry, unexplained(3)];
  const tell = tellLines({ timeline, messages: [], catalogue: project.catalogue, zone: 'UTC' });
  expect(tell(holdoutEntry).grounds?.rested.length).toBeGreaterThan(0);
});

it('a decision of a story is explained by what stood before it', () => {
  const gapEntry = entry(3, { reason: 'gap' });
  const before = entry(2, {
    step: 'send-tips',
    moment: 'tips',
    outcome: 'sent',
    reason: 'clear',
    channel: 'email',
    at: '2026-10-03T09:00:00Z',
  });
  const restedOf = (timeline: JournalEntry[]) =>
    tellLines({ timeline, messages: [], catalogue: project.catalogue, zone: 'UTC' })(gapEntry).grounds?.rested.join(
      ' ',
    );
  expect(restedOf([before, gapEntry])).toContain('tips');
  expect(restedOf([gapEntry])).not.toContain('tips');
});
