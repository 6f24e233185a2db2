import { describe, expect, it } from 'vitest';
import { rulesBrokenWith, synth } from '../support/synth.ts';

describe('the setting console', () => {
  it('leaves the console out', () => {
    const without = synth({ console: 'off' }).main;
    expect(without.of('AWS::Cognito::UserPool')).toEqual([]);
    expect(without.of('AWS::ApiGatewayV2::Api')).toHaveLength(1);
  });

  it.each([
    ['on', /console is "on": give off, or its settings as JSON/],
    ['{"domainPrefix":"my-aws-console"}', /neither aws nor amazon nor cognito/],
    ['{"allowedFrames":["acme.zendesk.com"]}', /allowedFrames are origins/],
    ['{"allowedFrames":["https://*"]}', /allowedFrames are origins/],
    ['{"provider":{"kind":"ldap"}}', /provider is of the kind oidc or saml/],
    ['{"testAddresses":["*"]}', /testAddresses are addresses/],
    ['{"mfa":"always"}', /mfa is off, optional or required/],
    ['{"frames":[]}', /frames/],
  ])('refuses %s and says what it takes', (console, words) => {
    expect(() => synth({ console })).toThrow(words);
  });

  it.each([{}, { stage: 'production' }, { console: '{"mfa":"off"}' }])(
    'leaves cdk-nag nothing to find: %o',
    (context) => expect(rulesBrokenWith(context)).toEqual([]),
  );
});
