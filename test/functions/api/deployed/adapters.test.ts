import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createLambdaOperators, OperatorFailed } from '../../../../functions/api/deployed/operators.lambda.ts';
import { signInOf } from '../../../../functions/api/deployed/sign-in.ts';
import { createTestSend } from '../../../../functions/api/deployed/test-send.ts';
import { createCognitoUsers } from '../../../../functions/api/deployed/users.cognito.ts';
import { createObjects, ObjectChanged, S3Client } from '../../../../functions/api/publish/objects.s3.ts';
import type { Receipt } from '../../../../functions/deliver/channel.ts';
import { awsError } from '../../../support/aws.ts';

describe('the people of a pool', () => {
  const open = () => {
    const client = new CognitoIdentityProviderClient({ region: 'eu-west-1' });
    return { mock: mockClient(client), find: createCognitoUsers({ client, pool: 'p' }) };
  };

  it('have an address, and may be locked out', async () => {
    const { mock, find } = open();
    const UserAttributes = [{ Name: 'email', Value: 'ada@acme.example' }];
    mock.on(AdminGetUserCommand).resolves({ Username: 'u', UserAttributes, Enabled: false });
    expect(await find('u')).toEqual({ email: 'ada@acme.example', isEnabled: false });
  });

  it('may be gone; any other failure is told', async () => {
    const { mock, find } = open();
    mock.on(AdminGetUserCommand).rejects(new UserNotFoundException({ message: 'no', $metadata: {} }));
    expect(await find('u')).toBeUndefined();
    mock.on(AdminGetUserCommand).rejects(awsError('TooManyRequestsException', 400));
    await expect(find('u')).rejects.toThrow('TooManyRequestsException');
  });
});

describe('the objects of a bucket', () => {
  it.each([
    ['PreconditionFailed', 412],
    ['NoSuchKey', 404],
    ['ConditionalRequestConflict', 409],
  ] as const)('are removed only as they were read: %s is a change by somebody else', async (name, status) => {
    const client = new S3Client({ region: 'eu-west-1' });
    const mock = mockClient(client);
    const { remove } = createObjects({ client, bucket: 'b' });
    mock.on(DeleteObjectCommand).resolves({});
    await remove('draft/a.md', { etag: '"1"' });
    expect(mock.commandCalls(DeleteObjectCommand)[0]?.args[0].input).toMatchObject({ IfMatch: '"1"' });
    mock.on(DeleteObjectCommand).rejects(awsError(name, status));
    await expect(remove('draft/a.md', { etag: '"1"' })).rejects.toThrow(ObjectChanged);
  });
});

describe('the functions of operators', () => {
  const open = () => {
    const client = new LambdaClient({ region: 'eu-west-1' });
    const mock = mockClient(client);
    const ask = createLambdaOperators(client, { operate: 'o', 'operate-erase': 'e' }, async (right, { command }) => ({
      authorization: `${right} ${command}`,
      'x-amz-date': 'now',
    }));
    return { mock, ask };
  };
  const payload = (text: string) => new TextEncoder().encode(text) as never;

  it('are asked each what is its own', async () => {
    const { mock, ask } = open();
    mock.on(InvokeCommand).resolves({ Payload: payload('{"ok":true,"lines":["done"]}') });
    expect(await ask({ command: 'erase', customer: 'ada' })).toEqual({ ok: true, lines: ['done'], items: [] });
    await ask({ command: 'look', place: 'rejects' });
    const inputs = mock.commandCalls(InvokeCommand).map(({ args }) => args[0].input);
    expect(inputs.map(({ FunctionName }) => FunctionName)).toEqual(['e', 'o']);
    expect(JSON.parse(String(inputs[0]?.Payload))).toEqual({ command: 'erase', customer: 'ada' });
  });

  it('are shown that it is the console that asks, where what is said is in the name of who has signed in', async () => {
    const { mock, ask } = open();
    mock.on(InvokeCommand).resolves({ Payload: payload('{"ok":true,"lines":[]}') });
    const command = { command: 'answer-crowd', crowd: 'c1', moment: 'call', said: 'done', by: 'Bea' } as const;
    await ask(command);
    const { Payload } = mock.commandCalls(InvokeCommand)[0]!.args[0].input;
    const proof = { authorization: 'operate answer-crowd', 'x-amz-date': 'now' };
    expect(JSON.parse(String(Payload))).toEqual({ ...command, proof });
  });

  it('that the console may not ask are not asked, and a failure is told without what it quotes', async () => {
    const { mock, ask } = open();
    await expect(ask({ command: 'why', customer: 'ada' })).rejects.toThrow(OperatorFailed);
    expect(mock.commandCalls(InvokeCommand)).toHaveLength(0);
    mock.on(InvokeCommand).resolves({ FunctionError: 'Unhandled', Payload: payload('{"errorMessage":"ada"}') });
    await expect(ask({ command: 'erase', customer: 'ada' })).rejects.toThrow('erase failed. The log of e says where.');
  });
});

describe('how one signs in', () => {
  const where = {
    ISSUER: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc',
    CLIENT_ID: 'c',
    SIGN_IN_HOST: 'acme.auth.eu-west-1.amazoncognito.com',
  };

  it('is with Cognito, which the program may talk to', () => {
    expect(signInOf(where)).toEqual({
      signIn: { authority: where.ISSUER, clientId: 'c' },
      connects: ['https://cognito-idp.eu-west-1.amazonaws.com', 'https://acme.auth.eu-west-1.amazoncognito.com'],
    });
  });

  it('is at one place where AWS is on this machine', () => {
    expect(signInOf({ ...where, AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' })).toEqual({
      signIn: {
        authority: where.ISSUER,
        clientId: 'c',
        metadataUrl: 'http://localhost:4566/eu-west-1_abc/.well-known/openid-configuration',
      },
      connects: ['http://localhost:4566'],
    });
  });
});

describe('a message that is sent to try it', () => {
  const message = {
    id: 'm',
    customer: 'x',
    channel: 'email',
    to: 'mia@acme.example',
    subject: 's',
    text: 't',
  } as never;
  const open = (
    receipt: Receipt = { result: 'accepted', reference: 'r' },
    addresses = ['*@acme.example', 'qa@else.example'],
  ) => {
    const sent: unknown[] = [];
    const email = {
      send: async (one: unknown) => {
        sent.push(one);
        return receipt;
      },
    };
    return { sent, ...createTestSend({ channels: { email }, addresses }) };
  };
  const to = (address: string | undefined) => ({ ...(message as object), to: address }) as never;

  it.each(['mia@acme.example', 'Mia@ACME.example', 'qa@else.example'])('goes to %s', async (address) => {
    const { send, sent } = open();
    expect(await send(to(address))).toEqual({ reference: 'r' });
    expect(sent).toHaveLength(1);
  });

  it.each([
    'ada@customer.example',
    'mia@acme.example.evil.example',
    'mia@sub.acme.example',
    'other@else.example',
    'ada@customer.example,mia@acme.example',
    'ada@customer.example, mia@acme.example',
    'ada@customer.example\r\nBcc: x@acme.example',
    '"ada@customer.example"@acme.example',
    '<ada@customer.example>@acme.example',
    '@acme.example',
    '',
    undefined,
  ])('goes to nobody else: %s', async (address) => {
    const { send, sent } = open();
    await expect(send(to(address))).rejects.toThrow(/goes to \*@acme.example, qa@else.example alone/);
    expect(sent).toEqual([]);
  });

  it('by a channel that is not tried here is refused, and so is what the provider does not take', async () => {
    const sms = { ...(message as object), channel: 'sms' } as never;
    await expect(open().send(sms)).rejects.toThrow(/Nothing is sent by sms/);
    await expect(open({ result: 'down', reason: 'paused' }).send(message)).rejects.toThrow(/down \(paused\)/);
  });
});
