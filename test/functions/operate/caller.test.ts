import { describe, expect, it } from 'vitest';
import { byRole } from '../../../functions/operate/caller.ts';

const by = (name: string) => ({ name, vouched: 'iam' }) as const;
const API = 'arn:aws:sts::111122223333:assumed-role/tactful-prod-api/tactful-prod-api';

describe('who acts by a role', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/tactful-prod-api', API],
    ['arn:aws:iam::111122223333:role/company/apps/tactful-prod-api', API],
    ['arn:aws-cn:iam::111122223333:role/tactful-prod-api', API.replace('aws', 'aws-cn')],
  ])('%s, whatever its path, is %s', (role, name) => {
    expect(byRole(role)(by(name))).toBe(true);
    expect(byRole(role)({ name, vouched: 'nobody' })).toBe(false);
  });

  it.each([
    ['of another account', API.replace('111122223333', '666666666666')],
    ['of another partition', API.replace('aws', 'aws-cn')],
    ['of another name', API.replace('-api/', '-api-not/')],
    ['of a name behind a path', API.replace('assumed-role/', 'assumed-role/company/')],
    ['that is no session', 'arn:aws:iam::111122223333:user/tactful-prod-api'],
  ])('is nobody %s', (_, name) => {
    expect(byRole('arn:aws:iam::111122223333:role/tactful-prod-api')(by(name))).toBe(false);
  });

  it.each([undefined, '', 'tactful-prod-api'])('is nobody where the role is %j', (role) => {
    expect(byRole(role)(by(API))).toBe(false);
    expect(byRole(role)(by('arn:undefined:sts::undefined:assumed-role/undefined/x'))).toBe(false);
  });
});
