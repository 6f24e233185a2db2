import { describe, expect, it } from 'vitest';
import { ask, deployed, PREFIX } from './support.ts';

describe('names that are taken', () => {
  const table = { [`table ${PREFIX}-customers`]: { empty: true } };

  it('of a first deploy that failed: an empty table is removed, with its protection', async () => {
    const { status, printed } = await ask({
      stacks: deployed('ROLLBACK_COMPLETE', [`${PREFIX}-customers`]),
      holders: table,
    });
    expect(status).toBe(1);
    expect(printed).toContain(
      `stop  There is a table ${PREFIX}-customers that belongs to no deployed stack of this stage`,
    );
    expect(printed).toContain('It is empty. Remove it:');
    expect(printed).toContain(
      `aws dynamodb update-table --table-name ${PREFIX}-customers --no-deletion-protection-enabled`,
    );
    expect(printed).toContain(`aws dynamodb delete-table --table-name ${PREFIX}-customers`);
  });

  it('a user pool that a first deploy could not remove is named with what removes it, and stops no other deploy', async () => {
    const { status, printed } = await ask({ holders: { [`user pool ${PREFIX}`]: {} } });
    expect(status).toBe(0);
    expect(printed).toContain(`look  There is a user pool ${PREFIX} that belongs to no deployed stack of this stage`);
    const unprotect = printed.indexOf('aws cognito-idp update-user-pool');
    expect(printed.slice(unprotect)).toMatch(
      /^.*\[\?Name=='tactful-production'\].* --deletion-protection INACTIVE\n\s+aws cognito-idp delete-user-pool /,
    );
  });

  it('of a stage that was removed: a table with customers is taken in', async () => {
    const { status, printed } = await ask({ holders: { [`table ${PREFIX}-customers`]: { empty: false } } });
    expect(status).toBe(1);
    expect(printed).toContain('--import-existing-resources');
  });

  it.each([
    ['table', `${PREFIX}-customers`, `${PREFIX}-customers`],
    ['secret', `${PREFIX}-link-key`, `arn:aws:secretsmanager:eu-west-1:1:secret:${PREFIX}-link-key-AbC123`],
    ['queue', `${PREFIX}-due`, `https://sqs.eu-west-1.amazonaws.com/1/${PREFIX}-due`],
    ['bus', PREFIX, PREFIX],
  ])('a %s of the deployed stack is its own', async (kind, name, id) => {
    const holders = { [`${kind} ${name}`]: {} };
    expect((await ask({ stacks: deployed('UPDATE_COMPLETE', [id]), holders })).status).toBe(0);
    expect((await ask({ stacks: deployed('UPDATE_COMPLETE', []), holders })).status).toBe(1);
  });

  it.each([
    [
      'secret',
      `${PREFIX}-link-key`,
      `aws secretsmanager delete-secret --secret-id ${PREFIX}-link-key --force-delete-without-recovery`,
    ],
    ['bus', PREFIX, `aws events delete-event-bus --name ${PREFIX}`],
    ['queue', `${PREFIX}-due`, 'aws sqs delete-queue --queue-url'],
    ['schedule group', PREFIX, `aws scheduler delete-schedule-group --name ${PREFIX}`],
    ['email configuration set', PREFIX, `aws sesv2 delete-configuration-set --configuration-set-name ${PREFIX}`],
    [
      'log group',
      `/aws/lambda/${PREFIX}-relay`,
      `aws logs delete-log-group --log-group-name /aws/lambda/${PREFIX}-relay`,
    ],
  ])('a %s says how it is removed', async (kind, name, command) => {
    const { status, printed } = await ask({ holders: { [`${kind} ${name}`]: {} } });
    expect(status).toBe(1);
    expect(printed).toContain(command);
  });

  it('what is being deleted is waited for, but for a secret, which takes weeks', async () => {
    const leaving = { leaving: true };
    const { printed } = await ask({
      holders: { [`schedule group ${PREFIX}`]: leaving, [`secret ${PREFIX}-link-key`]: leaving },
    });
    expect(printed).toMatch(/The schedule group tactful-production is being deleted.*\n {6}Wait some minutes\./);
    expect(printed).toMatch(
      /The secret .* is being deleted.*\n {6}Do not wait for it:\n {6}aws secretsmanager delete-secret/,
    );
  });

  it('a bus of yours is yours', async () => {
    expect((await ask({ holders: { [`bus ${PREFIX}`]: {} } }, { busName: 'company' })).status).toBe(0);
  });
});
