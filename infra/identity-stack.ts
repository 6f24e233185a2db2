import { EmailIdentity, Identity, MailFromBehaviorOnMxFailure } from 'aws-cdk-lib/aws-ses';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

interface Props extends StackProps {
  settings: Settings;
}

const nameOf = ({ identity, address, domain }: Settings): string => (identity === 'address' ? address : domain);

/** What the stack of an identity is called: after the identity, since all stages with that sender share it. */
export const identityStackName = (settings: Settings): string =>
  `tactful-identity-${nameOf(settings)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')}`;

/**
 * The sender, verified with SES. It has a stack of its own, so that a deploy that fails leaves it as it is, a stage that is
 * removed does not stop the mail of another, and a later deploy need not know that it was made here.
 */
export class IdentityStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: Props) {
    super(scope, id, props);
    const { identity: kind, address, domain, mailFrom = `bounces.${domain}` } = settings;
    const identity = new EmailIdentity(this, 'Identity', {
      identity: kind === 'domain' ? Identity.domain(domain) : Identity.email(address),
      // An address needs nothing of DNS.
      ...(kind === 'domain'
        ? { mailFromDomain: mailFrom, mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE }
        : {}),
    });
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    if (kind === 'address') return;
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      this.#print(`Dkim${index + 1}`, `so that SES may send as ${domain}`, `${name} CNAME ${value}`);
    }
    const mx = `10 feedback-smtp.${this.region}.amazonses.com`;
    this.#print('MailFromMx', `so that what comes back goes to SES by a name of ${domain}`, `${mailFrom} MX ${mx}`);
    this.#print('MailFromSpf', 'the same, for who checks SPF', `${mailFrom} TXT "v=spf1 include:amazonses.com ~all"`);
  }

  #print(name: string, why: string, value: string): void {
    new CfnOutput(this, name, { description: `A record to add to your DNS, ${why}`, value });
  }
}
