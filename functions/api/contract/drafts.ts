import * as z from 'zod';
import { JournalEntry } from '../../../core/customer/model/journal.ts';
import { CustomerId, Instant, Name } from './common.ts';
import { SentMessage } from './customers.ts';
import { DRAFT_PATHS, isDraftPath } from './draft-path.ts';
import { StartedJob } from './jobs.ts';
import { route } from './route.ts';

/** A path in workflows/, such as `journeys/renewal.yaml`. */
export const DraftPath = z
  .string()
  .max(200)
  .refine(isDraftPath, { error: ({ input }) => `${JSON.stringify(input)} is no file of workflows: ${DRAFT_PATHS}` });

const changed = {
  /** Who wrote it last in this draft. Missing where that is not known, as of a file that was edited outside of the console. */
  changedBy: z.string().optional(),
  changedAt: Instant.optional(),
};

const DraftEntry = z.strictObject({
  path: z.string(),
  etag: z.string(),
  /** Somebody published another text of it after the draft of it was begun. */
  isOvertaken: z.boolean(),
  /** Beside the published version. */
  change: z.enum(['added', 'changed', 'removed', 'same']),
  /** If the texts were asked for, and all of them fit into an answer; else they are read one by one. */
  text: z.string().optional(),
  ...changed,
});

export const DraftFiles = z
  .strictObject({
    /** The version that is published. */
    published: z.number().int(),
    items: z.array(DraftEntry),
  })
  .meta({ id: 'DraftFiles' });
export type DraftFiles = z.infer<typeof DraftFiles>;

export const DraftFile = z
  .strictObject({ path: z.string(), text: z.string(), etag: z.string(), ...changed })
  .meta({ id: 'DraftFile' });
export type DraftFile = z.infer<typeof DraftFile>;

export const WorkflowProblem = z
  .strictObject({
    file: z.string(),
    line: z.number().int(),
    column: z.number().int(),
    message: z.string(),
    isWarning: z.boolean(),
  })
  .meta({ id: 'WorkflowProblem' });
export type WorkflowProblem = z.infer<typeof WorkflowProblem>;

/** Files that are tried in place of those of the draft, or beside them; null is a file taken away. */
const TriedFiles = z.record(DraftPath, z.union([z.string().max(400_000), z.null()]));
const Tried = { files: TriedFiles.optional() };

export const Checked = z
  .strictObject({ isSound: z.boolean(), problems: z.array(WorkflowProblem) })
  .meta({ id: 'Checked' });
export type Checked = z.infer<typeof Checked>;

export const ScenariosResult = z
  .strictObject({
    passed: z.number().int(),
    failed: z.number().int(),
    items: z.array(
      z.strictObject({
        scenario: z.string(),
        file: z.string(),
        isMet: z.boolean(),
        unmet: z.array(z.strictObject({ expected: z.string(), why: z.string() })),
      }),
    ),
    /** Steps that decide and that no scenario comes to, as `journey/step`. */
    unreached: z.array(z.string()),
  })
  .meta({ id: 'ScenariosResult' });
export type ScenariosResult = z.infer<typeof ScenariosResult>;

const PlayEvent = z.strictObject({
  at: Instant,
  event: Name,
  with: z.record(z.string(), z.unknown()).default({}),
});

/** Somebody in virtual time, and what happens to them. */
export const PlayAsked = z
  .strictObject({
    ...Tried,
    customer: z.strictObject({
      id: CustomerId.default('you'),
      attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    }),
    startsAt: Instant,
    events: z.array(PlayEvent).max(500),
    /** A journey to `treated` or `control`, a split to its arm. */
    arms: z.record(z.string(), z.string()).default({}),
    /** Days after the last event. */
    days: z.number().int().min(0).max(400).default(400),
  })
  .meta({ id: 'PlayAsked' });
export type PlayAsked = z.infer<typeof PlayAsked>;

export const PlayResult = z
  .strictObject({
    entries: z.array(JournalEntry),
    messages: z.array(SentMessage),
    /** Where they were: each step that was in hand, and when it began. */
    path: z.array(z.strictObject({ at: Instant, journey: z.string(), enrolment: z.string(), step: z.string() })),
    until: Instant,
  })
  .meta({ id: 'PlayResult' });
export type PlayResult = z.infer<typeof PlayResult>;

const BacktestJourney = z.strictObject({
  journey: z.string(),
  title: z.string(),
  /** Outcome, or outcome and reason as `suppressed:gap`, to how often it came to that. */
  before: z.record(z.string(), z.number().int()),
  after: z.record(z.string(), z.number().int()),
});

export const BacktestResult = z
  .strictObject({
    from: Instant,
    to: Instant,
    events: z.number().int(),
    customers: z.number().int(),
    /** About which share of all customers were tried, where it was not all. */
    share: z.number().min(0).max(1).optional(),
    journeys: z.array(BacktestJourney),
    /** Customers for whom something was decided otherwise; at most 200 of them are named. */
    differing: z.number().int(),
    people: z.array(
      z.strictObject({
        customer: CustomerId,
        before: z.array(z.string()),
        after: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'BacktestResult' });
export type BacktestResult = z.infer<typeof BacktestResult>;

export const PublishResult = z
  .strictObject({ version: z.number().int(), says: z.string() })
  .meta({ id: 'PublishResult' });
export type PublishResult = z.infer<typeof PublishResult>;

const OneFile = z.strictObject({ path: DraftPath });
const ETagHeader = z.object({ etag: z.string() });
const Written = z.strictObject({ path: z.string(), etag: z.string(), ...changed }).meta({ id: 'DraftWritten' });
/** Of a file that is there its etag in `If-Match`; of a new one `If-None-Match: *`. */
const Conditions = z.object({ 'if-match': z.string().max(200).optional(), 'if-none-match': z.literal('*').optional() });

export const draftRoutes = {
  listDraftFiles: route({
    says: 'The files of the draft, and how they differ from what is published; with their texts for who edits them.',
    query: z.strictObject({ texts: z.literal('yes').optional() }),
    answer: DraftFiles,
  }),
  readDraftFile: route({
    says: 'A file of the draft. Its ETag is what a change of it has to name.',
    params: OneFile,
    answer: DraftFile,
    answerHeaders: ETagHeader,
  }),
  writeDraftFile: route({
    says: 'Writes a file, if it is still as it was read (If-Match), or is not there (If-None-Match: *). 412 tells who changed it.',
    params: OneFile,
    headers: Conditions,
    body: z.strictObject({ text: z.string().max(400_000) }),
    answer: Written,
    answerHeaders: ETagHeader,
  }),
  deleteDraftFile: route({
    says: 'Takes a file away, if it is still as it was read (If-Match).',
    params: OneFile,
    headers: Conditions,
    answer: z.strictObject({ path: z.string() }),
  }),
  checkDraft: route({
    says: 'What is wrong in the draft, with files in place of its own where some are given.',
    body: z.strictObject(Tried),
    answer: Checked,
  }),
  runScenarios: route({
    says: 'Plays scenarios of the draft in virtual time. The job’s result is a ScenariosResult.',
    body: z.strictObject({ ...Tried, only: z.array(z.string().max(200)).max(500).optional() }),
    status: 202,
    answer: StartedJob,
  }),
  playDraft: route({
    says: 'What would happen to somebody, in virtual time. The job’s result is a PlayResult.',
    body: PlayAsked,
    status: 202,
    answer: StartedJob,
  }),
  backtestDraft: route({
    says: 'How the events of the last days would have gone by the draft, beside the published version. The job’s result is a BacktestResult.',
    body: z.strictObject({ ...Tried, days: z.number().int().min(1).max(90).default(30) }),
    status: 202,
    answer: StartedJob,
  }),
  publishDraft: route({
    says: 'Publishes the draft. The job’s result is a PublishResult.',
    body: z.strictObject({
      note: z.string().min(1).max(500),
      /** The published version that one has seen: if another was published since, it is refused. */
      base: z.number().int().positive().optional(),
    }),
    status: 202,
    answer: StartedJob,
  }),
};
