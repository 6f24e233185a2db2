import type { JourneyDefinition } from '../../language/catalogue/definition.ts';
import { parseReason } from '../../language/catalogue/reason.ts';
import { everyStep } from '../../language/steps/walk.ts';
import type { Count } from '../shared/stores/counts.ts';
import type { RestingCount } from '../shared/stores/people.ts';
import type { Figures, Resting } from './contract/figures.ts';
import type { Doing } from './ports.ts';

/** Steps of a journey by their ids, as the figures need to know them. */
export type Kinds = ReadonlyMap<string, { kind: string }>;

export const kindsOf = (journey: JourneyDefinition): Kinds =>
  new Map(everyStep(journey).map((step) => [step.id, step]));

const noFigures = (): Figures => ({
  entered: 0,
  control: 0,
  sent: 0,
  held: 0,
  heldFor: {},
  suppressed: 0,
  suppressedFor: {},
  toPerson: 0,
  gestures: 0,
  withheld: 0,
  failed: 0,
  clicked: 0,
  heard: 0,
  silent: 0,
  goals: 0,
  ended: 0,
});

const add = (counts: Record<string, number>, key: string, count: number): void => {
  counts[key] = (counts[key] ?? 0) + count;
};

/** A reason for a table: whether patience was over for it does not matter there. */
export const bareReason = (text: string): string => {
  const parts = parseReason(text);
  if (parts === undefined) return text;
  return parts.journey === undefined ? parts.reason : `${parts.reason}:${parts.journey}`;
};

/** What `sent` means of a step of this kind. */
const SENT_BY: Record<string, 'gestures' | 'sent' | 'toPerson'> = { emit: 'gestures', task: 'toPerson' };

const decide = (figures: Figures, { value, reason, step, count }: Count, kinds: Kinds): void => {
  switch (value) {
    case 'sent':
      figures[SENT_BY[kinds.get(step)?.kind ?? ''] ?? 'sent'] += count;
      break;
    case 'held':
      figures.held += count;
      add(figures.heldFor, bareReason(reason), count);
      break;
    case 'suppressed':
      figures.suppressed += count;
      add(figures.suppressedFor, bareReason(reason), count);
      break;
    case 'escalated':
      figures.toPerson += count;
      break;
    case 'control':
      figures.withheld += count;
      break;
    case 'failed':
    case 'unknown':
      figures.failed += count;
      break;
  }
};

/** What counts of a journey come to. */
export const figuresOf = (rows: readonly Count[], kinds: Kinds): Figures => {
  const figures = noFigures();
  for (const row of rows) {
    const { kind, value, journey, arms, count } = row;
    if (kind === 'decision') decide(figures, row, kinds);
    else if (kind === 'goal') figures.goals += count;
    else if (kind === 'ended') figures.ended += count;
    else if (kind === 'delivery' && value === 'clicked') figures.clicked += count;
    else if (kind === 'answer' && (value === 'heard' || value === 'silent')) figures[value] += count;
    else if (kind === 'entered') {
      figures.entered += count;
      if (arms[journey] === 'control') figures.control += count;
    }
  }
  return figures;
};

const NUMBERS = [
  'entered',
  'control',
  'sent',
  'held',
  'suppressed',
  'toPerson',
  'gestures',
  'withheld',
  'failed',
  'clicked',
  'heard',
  'silent',
  'goals',
  'ended',
] as const;

/** Figures of several journeys together. */
export const sumOf = (all: readonly Figures[]): Figures => {
  const sum = noFigures();
  for (const figures of all) {
    for (const name of NUMBERS) sum[name] += figures[name];
    for (const by of ['heldFor', 'suppressedFor'] as const)
      for (const [reason, count] of Object.entries(figures[by])) add(sum[by], reason, count);
  }
  return sum;
};

/** The same by the arm that customers are in, of a holdout or a split. */
export const figuresByArm = (rows: readonly Count[], kinds: Kinds, of: string): Record<string, Figures> => {
  const arms = new Set(rows.flatMap(({ arms }) => arms[of] ?? []));
  return Object.fromEntries(
    [...arms].toSorted().map((arm) => [
      arm,
      figuresOf(
        rows.filter(({ arms }) => arms[of] === arm),
        kinds,
      ),
    ]),
  );
};

/** What somebody does at a step. */
export const doingAt = (step: string, heldFor: string | undefined, kinds: Kinds): Doing => {
  if (heldFor !== undefined) return 'held';
  return kinds.get(step)?.kind === 'listen' ? 'listening' : 'waiting';
};

/** Who rests, by counts of where. */
export const restingOf = (rows: readonly RestingCount[], kinds: Kinds): Resting => {
  const resting: Resting = { waiting: 0, held: 0, heldFor: {}, listening: 0 };
  for (const { step, held, count } of rows) {
    resting[doingAt(step, held, kinds)] += count;
    if (held !== undefined) add(resting.heldFor, held, count);
  }
  return resting;
};

export const restingTogether = (all: readonly Resting[]): Resting => {
  const sum: Resting = { waiting: 0, held: 0, heldFor: {}, listening: 0 };
  for (const { waiting, held, heldFor, listening } of all) {
    sum.waiting += waiting;
    sum.held += held;
    sum.listening += listening;
    for (const [reason, count] of Object.entries(heldFor)) add(sum.heldFor, reason, count);
  }
  return sum;
};

export const peopleIn = (rows: readonly RestingCount[]): number => rows.reduce((sum, { count }) => sum + count, 0);
