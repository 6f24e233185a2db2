import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What `workflows/` promises, read from the files as they are written: nothing of it comes from the language or the gate. */

export interface Cap {
  count: number;
  ms: number;
}

export interface MomentPromise {
  purpose?: string;
  topic?: string;
  cap?: Cap;
  patience?: number;
  whenNegative?: unknown;
  whenIncident?: unknown;
  quietHours?: string;
  window?: { from: string; to: string; days?: string[] };
  uses: string[];
  /** Attributes that the copy prints or tests. */
  prints: string[];
}

export interface PurposePromise {
  whenIncident: unknown;
  whenNegative: unknown;
  quietHours: string;
  patience: number;
  cap?: Cap;
  ifUnsure: string;
  optIn?: boolean;
}

export interface EventPromise {
  customer?: string;
  /** The field that a producer's retry is known by. */
  id?: string;
  fields?: Record<string, string | { type?: unknown; provenance?: string; optional?: boolean }>;
  sets?: Record<string, string>;
  opens?: { kind: string; incident: string };
  closes?: { kind: string; incident: string };
  consent?: { topic?: string; channel?: string; choice: string };
  farewell?: boolean;
  returns?: boolean;
  from?: { source: string; 'detail-type': string; fields: Record<string, string> };
}

export interface Promised {
  zone: string;
  mood: { halfLife: number; prior: number; negative: number; positive: number; strong: number; quietAfter: number };
  purposes: Record<string, PurposePromise>;
  quietHours: { from: string; to: string };
  gap: number;
  /** Kind of incident to how long one counts that nobody closes. */
  lasts: Record<string, number>;
  journeys: Record<string, { purpose: string; mutes: Record<string, number> }>;
  moments: Record<string, MomentPromise>;
  events: Record<string, EventPromise>;
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Milliseconds of `3 days`, `3d`. */
const ms = (text: unknown): number => {
  const [, count, unit = ''] = /^([\d.]+) ?(\w)/.exec(String(text)) ?? [];
  const seconds = UNITS[unit];
  if (seconds === undefined) throw new Error(`${text} is not a duration.`);
  return Number(count) * seconds * 1000;
};

const capOf = (text: unknown): { cap?: Cap } => {
  if (text === undefined) return {};
  const [count, window = ''] = String(text).split(' per ');
  return { cap: { count: Number(count), ms: ms(/^\d/.test(window) ? window : `1 ${window}`) } };
};

type Raw = Record<string, never>;

const momentOf = (text: string): MomentPromise => {
  const [, head = ''] = text.split(/^---$/m);
  // These lines are taken as written, whatever is in them.
  const front = (parse(head.replace(/^(because|subject|title|about):.*$/gm, '')) ?? {}) as Raw;
  const { patience, cap, uses, ...rest } = front as Record<string, unknown>;
  return {
    ...rest,
    ...capOf(cap),
    ...(patience === undefined ? {} : { patience: ms(patience) }),
    uses: Object.keys((uses ?? {}) as object),
    prints: [...text.matchAll(/customer\.(\w+)/g)].map(([, name = '']) => name),
  };
};

const mapped = <From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** Event types that every project has. */
const BUILT_IN: Record<string, EventPromise> = {
  'message.bounced': {},
  'message.delivered': {},
  'message.replied': {},
  'message.complained': {},
  'customer.paused': {},
};

export const readPromises = (dir: string): Promised => {
  const text = (...path: string[]) => readFileSync(join(dir, ...path), 'utf8');
  const names = (folder: string, ending: string) =>
    readdirSync(join(dir, folder)).filter((name) => name.endsWith(ending));
  const policy = parse(text('policy.yaml'));
  const journeys = names('journeys', '.yaml').map((name) => parse(text('journeys', name)));
  const moments: Record<string, MomentPromise> = {};
  // `welcome.fr.md` is `welcome` in another language: only what it prints is its own.
  for (const name of names('moments', '.md').sort((a, b) => a.length - b.length)) {
    const [id = '', ...locale] = name.slice(0, -3).split('.');
    const moment = momentOf(text('moments', name));
    const existing = moments[id];
    if (existing && locale.length > 0) existing.prints.push(...moment.prints);
    else moments[id] = moment;
  }
  return {
    zone: policy.zone,
    mood: { ...policy.mood, halfLife: ms(policy.mood.halfLife), quietAfter: ms(policy.mood.quietAfter) },
    purposes: mapped(policy.purposes as Record<string, PurposePromise & { cap?: unknown }>, ({ cap, ...purpose }) => ({
      ...purpose,
      patience: ms(purpose.patience),
      ...capOf(cap),
    })),
    quietHours: policy.quietHours,
    gap: ms(policy.gap),
    lasts: mapped((policy.incidents ?? {}) as Record<string, { lasts: string }>, ({ lasts }) => ms(lasts)),
    journeys: Object.fromEntries(
      journeys.map(({ journey, purpose, mutes = {} }) => [journey, { purpose, mutes: mapped(mutes, ms) }]),
    ),
    moments,
    events: { ...BUILT_IN, ...parse(text('events.yaml')) },
  };
};
