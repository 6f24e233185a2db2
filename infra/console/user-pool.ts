import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ProviderAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib/core';
import { Construct, type IDependable } from 'constructs';
import { accept } from '../nag.ts';
import type { Settings } from '../settings.ts';
import type { ConsoleSettings, Provider } from './settings.ts';

/** What people may do, as functions/api/roles.ts has it: each is a group. */
export const ROLES = {
  viewer: 'Sees numbers, journeys, moments, drafts and versions, and no customers.',
  marketer:
    'Sees customers, tasks, rejects and the audit log, edits and tries drafts, sends tests, pauses journeys, stops events about everyone. Where customers are not real, sends events and answers as a customer.',
  publisher: 'Does what marketers do, publishes and rolls back.',
  agent:
    'Sees customers, does their tasks, also many at once, notes, also what they ask for, gives gestures and takes them back, and sets preferences on their behalf, how often and when not among them.',
  admin: 'Does everything: erases, exports, puts back rejects, says who may sign in and as what.',
};

interface Props {
  settings: Settings;
  console: ConsoleSettings;
}

const MFA = { off: Mfa.OFF, optional: Mfa.OPTIONAL, required: Mfa.REQUIRED };

/** Who may use the console: people whom somebody put there, or those of a company's own provider, in groups that are roles. */
export class Users extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;
  /** Whose tokens are good. */
  readonly issuer: string;
  readonly #provider: (IDependable & { providerName: string }) | undefined;

  constructor(scope: Construct, id: string, { settings, console }: Props) {
    super(scope, id);
    const { prefix, kept } = settings;
    const mfa = console.mfa ?? (kept && console.provider === undefined ? 'required' : 'optional');
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: prefix,
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: MFA[mfa],
      ...(mfa === 'off' ? {} : { mfaSecondFactor: { otp: true, sms: false } }),
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: kept,
      removalPolicy: kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    if (mfa !== 'required') {
      accept(this.pool, 'COG2', 'It is a setting: required on stages that are kept, unless a provider asks for it.');
    }
    accept(
      this.pool,
      'COG8',
      'What the Plus plan adds, risk scores of sign-ins, is for pools where anybody can sign up.',
    );
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.pool.userPoolId}`;
    for (const [precedence, [groupName, description]] of Object.entries(ROLES).toReversed().entries()) {
      const { userPoolId } = this.pool;
      new CfnUserPoolGroup(this, groupName, { userPoolId, groupName, description, precedence });
    }
    const { domainPrefix = `${prefix}-${Aws.ACCOUNT_ID}` } = console;
    this.domain = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.#provider = console.provider && this.#createProvider(console.provider);
  }

  /** Where people sign in, as a browser writes it. */
  get host(): string {
    return `${this.domain.domainName}.auth.${Stack.of(this).region}.amazoncognito.com`;
  }

  /** Lets the site at an address sign people in: a code with PKCE, no secret, nothing else. */
  addSite(url: string): UserPoolClient {
    const provider = this.#provider;
    const client = this.pool.addClient('Client', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      // The page of the pool alone: a token that somebody gets past it may change the name by which they are on record.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${url}/`],
        logoutUrls: [`${url}/`],
      },
      supportedIdentityProviders: provider
        ? [UserPoolClientIdentityProvider.custom(provider.providerName)]
        : [UserPoolClientIdentityProvider.COGNITO],
      // A role that somebody lost is good until the token is over.
      accessTokenValidity: Duration.minutes(30),
      idTokenValidity: Duration.minutes(30),
      // A working day.
      refreshTokenValidity: Duration.hours(12),
      enableTokenRevocation: true,
    });
    if (provider) client.node.addDependency(provider);
    return client;
  }

  #createProvider(provider: Provider) {
    const userPool = this.pool;
    if (provider.kind === 'saml') {
      return new UserPoolIdentityProviderSaml(this, 'Provider', {
        userPool,
        name: provider.name,
        metadata: UserPoolIdentityProviderSamlMetadata.url(provider.metadata),
        attributeMapping: {
          email: ProviderAttribute.other('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'),
        },
      });
    }
    return new UserPoolIdentityProviderOidc(this, 'Provider', {
      userPool,
      name: provider.name,
      issuerUrl: provider.issuer,
      clientId: provider.clientId,
      // A reference that CloudFormation looks up: the template has the name alone.
      clientSecret: SecretValue.secretsManager(provider.clientSecret).unsafeUnwrap(),
      scopes: ['openid', 'email'],
      attributeMapping: { email: ProviderAttribute.other('email') },
    });
  }
}
