import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { createApp } from './support/synth.ts';

const findings = (app: ReturnType<typeof createApp>['app']) =>
  new AwsSolutionsChecks(app).validateScope(app).violations;

describe('cdk-nag', () => {
  it('finds nothing that has no reason', () => {
    const { app } = createApp();
    expect(findings(app).map(({ ruleName }) => ruleName)).toEqual([]);
  });

  it.each([
    { desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' },
    {
      desk: 'connect',
      deskInstance: 'arn:aws:connect:eu-west-1:123456789012:instance/12345678-1234-1234-1234-123456789012',
      deskFlow: '846ec553-a005-41c0-8341-0123456789ab',
    },
  ])('nor where there is a desk: $desk', (context) => {
    const { app } = createApp(context);
    expect(findings(app).map(({ ruleName }) => ruleName)).toEqual([]);
  });

  it('would find a bucket that anybody may talk to in the clear', () => {
    const { app, main } = createApp();
    new Bucket(main, 'Careless');
    expect(
      findings(app)
        .map(({ ruleName }) => ruleName)
        .join(),
    ).toContain('AwsSolutions-S10');
  });
});
