import { describe, expect, it } from 'vitest';
import { Role } from '../../../functions/api/contract/roles.ts';
import { SAYS } from '../../../functions/api/roles.ts';
import { templateText } from '../support/arns.ts';
import { consoleApi, main, only, production, withConsole, withSettings } from '../support/console.ts';
import { type Resource, synth } from '../support/synth.ts';

describe('who may use the console', () => {
  it('is whom somebody put there: nobody signs up, and a password is long and mixed', () => {
    const { Properties } = only('AWS::Cognito::UserPool');
    expect(Properties.AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true });
    expect(Properties.Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 12,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
    });
    expect(Properties.UsernameConfiguration).toEqual({ CaseSensitive: false });
  });

  it('has roles that are groups, one for each role of the API, which say what it may as the console does', () => {
    const groups = main.of('AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties);
    expect(groups.map(({ GroupName }) => GroupName).toSorted()).toEqual(Role.options.toSorted());
    for (const { GroupName, Description } of groups) expect(Description).toBe(SAYS[GroupName as Role]);
  });

  it('signs in by a code with no secret, for this site alone, and is asked again after a day', () => {
    const { Properties } = only('AWS::Cognito::UserPoolClient');
    expect(Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      SupportedIdentityProviders: ['COGNITO'],
    });
    const [url] = Properties.CallbackURLs;
    expect(JSON.stringify(url)).toContain(consoleApi()[0]);
    expect(Properties.LogoutURLs).toEqual(Properties.CallbackURLs);
    expect(Properties.AccessTokenValidity).toBeLessThanOrEqual(60);
    expect(Properties.RefreshTokenValidity).toBeLessThanOrEqual(24 * 60);
  });

  it.each([
    [{ stage: 'dev' }, 'OPTIONAL'],
    [{ stage: 'production' }, 'ON'],
    [{ stage: 'production', console: '{"mfa":"optional"}' }, 'OPTIONAL'],
    [{ stage: 'dev', console: '{"mfa":"off"}' }, 'OFF'],
  ])('of %o is asked for a second factor: %s', (context, mfa) => {
    expect(only('AWS::Cognito::UserPool', synth(context).main).Properties.MfaConfiguration).toBe(mfa);
  });

  it('stays with a stage that is kept, and goes with one that is not', () => {
    const pool = only('AWS::Cognito::UserPool', production);
    expect(pool.Properties.DeletionProtection).toBe('ACTIVE');
    expect(pool.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(only('AWS::Cognito::UserPool').DeletionPolicy).toBe('Delete');
  });

  it('is at a name of ours, by account, or at one that is given', () => {
    expect(templateText(only('AWS::Cognito::UserPoolDomain').Properties.Domain)).toBe('tactful-dev-<AccountId>');
    expect(only('AWS::Cognito::UserPoolDomain', withSettings).Properties.Domain).toBe('acme-journeys');
  });

  it("may be the people of a company's own provider, by OIDC, whose secret is in no template", () => {
    const oidc = withConsole({
      provider: {
        kind: 'oidc',
        name: 'Acme',
        issuer: 'https://login.acme.example',
        clientId: 'tactful',
        clientSecret: 'acme/login',
      },
    });
    const { Properties } = only('AWS::Cognito::UserPoolIdentityProvider', oidc);
    expect(Properties).toMatchObject({
      ProviderName: 'Acme',
      ProviderType: 'OIDC',
      ProviderDetails: {
        oidc_issuer: 'https://login.acme.example',
        client_id: 'tactful',
        client_secret: '{{resolve:secretsmanager:acme/login:SecretString:::}}',
        authorize_scopes: 'openid email',
      },
      AttributeMapping: { email: 'email' },
    });
    const client = only('AWS::Cognito::UserPoolClient', oidc);
    const [[provider]] = oidc.of('AWS::Cognito::UserPoolIdentityProvider') as [[string, Resource]];
    expect(client.Properties.SupportedIdentityProviders).toEqual([{ Ref: provider }]);
    expect((client as unknown as { DependsOn: string[] }).DependsOn).toEqual([provider]);
  });

  it('or by SAML', () => {
    expect(only('AWS::Cognito::UserPoolIdentityProvider', withSettings).Properties).toMatchObject({
      ProviderType: 'SAML',
      ProviderDetails: { MetadataURL: 'https://acme.example/saml.xml' },
    });
  });
});
