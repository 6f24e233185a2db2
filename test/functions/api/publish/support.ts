import { readFileSync } from 'node:fs';
import { createS3Drafts } from '../../../../functions/api/publish/drafts.s3.ts';
import type { Machines } from '../../../../functions/api/publish/machines.ts';
import { type Condition, ObjectChanged, type Objects } from '../../../../functions/api/publish/objects.s3.ts';
import { createS3Publications } from '../../../../functions/api/publish/publications.s3.ts';
import { createPublisher } from '../../../../functions/api/publish/publisher.ts';
import type { Progress, PublishRequest } from '../../../../functions/api/publish/request.ts';
import { SEEN_WITHIN } from '../../../../functions/shared/published.ts';
import type { File } from '../../../../language/read/yaml/source.ts';

/** A bucket in memory, with the conditions that S3 keeps. `before` may fail a call, or do something first. */
export const createBucket = (before: (call: string, key: string) => void | Promise<void> = () => {}) => {
  const all = new Map<string, { text: string; etag: string }>();
  let etags = 0;
  const objects: Objects = {
    get: async (key) => {
      await before('get', key);
      return all.get(key);
    },
    put: async (key, text, condition?: Condition) => {
      await before('put', key);
      const object = all.get(key);
      const holds = !condition || ('absent' in condition ? !object : object?.etag === condition.etag);
      if (!holds) throw new ObjectChanged(`${key} is not as it was read.`);
      const etag = `"${++etags}"`;
      all.set(key, { text, etag });
      return etag;
    },
    remove: async (key, { etag }) => {
      await before('remove', key);
      if (all.get(key)?.etag !== etag) throw new ObjectChanged(`${key} is not as it was read.`);
      all.delete(key);
    },
    keys: async (prefix) => [...all.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
    clear: async () => all.clear(),
  };
  return { all, objects };
};

/** The shipped one, but for incidents, which no event here opens. */
const POLICY = readFileSync('workflows/policy.yaml', 'utf8').replace(/^incidents:[\s\S]*?(?=^caps:)/m, '');

const EVENTS = `
trial.started:
  about: A trial began.
  customer: customerId
  fields:
    customerId: text
`;

const JOURNEY = `journey: trial
title: Trial
about: Somebody tries it.
purpose: relationship
enter: { on: trial.started, again: never }
steps:
  - wait: 3 days
    id: pause
  - send: tip
    id: first-tip
`;

const moment = (subject: string): string => `---
moment: tip
title: A tip
topic: product-tips
channels: [email]
because: You began a trial.
subject: ${subject}
---

A tip for you.
`;

/** Sound workflows, small, with what is given over them; undefined takes a file away. */
export const filesWith = (more: Record<string, string | undefined> = {}): File[] => {
  const all = {
    'policy.yaml': POLICY,
    'events.yaml': EVENTS,
    'journeys/trial.yaml': JOURNEY,
    'moments/tip.md': moment('A tip'),
    ...more,
  };
  return Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
};

export const withSubject = (subject: string): File[] => filesWith({ 'moments/tip.md': moment(subject) });

/** The journey with one step more. */
export const withStep = (): File[] =>
  filesWith({ 'journeys/trial.yaml': `${JOURNEY}  - send: tip\n    id: second-tip\n` });

/** A stage on which one may publish, over a bucket in memory. */
export const openPublishing = (before?: Parameters<typeof createBucket>[0]) => {
  const bucket = createBucket(before);
  const clock = { now: Date.parse('2026-11-27T10:00:00Z') };
  const now = () => clock.now;
  const publications = createS3Publications(bucket.objects, now);
  const drafts = createS3Drafts({ objects: bucket.objects, publications, now });
  const put: string[][] = [];
  let current = '';
  const fakes = { refuses: undefined as Error | undefined };
  const machines: Machines = {
    put: async (all) => {
      if (fakes.refuses) throw fakes.refuses;
      const names = Object.keys(all).toSorted();
      put.push(names);
      const text = JSON.stringify(all);
      const changed = text === current ? [] : names;
      current = text;
      return { changed };
    },
    remove: async () => {},
  };
  const reported: unknown[] = [];
  const journalled: number[] = [];
  const waited: number[] = [];
  const publisher = createPublisher({
    publications,
    machines,
    traits: { pace: 1 },
    journal: async ({ version }) => void journalled.push(version.version),
    report: (error) => reported.push(error),
    wait: async (milliseconds) => void waited.push(milliseconds),
    now,
  });
  const publish = async (files: File[], more: Partial<PublishRequest> = {}) => {
    const steps: Progress[] = [];
    const over = 'over' in more ? more.over : (await publications.current())?.version.version;
    const request = { files, by: 'ada', note: 'why', via: 'console' as const, ...more, over };
    const published = await publisher.publish(request, (progress) => steps.push(progress));
    return { ...published, steps };
  };
  const running = async () => (await publications.current())?.version.version;
  return {
    bucket,
    clock,
    publications,
    drafts,
    publisher,
    machines,
    fakes,
    put,
    reported,
    journalled,
    waited,
    publish,
    running,
    liveWait: SEEN_WITHIN,
  };
};
