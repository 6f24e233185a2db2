import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { createApp, rulesBrokenIn, rulesBrokenWith } from './support/synth.ts';

describe('cdk-nag', () => {
  it('finds nothing that has no reason', () => {
    expect(rulesBrokenWith()).toEqual([]);
  });

  it.each([
    { desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' },
    {
      desk: 'connect',
      deskInstance: 'arn:aws:connect:eu-west-1:123456789012:instance/12345678-1234-1234-1234-123456789012',
      deskFlow: '846ec553-a005-41c0-8341-0123456789ab',
    },
  ])('nor where there is a desk: $desk', (context) => {
    expect(rulesBrokenWith(context)).toEqual([]);
  });

  it('would find a bucket that anybody may talk to in the clear', () => {
    const { app, main } = createApp();
    new Bucket(main, 'Careless');
    expect(rulesBrokenIn(app).join()).toContain('AwsSolutions-S10');
  });
});
