import type { Account, SenderIdentity } from '../account.ts';
import { type Finding, look, ok, stop } from '../finding.ts';
import type { Plan } from '../plan.ts';

/** Whoever has verified one of these may send as the address, the nearest first. */
const candidates = ({ address, domain }: Plan): string[] => {
  const labels = domain.split('.');
  return [address, ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))];
};

const stackOf = (name: string): string => `tactful-identity-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

const ofMailFrom = (name: string, { mailFrom }: SenderIdentity, region: string): Finding[] => {
  if (name.includes('@')) return [];
  if (mailFrom === undefined) {
    return [
      look(
        `What comes back to ${name} goes to a name of AWS's, so SPF does not speak for you. DKIM does.`,
        'Give it a name of yours, and add the records that SES shows:',
        `aws sesv2 put-email-identity-mail-from-attributes --email-identity ${name} --mail-from-domain bounces.${name}`,
      ),
    ];
  }
  if (mailFrom.status === 'SUCCESS') return [ok(`What comes back goes to ${mailFrom.domain}.`)];
  return [
    look(
      `What comes back is to go to ${mailFrom.domain}, and SES has not found its records yet (${mailFrom.status}). Until then it goes to a name of AWS's.`,
      `Add to your DNS: ${mailFrom.domain} MX 10 feedback-smtp.${region}.amazonses.com, and ${mailFrom.domain} TXT "v=spf1 include:amazonses.com ~all".`,
    ),
  ];
};

/** Whether SES may send as the sender, and what the deploy should do about it. */
export const checkSender = async (
  account: Pick<Account, 'identity' | 'stack' | 'region'>,
  plan: Plan,
): Promise<Finding[]> => {
  const { address, domain, identity } = plan;
  if (domain === '')
    return [stop('There is no sender.', 'Write it into cdk.json: "sender": "Acme <hello@acme.example>".')];
  const names = candidates(plan);
  const seen = await Promise.all(names.map(async (name) => [name, await account.identity(name)] as const));
  const there = seen.flatMap(([name, details]) => (details ? [{ name, ...details }] : []));
  const identityName = identity === 'address' ? address : domain;
  const isThere = there.some(({ name }) => name === identityName);
  if (identity !== 'existing' && isThere && (await account.stack(stackOf(identityName))) === undefined) {
    return [
      stop(
        `${identityName} is with SES already, and was not made by this product, so it cannot be made.`,
        'Leave identity out.',
      ),
    ];
  }
  const best = there.find(({ verified }) => verified) ?? there[0];
  if (best?.verified)
    return [
      ok(`SES may send as ${address}: ${best.name} is verified.`),
      ...ofMailFrom(best.name, best, account.region),
    ];
  if (best) {
    return [
      look(
        `${best.name} is with SES and not verified yet: messages come to failed until it is.`,
        best.name.includes('@')
          ? 'Click the link in the mail that SES sent there.'
          : 'Add the three CNAME records for DKIM to your DNS:',
        ...(best.name.includes('@')
          ? []
          : [`aws sesv2 get-email-identity --email-identity ${best.name} --query DkimAttributes.Tokens`]),
      ),
    ];
  }
  if (identity !== 'existing') {
    return [
      look(
        `Nobody has verified ${identityName} in ${account.region} yet. The deploy begins it.`,
        'Then add the records that it prints to your DNS, or click the link in the mail to an address.',
      ),
    ];
  }
  return [
    stop(
      `SES may not send as ${address}: neither it nor ${domain} is verified in ${account.region}.`,
      'Deploy with -c identity=domain, and add the records that it prints to your DNS;',
      'or with -c identity=address, and click the link in the mail that comes.',
    ),
  ];
};
