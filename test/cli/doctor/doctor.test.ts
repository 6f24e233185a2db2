import { describe, expect, it } from 'vitest';
import { NotAllowed, NotInRegion, NotSeen } from '../../../cli/doctor/account.ts';
import { examine } from '../../../cli/doctor/doctor.ts';
import { accountWith, ask, deployed, plan } from './support.ts';

describe('a look before a deploy', () => {
  it('says what it looked at, and that nothing stands in the way', async () => {
    const { status, lines } = await examine(accountWith(), plan());
    expect(status).toBe(0);
    expect(lines).toEqual([
      'Stage production in eu-west-1',
      'ok    The folder workflows asks for nothing that this stage lacks.',
      'ok    There is no stack tactful-production yet: this is its first deploy.',
      'ok    There is no stack tactful-production-operations yet: this is its first deploy.',
      'ok    There is no stack tactful-production-machines yet: this is its first deploy.',
      'ok    Every name that the stage needs is free or its own.',
      'ok    SES may send as hello@acme.com: acme.com is verified.',
      'ok    What comes back goes to bounces.acme.com.',
      'ok    SES sends to anybody: 50,000 emails a day, 14 a second. That is 50,400 in an hour at most; more people at once wait.',
      'ok    Lambda runs 1,000 functions at once here, 1,000 of them unreserved.',
      'ok    EventBridge Scheduler takes: Number of schedules: 10,000,000; CreateSchedule request rate: 250.',
      'ok    Texts are read in the functions themselves.',
      'ok    No moment goes out as a text message.',
      'Nothing stands in the way of a deploy.',
    ]);
  });

  it('what may not be looked at is said, with the right that it takes, and stops nothing', async () => {
    const { status, printed } = await ask({
      sending: () => Promise.reject(new NotAllowed('it takes ses:GetAccount.')),
    });
    expect(status).toBe(0);
    expect(printed).toContain('look  What SES lets you send could not be looked at: it takes ses:GetAccount.');
    expect(printed).toContain('Nothing stands in the way of a deploy; one thing to know.');
  });

  it('what a service says of itself is passed on, and stops nothing', async () => {
    const { status, printed } = await ask({
      sending: () => Promise.reject(new NotSeen('AWS answered Broken: later.')),
    });
    expect(status).toBe(0);
    expect(printed).toContain('look  What SES lets you send could not be looked at: AWS answered Broken: later.');
  });

  it('a service that the region does not have stops it', async () => {
    const { status, printed } = await ask({
      quotas: () => Promise.reject(new NotInRegion('scheduler has no endpoint in eu-west-1.')),
    });
    expect(status).toBe(1);
    expect(printed).toContain('stop  The quotas: scheduler has no endpoint in eu-west-1.');
    expect(printed).toContain('One thing stands in the way of a deploy.');
  });

  it('any other failure is not swallowed', async () => {
    const broken = new Error('broken');
    await expect(ask({ concurrency: () => Promise.reject(broken) })).rejects.toBe(broken);
  });
});

describe('earlier deploys', () => {
  it.each([
    ['UPDATE_COMPLETE', 0, 'ok    The stack tactful-production is deployed (UPDATE_COMPLETE).'],
    ['REVIEW_IN_PROGRESS', 0, 'there is an empty change set'],
    ['ROLLBACK_COMPLETE', 0, 'cdk deploy removes what is left of it by itself'],
    ['ROLLBACK_FAILED', 1, 'aws cloudformation delete-stack --stack-name tactful-production'],
    ['DELETE_FAILED', 1, 'aws cloudformation describe-stack-events --stack-name tactful-production'],
    ['UPDATE_ROLLBACK_FAILED', 1, 'aws cloudformation continue-update-rollback --stack-name tactful-production'],
    ['UPDATE_IN_PROGRESS', 1, 'Somebody is deploying tactful-production'],
  ])('%s ends with %i and says: %s', async (stackStatus, status, words) => {
    const answer = await ask({ stacks: deployed(stackStatus) });
    expect(answer.status).toBe(status);
    expect(answer.printed).toContain(words);
  });
});
