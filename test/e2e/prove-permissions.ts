import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { call } from './signed.ts';
import { NeverHappened } from './until.ts';

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

const tagged = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, value]) => value ?? '');

/** That the run would notice a role that may too little. */
export const provePermissions = async ({ stage }: Run, { prove }: Proofs): Promise<void> => {
  const iam = (action: string, fields: Record<string, string>) =>
    call({
      endpoint: stage.endpoint,
      service: 'iam',
      body: form({ Action: action, Version: '2010-05-08', ...fields }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  await prove("taking dynamodb:UpdateItem from deliver's role makes the run fail", async () => {
    const RoleName = tagged(await iam('ListRoles', {}), 'RoleName').find((name) => name.includes('DeliverRole')) ?? '';
    const [PolicyName = ''] = tagged(await iam('ListRolePolicies', { RoleName }), 'member');
    const [encoded = ''] = tagged(await iam('GetRolePolicy', { RoleName, PolicyName }), 'PolicyDocument');
    const policy = encoded.includes('%7B') ? decodeURIComponent(encoded) : encoded.replaceAll('&quot;', '"');
    must(policy.includes('dynamodb:UpdateItem'), `The role ${RoleName} may not update items in the first place.`);
    const less = policy.replace('dynamodb:UpdateItem', 'dynamodb:DescribeTable');
    await iam('PutRolePolicy', { RoleName, PolicyName, PolicyDocument: less });
    const id = treated('xeno');
    await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
    // The same look at the timeline that every other proof takes.
    const seen = await stage.decided(id, 'welcome', undefined, 15).catch((error: unknown) => error);
    must(seen instanceof NeverHappened, `It was decided all the same: ${JSON.stringify(seen)}`);
    await iam('PutRolePolicy', { RoleName, PolicyName, PolicyDocument: policy });
    const { outcome } = await stage.decided(id, 'welcome');
    must(outcome === 'sent', `With the right back it came to ${outcome}.`);
  });
};
