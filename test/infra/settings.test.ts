import { describe, expect, it } from 'vitest';
import { readSettings } from '../../infra/read-settings.ts';

const read = (context: Record<string, unknown>) => readSettings((name) => context[name]);
const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d';
const GOOD = { stage: 'dev', sender: 'Acme <hello@mail.acme.example>' };

const CONNECT = {
  deskInstance: 'arn:aws:connect:eu-west-1:123456789012:instance/12345678-1234-1234-1234-123456789012',
  deskFlow: '846ec553-a005-41c0-8341-0123456789ab',
};

describe('settings', () => {
  it('a sender is a name with an address, or an address alone', () => {
    expect(read(GOOD)).toMatchObject({ address: 'hello@mail.acme.example', domain: 'mail.acme.example' });
    expect(read({ ...GOOD, sender: 'hello@acme.example' })).toMatchObject({ address: 'hello@acme.example' });
  });

  it.each([
    'Acme <hello@acme.example',
    'mailto:hello@acme.example',
    'hello@acme..example',
    'hello@-acme.example',
    'Acme <hello@acme.example.>',
    'hello@münchen.example',
    'héllo@acme.example',
  ])('%s, by which SES sends nothing, is no sender', (sender) => {
    expect(() => read({ ...GOOD, sender })).toThrow(/sender is .*: give an address, such as Acme/);
  });

  it('a domain may be of another script, as DNS knows it', () => {
    const named = { linkDomain: 'go.xn--e1afmkfd.xn--p1ai', inboundDomain: 'reply.xn--e1afmkfd.xn--p1ai' };
    expect(read({ ...GOOD, ...named, linkCertificate: CERTIFICATE })).toMatchObject(named);
  });

  it('a name that is nearly one of ours is refused, and what other programs say is left alone', () => {
    const readWith = (name: string) =>
      readSettings((each) => ({ ...GOOD, [name]: 'x' })[each], ['stage', 'sender', name]);
    expect(() => readWith('worflows')).toThrow(
      'worflows is no setting: did you mean workflows? Give that one in cdk.json\'s "context" or by -c workflows=…',
    );
    expect(() => readWith('inbounddomain')).toThrow('did you mean inboundDomain?');
    for (const name of ['cliCredentials', '@aws-cdk/core:checkSecretUsage', 'acknowledged-issue-numbers'])
      expect(readWith(name).workflows).toBe('workflows');
  });

  it('a pace from the command line is a number', () => {
    expect(read({ ...GOOD, pace: '1440' }).pace).toBe(1440);
    expect(read(GOOD).pace).toBe(1);
  });

  it('texts are read by the embedded reader unless another is chosen', () => {
    expect(read(GOOD).textReader).toBe('embedded');
    expect(read({ ...GOOD, textReader: 'bedrock' }).textModel).toBe('global.amazon.nova-2-lite-v1:0');
  });

  it('sources arrive on the default bus unless others are named', () => {
    expect(read(GOOD).sourceBuses).toEqual(['default']);
    expect(read({ ...GOOD, sourceBuses: 'default, aws.partner/shop/1' }).sourceBuses).toEqual([
      'default',
      'aws.partner/shop/1',
    ]);
  });

  it.each([
    ...['dev', 'dev-ada', 'test', 'sandbox-2', 'e2e', 'preview-pr-12'].map((stage) => [stage, false] as const),
    ...['production', 'prod-dev', 'dev2', 'develop', 'device', 'testing', 'previews', 'tests'].map(
      (stage) => [stage, true] as const,
    ),
  ])('the stage %s: is kept is %s', (stage, isKept) => {
    expect(read({ stage, sender: 'hello@acme.com' }).kept).toBe(isKept);
  });

  it.each([
    'Tactful <hello@example.com>',
    'hello@mail.EXAMPLE.org',
    'hello@acme.example',
    'hello@acme.test',
    'hello@host.localhost',
  ])('a stage that is kept is not deployed with %s, a throw-away one is', (sender) => {
    expect(() => read({ stage: 'production', sender })).toThrow(
      /belongs to nobody: the stage production is kept.*-c sender=/,
    );
    expect(read({ stage: 'dev-ada', sender }).kept).toBe(false);
  });

  it('a domain that only ends like one of nobody is somebody', () => {
    expect(read({ stage: 'production', sender: 'hello@myexample.com' }).domain).toBe('myexample.com');
    expect(read({ stage: 'production', sender: 'hello@latest.io' }).domain).toBe('latest.io');
  });

  it.each([
    [{ stage: 'prod-operations' }, /stage is "prod-operations": call it otherwise/],
    [{ stage: 'prod-inbox' }, /stage is "prod-inbox": call it otherwise/],
    [{ stage: 'identity-acme' }, /stage is "identity-acme": call it otherwise/],
    [
      { mailFrom: 'bounces.other.example' },
      /mailFrom is .* not below mail.acme.example, .*such as bounces.mail.acme.example/,
    ],
    [{ linkDomain: 'hello.acme.example' }, /linkDomain is "hello.acme.example" and linkCertificate missing: give both/],
    [{ linkCertificate: CERTIFICATE }, /linkDomain is missing and linkCertificate .*: give both/],
    [
      { linkDomain: 'https://hello.acme.example/', linkCertificate: CERTIFICATE },
      /linkDomain is .*: give a name of yours/,
    ],
    [{ linkDomain: 'hello.acme.example', linkCertificate: 'mine' }, /linkCertificate is "mine": give the ARN/],
    [{ emailTls: 'no' }, /emailTls is "no": give require or optional/],
    [{ stage: 'production', sender: undefined }, /sender is missing: give the address/],
    [{ stage: 'Production!' }, /stage is "Production!": use up to 20 lower-case letters/],
    [{ stage: undefined }, /stage is missing: give a name/],
    [{ sender: 'Acme' }, /sender is "Acme": give an address/],
    [{ pace: '0' }, /pace is "0": give a number above 0/],
    [{ maxSendRate: '0' }, /maxSendRate is "0": give a number above 0/],
    [{ maxSendRate: 'many' }, /maxSendRate is "many": give the number of emails a second/],
    [{ textReader: 'oracle' }, /textReader is "oracle": give embedded, comprehend or bedrock/],
    [{ textModel: 'arn:aws:bedrock:*' }, /textModel is .*: give the id of a model or inference profile/],
    [{ sourceBuses: 'default,' }, /sourceBuses is "default,": give names of buses with commas/],
    [{ smsFrom: '+442071838750' }, /smsFrom is .*: give the id of a pool \(pool-…\)/],
    [{ alarmEmail: 'ada@acme.com,ben' }, /alarmEmail is "ada@acme.com,ben": give addresses with commas/],
    [{ archiveDays: '0' }, /archiveDays is "0": give a day at least/],
    [{ auditDays: '30' }, /auditDays is "30": give 90 days at least/],
    [{ timelineDays: '30' }, /timelineDays is "30": give 90 days at least/],
    [{ logDays: '91' }, /logDays is "91": give one that CloudWatch knows: 1, 3, 5/],
    [{ tags: 'team' }, /tags is "team": give tags as name=value/],
    [{ tags: { 'aws:mine': 'a' } }, /tags is .*: give tags as name=value/],
    [{ permissionsBoundary: 'a boundary' }, /permissionsBoundary is "a boundary": give the name or ARN of a policy/],
    [{ encryptionKey: 'alias/acme' }, /encryptionKey is "alias\/acme": give the ARN of a key, not of an alias/],
    [{ desk: 'jira' }, /desk is "jira": give generic, zendesk, intercom or connect/],
    [{ desk: 'connect' }, /desk is "connect", deskInstance missing and deskFlow missing: Amazon Connect needs both/],
    [{ desk: 'connect', ...CONNECT, deskFlow: undefined }, /Amazon Connect needs both/],
    [
      { desk: 'connect', ...CONNECT, deskUrl: 'https://a.example.com' },
      /desk is "connect" and deskUrl .* leave deskUrl out/,
    ],
    [{ ...CONNECT }, /desk is missing, deskInstance .* no other desk has any/],
    [{ desk: 'connect', ...CONNECT, deskInstance: 'i-1' }, /deskInstance is "i-1": give the ARN of an instance/],
    [{ desk: 'connect', ...CONNECT, deskFlow: 'Default' }, /deskFlow is "Default": give the id of a flow/],
    [{ desk: 'zendesk' }, /desk is "zendesk" and deskUrl missing: give both/],
    [{ deskUrl: 'https://acme.zendesk.com' }, /desk is missing and deskUrl .*: give both/],
    [{ desk: 'zendesk', deskUrl: 'http://acme.zendesk.com' }, /deskUrl is .*: give an address such as https/],
    [{ desk: 'zendesk', deskUrl: 'https://10.0.0.1' }, /deskUrl is .*: give an address such as https/],
    [{ desk: 'zendesk', deskUrl: 'https://localhost' }, /deskUrl is .*: give an address such as https/],
    [{ desk: 'intercom', deskUrl: 'https://api.intercom.io' }, /deskTicketType missing: Intercom needs one/],
    [
      { desk: 'zendesk', deskUrl: 'https://acme.zendesk.com', deskTicketType: '12' },
      /deskTicketType "12": Intercom needs one and no other desk has any/,
    ],
    [{ identity: 'dns' }, /identity is "dns": give domain, address or existing/],
    [{ pastShare: '' }, /pastShare is "": give a number from 0 to 100/],
    [{ pastShare: null }, /pastShare is null: give a number from 0 to 100/],
    [{ archiveDays: true }, /archiveDays is true: give a whole number/],
    [{ firstVersion: ' ' }, /firstVersion is " ": give a whole number/],
    [{ busName: 'my bus' }, /busName is "my bus": give the name of a bus/],
    [{ busName: [] }, /^busName is \[\]: give a text, or leave it out, in cdk\.json's "context" or by -c busName=…$/],
    [{ linkDomain: null }, /linkDomain is null: give a text, or leave it out/],
    [{ alarmEmail: true }, /alarmEmail is true: give a text, or leave it out/],
    [{ postalAddress: '' }, /postalAddress is "": give a text, or leave it out/],
  ])('%o is refused with what to do', (change, message) => {
    expect(() => read({ ...GOOD, ...change })).toThrow(message);
  });
});
