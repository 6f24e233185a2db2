import type { Context } from 'aws-lambda';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../../functions/shared/handler/serve.ts';

const context = {} as Context;
const request = (path: string) => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: 'of=ada',
  headers: { host: 'api.example.com' },
  requestContext: { http: { method: 'GET' }, domainName: 'api.example.com' },
});
const answer = serve(new Hono().get('/greeting', (c) => c.text(`Hello ${c.req.query('of')}`)));

describe('an app behind an HTTP API', () => {
  it('answers its requests', async () => {
    expect(await answer(request('/greeting'), context)).toMatchObject({ statusCode: 200, body: 'Hello ada' });
    expect(await answer(request('/else'), context)).toMatchObject({ statusCode: 404 });
  });

  it.each([
    ['what is no request', { job: 'j1' }],
    ['a request of an older payload', { ...request('/greeting'), version: '1.0' }],
    ['nothing', undefined],
  ])('takes %s for no request', async (_, event) => {
    await expect(answer(event, context)).rejects.toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});
