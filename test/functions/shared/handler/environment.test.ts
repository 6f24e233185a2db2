import { expect, it } from 'vitest';
import { z } from 'zod';
import { EnvironmentInvalid, readEnvironment } from '../../../../functions/shared/handler/environment.ts';

const schema = z.object({ STAGE: z.string(), TABLE: z.string(), URL: z.url(), NAME: z.string().optional() });

it('the environment is read, and no more of it than is named', () => {
  const env = { STAGE: 'test', TABLE: 't', URL: 'https://x.example', SECRET: 's' };
  expect(readEnvironment(schema, env)).toEqual({ STAGE: 'test', TABLE: 't', URL: 'https://x.example' });
});

it('what is missing or wrong is named, all at once', () => {
  const read = () => readEnvironment(schema, { STAGE: 'test', URL: 'nowhere' });
  expect(read).toThrow(EnvironmentInvalid);
  expect(read).toThrow(/TABLE is missing; URL: Invalid URL\. The stack sets these/);
});
