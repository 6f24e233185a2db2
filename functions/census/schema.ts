import * as z from 'zod';
import { Before } from '../../core/customer/model/before.ts';
import { fromItem } from '../../core/customer/model/item.ts';
import { JournalEntry } from '../../core/customer/model/journal.ts';
import { orUnknown } from '../../core/customer/model/tolerant.ts';
import { Work } from '../../core/customer/model/work.ts';

const Enrolment = z.looseObject({
  journey: z.string(),
  at: z.string(),
  visit: z.number(),
  answer: z.string().optional(),
  since: z.number(),
  due: z.number(),
  control: z.boolean(),
  arms: z.record(z.string(), z.string()),
  held: z.looseObject({ reason: z.string() }).optional(),
  reserved: z.unknown().optional(),
});

/** What is counted of a commit. Words are plain text: what a later release wrote is counted as it stands. */
export const Commit = z.object({
  id: z.string(),
  version: z.number(),
  at: z.number(),
  journal: z.array(orUnknown(JournalEntry, 'kind')),
  enrolments: z.record(z.string(), Enrolment),
  decisions: z.array(z.looseObject({ enrolment: z.string(), journey: z.string() })),
  attributes: z.record(z.string(), z.looseObject({ value: z.union([z.string(), z.number(), z.boolean()]) })),
  themes: z.record(z.string(), z.unknown()).optional(),
  tasks: z.record(z.string(), Work.extend({ state: z.string() })).optional(),
  before: Before.optional(),
});
export type Commit = z.infer<typeof Commit>;

/** A commit as the stream brings it. */
export interface StreamedCommit {
  /** Its place in the stream. */
  sequence: string;
  commit: Commit;
}

/** Commits in the texts of items. What nobody can read is reported and left out: it must not keep all after it from being counted. */
export const readCommits = (
  streamed: readonly { sequence: string; item: string }[],
  report: (sequence: string, error: Error) => void,
): StreamedCommit[] =>
  streamed.flatMap(({ sequence, item }) => {
    try {
      return [{ sequence, commit: Commit.parse(fromItem(item)) }];
    } catch (error) {
      report(sequence, error as Error);
      return [];
    }
  });
