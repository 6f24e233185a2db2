import { Channel, isSendable } from '../../language/catalogue/channel.ts';
import type { Figures, Resting } from './contract/figures.ts';
import type { CountRow, RestingRow } from './ports.ts';

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
  heard: 0,
  goals: 0,
  ended: 0,
});

const add = (counts: Record<string, number>, key: string, count: number): void => {
  counts[key] = (counts[key] ?? 0) + count;
};

const sentAs = (channel: string | undefined): 'gestures' | 'sent' | 'toPerson' => {
  if (channel === undefined) return 'gestures';
  const { data } = Channel.safeParse(channel);
  return data === undefined || isSendable(data) ? 'sent' : 'toPerson';
};

const decide = (figures: Figures, { outcome, reason = '', channel, count }: CountRow): void => {
  switch (outcome) {
    case 'sent':
      figures[sentAs(channel)] += count;
      break;
    case 'held':
      figures.held += count;
      add(figures.heldFor, reason, count);
      break;
    case 'suppressed':
      figures.suppressed += count;
      add(figures.suppressedFor, reason, count);
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

/** What rows of counts come to. */
export const figuresOf = (rows: readonly CountRow[]): Figures => {
  const figures = noFigures();
  for (const row of rows) {
    const { what, journey, arms, count } = row;
    if (what === 'decided') decide(figures, row);
    else if (what === 'heard') figures.heard += count;
    else if (what === 'goal') figures.goals += count;
    else if (what === 'ended') figures.ended += count;
    else {
      figures.entered += count;
      if (arms?.[journey] === 'control') figures.control += count;
    }
  }
  return figures;
};

/** The same by the arm that customers are in, of a holdout or a split. */
export const figuresByArm = (rows: readonly CountRow[], of: string): Record<string, Figures> => {
  const arms = new Set(rows.flatMap(({ arms }) => arms?.[of] ?? []));
  return Object.fromEntries(
    [...arms].toSorted().map((arm) => [arm, figuresOf(rows.filter(({ arms }) => arms?.[of] === arm))]),
  );
};

/** Who rests, by rows of where. */
export const restingOf = (rows: readonly RestingRow[]): Resting => {
  const resting: Resting = { waiting: 0, held: 0, heldFor: {}, listening: 0 };
  let next = Number.POSITIVE_INFINITY;
  for (const { doing, reason, people, next: due } of rows) {
    resting[doing] += people;
    if (doing === 'held') add(resting.heldFor, reason ?? '', people);
    next = Math.min(next, due);
  }
  return { ...resting, ...(Number.isFinite(next) ? { next: new Date(next).toISOString() } : {}) };
};

export const peopleIn = (rows: readonly RestingRow[]): number => rows.reduce((sum, { people }) => sum + people, 0);
