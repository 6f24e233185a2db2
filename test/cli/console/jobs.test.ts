import { expect, it } from 'vitest';
import { createLocalJobs, type LocalJobsDeps } from '../../../cli/console/ports/jobs.ts';
import { Refused } from '../../../functions/api/problem.ts';

const never = () => new Promise<never>(() => {});
const order = { kind: 'scenarios', asked: {}, by: { id: 'm', name: 'mia@acme.example' } } as const;

it('a fourth job of one person is refused while three are running, and another person’s is not', async () => {
  let count = 0;
  const deps = { drafts: { files: never }, running: never, clock: { now: () => 0 } } as unknown as LocalJobsDeps;
  const jobs = createLocalJobs({ ...deps, newId: () => `j${++count}`, report: () => {} });
  for (let one = 0; one < 3; one++) await jobs.start(order);
  const fourth = jobs.start(order);
  await expect(fourth).rejects.toThrow(Refused);
  await expect(fourth).rejects.toMatchObject({ status: 409 });
  await expect(jobs.start({ ...order, by: { id: 'b', name: 'ben@acme.example' } })).resolves.toBe('j4');
});
