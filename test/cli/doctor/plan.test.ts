import { expect, it } from 'vitest';
import { readPlan } from '../../../cli/doctor/plan.ts';
import { UsageError } from '../../../cli/usage-error.ts';
import { GivenSettings } from '../../../infra/settings.ts';

it('settings come from cdk.json, and the command line goes before it', () => {
  expect(readPlan('production', [])).toMatchObject({
    stage: 'production',
    prefix: 'tactful-production',
    address: 'hello@example.com',
    domain: 'example.com',
    identity: 'existing',
    textReader: 'embedded',
  });
  expect(readPlan('live', ['maxSendRate=14', 'reservedConcurrency=off'])).toMatchObject({
    maxSendRate: 14,
    reservedConcurrency: 'off',
  });
  expect(readPlan('live', ['sender=Acme = <a@acme.com>', 'textReader=bedrock'])).toMatchObject({
    address: 'a@acme.com',
    domain: 'acme.com',
    textReader: 'bedrock',
  });
});

it.each([
  ['identity', /-c identity is no setting: write -c name=value/],
  ['=domain', /-c =domain is no setting/],
  ['maxSendRate=0', /The setting maxSendRate in cdk.json or by -c is not right/],
  ['worflows=mine', /^worflows, in cdk.json or by -c, is no setting: did you mean workflows\?$/],
  ['identity=dns', /The setting identity in cdk.json or by -c is not right/],
])('%s is refused with what to do', (pair, message) => {
  expect(() => readPlan('dev', [pair])).toThrow(message);
  expect(() => readPlan('dev', [pair])).toThrow(UsageError);
});

it('every setting of a deploy may be given, those too that are not looked at', () => {
  const names = Object.keys(GivenSettings.shape).filter((name) => !['identity', 'textReader'].includes(name));
  const value: Record<string, string> = { maxSendRate: '1', reservedConcurrency: 'on', inbox: 'on' };
  for (const name of [...names, 'cliCredentials', '@aws-cdk/core:checkSecretUsage'])
    expect(() => readPlan('dev', [`${name}=${value[name] ?? 'x'}`])).not.toThrow();
});
