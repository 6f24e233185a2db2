import { must } from './proofs.ts';
import { call } from './signed.ts';
import type { Stage } from './stage.ts';

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

const tagged = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, value]) => value ?? '');

/** Does something while a function lacks a right: `role` is a part of its role's name. */
export const without = async (
  { endpoint }: Stage,
  { role, action }: { role: string; action: string },
  act: () => Promise<void>,
): Promise<void> => {
  const iam = (Action: string, fields: Record<string, string>) =>
    call({
      endpoint,
      service: 'iam',
      body: form({ Action, Version: '2010-05-08', ...fields }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const RoleName = tagged(await iam('ListRoles', {}), 'RoleName').find((name) => name.includes(role)) ?? '';
  const [PolicyName = ''] = tagged(await iam('ListRolePolicies', { RoleName }), 'member');
  const [encoded = ''] = tagged(await iam('GetRolePolicy', { RoleName, PolicyName }), 'PolicyDocument');
  const policy = encoded.includes('%7B') ? decodeURIComponent(encoded) : encoded.replaceAll('&quot;', '"');
  must(policy.includes(action), `The role ${RoleName} does not have ${action} in the first place.`);
  const less = policy.replace(action, 'dynamodb:DescribeTable');
  await iam('PutRolePolicy', { RoleName, PolicyName, PolicyDocument: less });
  try {
    await act();
  } finally {
    await iam('PutRolePolicy', { RoleName, PolicyName, PolicyDocument: policy });
  }
};
