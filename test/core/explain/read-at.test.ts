import { expect, it } from 'vitest';
import { readAt } from '../../../core/explain/read-at.ts';

it.each([
  ['2026-03-11T09:00:00Z', '2026-03-11T09:00:00.000Z'],
  ['2026-03-11T09:00+02:00', '2026-03-11T07:00:00.000Z'],
  ['2026-03-11 10:00', '2026-03-11T09:00:00.000Z'],
  ['2026-03-11', '2026-03-11T22:59:59.999Z'],
])('reads %s in Berlin as %s', (text, at) =>
  expect(new Date(readAt(text, 'Europe/Berlin') ?? 0).toISOString()).toBe(at),
);

it.each(['tomorrow', '2026-02-30', '11.03.2026', '2026-03-11 25:00'])('takes no %s', (text) =>
  expect(readAt(text, 'Europe/Berlin')).toBeUndefined(),
);
