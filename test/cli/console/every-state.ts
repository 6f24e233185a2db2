import { expect } from 'vitest';
import { live } from './support.ts';

/** Of a world that has played a quarter to this afternoon, its console shows people in every state. */
export const expectEveryState = async (quarter: string): Promise<void> => {
  const world = await live({ quarter, now: '2026-11-27T15:00:00Z' });
  const ask = world.as('admin');
  const { resting, week } = await ask('overview', {});
  expect(resting.waiting).toBeGreaterThan(10);
  expect(resting.listening).toBeGreaterThan(3);
  expect(resting.held).toBeGreaterThan(0);
  expect(week.sent).toBeGreaterThan(10);
  expect(week.held).toBeGreaterThan(0);
  expect(week.suppressed).toBeGreaterThan(0);
  const rejects = (await ask('listRejects', { query: {} })).items;
  expect(new Set(rejects.map(({ reason }) => reason)).size).toBeGreaterThan(1);
  const tasks = (await ask('listTasks', { query: { count: '200' } })).items;
  expect(tasks.length).toBeGreaterThan(3);
  expect(tasks.map(({ mood }) => mood)).toContain('negative');
  const upcoming = await ask('upcoming', { query: {} });
  expect(upcoming.items.length).toBeGreaterThan(5);
};
