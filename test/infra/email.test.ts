import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createApp, synth } from './support/synth.ts';

const identityOf = (context: Record<string, unknown>) => {
  const { identity, main } = createApp(context);
  const json = identity && Template.fromStack(identity).toJSON();
  return { identity, main, json };
};

// Made before any test is timed.
const shipped = identityOf({});

describe('the sender', () => {
  it('is taken as it is, where nobody asks for it to be verified', () => {
    expect(shipped.identity).toBeUndefined();
    expect(synth().main.of('AWS::SES::EmailIdentity')).toEqual([]);
  });

  it.each(['dev', 'production'])(
    'is verified in a stack of its own, before the stage %s and for all others',
    (stage) => {
      const { identity, main, json } = identityOf({ stage, identity: 'domain' });
      expect(identity?.stackName).toBe('tactful-identity-mail-acme-com');
      expect(main.dependencies).toContain(identity);
      expect(JSON.stringify(json)).not.toContain('tactful:stage');
      const [resource] = Object.values(json?.Resources ?? {});
      expect(Object.keys(json?.Resources ?? {})).toHaveLength(1);
      expect(resource).toMatchObject({
        Type: 'AWS::SES::EmailIdentity',
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          EmailIdentity: 'mail.acme.com',
          MailFromAttributes: {
            MailFromDomain: 'bounces.mail.acme.com',
            BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
          },
        },
      });
      expect(Object.keys(json?.Outputs ?? {}).toSorted()).toEqual([
        'Dkim1',
        'Dkim2',
        'Dkim3',
        'MailFromMx',
        'MailFromSpf',
      ]);
      expect(JSON.stringify(json?.Outputs.MailFromMx.Value)).toContain('bounces.mail.acme.com MX 10 feedback-smtp.');
    },
  );

  it('sends what cannot be delivered where a setting says', () => {
    const { json } = identityOf({ identity: 'domain', mailFrom: 'returns.mail.acme.com' });
    expect(JSON.stringify(json)).toContain('"MailFromDomain":"returns.mail.acme.com"');
  });

  it('may be an address, which has nothing to do with DNS', () => {
    const { identity, json } = identityOf({ identity: 'address' });
    expect(identity?.stackName).toBe('tactful-identity-hello-mail-acme-com');
    expect(json?.Outputs).toBeUndefined();
    expect(JSON.stringify(json)).not.toContain('MailFrom');
  });
});

describe('sending', () => {
  const statements = (context: Record<string, unknown> = {}) =>
    synth(context)
      .main.of('AWS::IAM::Policy')
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .filter(({ Action }: { Action: unknown }) => [Action].flat().includes('ses:SendEmail'));

  it('goes out as the sender and as nobody else, by whichever identity has verified it', () => {
    const [send, tests, ...others] = statements();
    expect(others).toEqual([]);
    // Of the console, to addresses of our own.
    expect(tests.Condition.StringEquals).toEqual({ 'ses:FromAddress': 'hello@mail.acme.com' });
    expect(tests.Resource).toEqual(send.Resource);
    expect(send.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'hello@mail.acme.com' } });
    const names = send.Resource.map((arn: unknown) => /:ses:.*:([^:"]+)"/.exec(JSON.stringify(arn))?.[1]);
    expect(names.toSorted()).toEqual([
      'configuration-set/tactful-dev',
      'identity/acme.com',
      'identity/hello@mail.acme.com',
      'identity/mail.acme.com',
    ]);
  });

  it.each([
    ['REQUIRE', {}],
    ['OPTIONAL', { emailTls: 'optional' }],
  ])('encrypted on its way: %s with %o', (policy, context) => {
    const [set] = synth(context)
      .main.of('AWS::SES::ConfigurationSet')
      .map(([, { Properties }]) => Properties);
    expect(set?.DeliveryOptions).toEqual({ TlsPolicy: policy });
  });
});
