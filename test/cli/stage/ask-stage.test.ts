import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { askStage } from '../../../cli/stage/ask-stage.ts';
import { UsageError } from '../../../cli/usage-error.ts';

const lambda = mockClient(LambdaClient);
beforeEach(() => {
  lambda.reset();
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterAll(() => {
  lambda.restore();
  vi.unstubAllEnvs();
});

/** What Lambda gives back. */
const payload = (text: string) => new TextEncoder().encode(text) as never;

const errorNamed = (name: string, message = 'no'): Error => Object.assign(new Error(message), { name });

it('asks the operate function of the stage, with a proof of who asks', async () => {
  lambda.on(InvokeCommand).resolves({ Payload: payload('{"ok":true,"lines":["renewal"]}') });
  expect(await askStage('dev', { command: 'paused' })).toEqual({ ok: true, lines: ['renewal'] });
  const { FunctionName, Payload } = lambda.commandCalls(InvokeCommand)[0]!.args[0].input;
  expect(FunctionName).toBe('tactful-dev-operate');
  expect(JSON.parse(String(Payload))).toEqual({
    command: 'paused',
    proof: { authorization: expect.stringContaining('Credential=AKIDEXAMPLE/'), 'x-amz-date': expect.any(String) },
  });
});

it.each([
  [{ command: 'why', customer: 'ada' }, 'tactful-dev-operate-read'],
  [{ command: 'read', customer: 'ada', part: 'state' }, 'tactful-dev-operate-read'],
  [{ command: 'erase', customer: 'ada' }, 'tactful-dev-operate-erase'],
] as const)('asks %o of the function that IAM lets fewer people invoke', async (command, name) => {
  lambda.on(InvokeCommand).resolves({ Payload: payload('{"ok":true,"lines":[]}') });
  await askStage('dev', command);
  expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input.FunctionName).toBe(name);
});

it.each([
  [errorNamed('ResourceNotFoundException'), /^No stage dev is deployed/],
  [errorNamed('AccessDeniedException'), /lambda:InvokeFunction on tactful-dev-operate/],
  [errorNamed('CredentialsProviderError'), /^No AWS credentials/],
  [errorNamed('Error', 'Region is missing'), /Set AWS_REGION/],
])('says what to do about %s', async (error, words) => {
  lambda.on(InvokeCommand).rejects(error);
  const asking = askStage('dev', { command: 'paused' });
  await expect(asking).rejects.toThrow(UsageError);
  await expect(asking).rejects.toThrow(words);
});

it('says what the function failed of, and hides no other failure', async () => {
  lambda.on(InvokeCommand).resolves({ FunctionError: 'Unhandled', Payload: payload('{"errorType":"Broken"}') });
  await expect(askStage('dev', { command: 'paused' })).rejects.toThrow(
    'The stage dev could not do it: {"errorType":"Broken"}',
  );
  lambda.on(InvokeCommand).rejects(errorNamed('SocketError', 'reset'));
  await expect(askStage('dev', { command: 'paused' })).rejects.toThrow(
    expect.objectContaining({ name: 'SocketError' }),
  );
});
