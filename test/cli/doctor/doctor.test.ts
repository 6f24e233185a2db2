import { describe, expect, it } from 'vitest';
import { type Account, NotAllowed, NotInRegion, NotSeen } from '../../../cli/doctor/account.ts';
import { examine } from '../../../cli/doctor/doctor.ts';
import type { Plan } from '../../../cli/doctor/plan.ts';
import { accountWith, plan, VERIFIED, type World } from './support.ts';

const ask = async (world: Partial<World & Account> = {}, more: Partial<Plan> = {}) => {
  const { status, lines } = await examine(accountWith(world), plan(more));
  return { status, said: lines.join('\n') };
};

const PREFIX = 'tactful-production';
const deployed = (status: string, ids: string[] = []) => ({ [PREFIX]: { status, ids } });

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
    const { status, said } = await ask({ sending: () => Promise.reject(new NotAllowed('it takes ses:GetAccount.')) });
    expect(status).toBe(0);
    expect(said).toContain('look  What SES lets you send could not be looked at: it takes ses:GetAccount.');
    expect(said).toContain('Nothing stands in the way of a deploy; one thing to know.');
  });

  it('what a service says of itself is passed on, and stops nothing', async () => {
    const { status, said } = await ask({ sending: () => Promise.reject(new NotSeen('AWS answered Broken: later.')) });
    expect(status).toBe(0);
    expect(said).toContain('look  What SES lets you send could not be looked at: AWS answered Broken: later.');
  });

  it('a service that the region does not have stops it', async () => {
    const { status, said } = await ask({
      quotas: () => Promise.reject(new NotInRegion('scheduler has no endpoint in eu-west-1.')),
    });
    expect(status).toBe(1);
    expect(said).toContain('stop  The quotas: scheduler has no endpoint in eu-west-1.');
    expect(said).toContain('One thing stands in the way of a deploy.');
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
    expect(answer.said).toContain(words);
  });
});

describe('names that are taken', () => {
  const table = { [`table ${PREFIX}-customers`]: { empty: true } };

  it('of a first deploy that failed: an empty table is removed, with its protection', async () => {
    const { status, said } = await ask({
      stacks: deployed('ROLLBACK_COMPLETE', [`${PREFIX}-customers`]),
      holders: table,
    });
    expect(status).toBe(1);
    expect(said).toContain(
      `stop  There is a table ${PREFIX}-customers that belongs to no deployed stack of this stage`,
    );
    expect(said).toContain('It is empty. Remove it:');
    expect(said).toContain(
      `aws dynamodb update-table --table-name ${PREFIX}-customers --no-deletion-protection-enabled`,
    );
    expect(said).toContain(`aws dynamodb delete-table --table-name ${PREFIX}-customers`);
  });

  it('a user pool that a first deploy could not remove is named with what removes it, and stops no other deploy', async () => {
    const { status, said } = await ask({ holders: { [`user pool ${PREFIX}`]: {} } });
    expect(status).toBe(0);
    expect(said).toContain(`look  There is a user pool ${PREFIX} that belongs to no deployed stack of this stage`);
    const unprotect = said.indexOf('aws cognito-idp update-user-pool');
    expect(said.slice(unprotect)).toMatch(
      /^.*\[\?Name=='tactful-production'\].* --deletion-protection INACTIVE\n\s+aws cognito-idp delete-user-pool /,
    );
  });

  it('of a stage that was removed: a table with customers is taken in', async () => {
    const { status, said } = await ask({ holders: { [`table ${PREFIX}-customers`]: { empty: false } } });
    expect(status).toBe(1);
    expect(said).toContain('--import-existing-resources');
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
    const { status, said } = await ask({ holders: { [`${kind} ${name}`]: {} } });
    expect(status).toBe(1);
    expect(said).toContain(command);
  });

  it('what is being deleted is waited for, but for a secret, which takes weeks', async () => {
    const leaving = { leaving: true };
    const { said } = await ask({
      holders: { [`schedule group ${PREFIX}`]: leaving, [`secret ${PREFIX}-link-key`]: leaving },
    });
    expect(said).toMatch(/The schedule group tactful-production is being deleted.*\n {6}Wait some minutes\./);
    expect(said).toMatch(
      /The secret .* is being deleted.*\n {6}Do not wait for it:\n {6}aws secretsmanager delete-secret/,
    );
  });

  it('a bus of yours is yours', async () => {
    expect((await ask({ holders: { [`bus ${PREFIX}`]: {} } }, { busName: 'company' })).status).toBe(0);
  });
});

describe('the sender', () => {
  it('that nobody has verified needs the deploy to begin it', async () => {
    const { status, said } = await ask({ identities: {} });
    expect(status).toBe(1);
    expect(said).toContain(
      'stop  SES may not send as hello@acme.com: neither it nor acme.com is verified in eu-west-1.',
    );
    expect(said).toContain('-c identity=domain');
    const begun = await ask({ identities: {} }, { identity: 'domain' });
    expect(begun.status).toBe(0);
    expect(begun.said).toContain('look  Nobody has verified acme.com in eu-west-1 yet. The deploy begins it.');
  });

  it('that is verified already is not made again', async () => {
    const { status, said } = await ask({}, { identity: 'domain' });
    expect(status).toBe(1);
    expect(said).toContain('acme.com is with SES already');
    expect(said).toContain('Leave identity out.');
    const stacks = { 'tactful-identity-acme-com': { status: 'CREATE_COMPLETE', ids: [] } };
    expect((await ask({ stacks }, { identity: 'domain' })).status).toBe(0);
  });

  it('may be verified by itself, or by a domain above its own', async () => {
    const below = { address: 'hello@mail.acme.com', domain: 'mail.acme.com' };
    expect((await ask({}, below)).said).toContain('SES may send as hello@mail.acme.com: acme.com is verified.');
    const alone = await ask({ identities: { 'hello@acme.com': { verified: true } } });
    expect(alone.said).toContain('SES may send as hello@acme.com: hello@acme.com is verified.');
    expect(alone.said).not.toContain('SPF');
  });

  it('that waits for DNS is said to, with where its records are', async () => {
    const { status, said } = await ask({ identities: { 'acme.com': { verified: false } } });
    expect(status).toBe(0);
    expect(said).toContain('look  acme.com is with SES and not verified yet: messages come to failed until it is.');
    expect(said).toContain('aws sesv2 get-email-identity --email-identity acme.com --query DkimAttributes.Tokens');
  });

  it.each([
    [{ verified: true }, 'put-email-identity-mail-from-attributes --email-identity acme.com'],
    [
      { ...VERIFIED, mailFrom: { domain: 'b.acme.com', status: 'PENDING' } },
      'b.acme.com MX 10 feedback-smtp.eu-west-1.amazonses.com',
    ],
  ])('whose MAIL FROM is %o is told what to do', async (identity, words) => {
    const { status, said } = await ask({ identities: { 'acme.com': identity } });
    expect(status).toBe(0);
    expect(said).toContain(words);
  });

  it('that is missing is asked for', async () => {
    const { status, said } = await ask({}, { address: '', domain: '' });
    expect(status).toBe(1);
    expect(said).toContain('There is no sender.');
  });
});

describe('what the account may', () => {
  it.each([
    [{ production: false, paused: false, daily: 200, perSecond: 1 }, 0, 'look  SES is in its sandbox'],
    [{ production: true, paused: true, daily: 200, perSecond: 1 }, 1, 'stop  SES has paused sending'],
    [
      { production: true, paused: false, daily: -1, perSecond: 80 },
      0,
      'ok    SES sends to anybody: without end, 80 a second.',
    ],
  ])('SES: %o', async (sending, status, words) => {
    const answer = await ask({ sending: async () => sending });
    expect(answer.status).toBe(status);
    expect(answer.said).toContain(words);
  });

  it.each([
    [{ all: 10, unreserved: 10 }, 1, 'stop  Lambda runs 10 functions at once here, 10 of them unreserved. The stage'],
    [{ all: 1000, unreserved: 269 }, 1, 'reserves 170 more, and Lambda keeps 100 for the others, so 270 have to be'],
    [{ all: 1000, unreserved: 270 }, 0, 'look  Lambda runs 1,000 functions at once here, 270 of them unreserved. The'],
    [{ all: 1000, unreserved: 669 }, 0, 'The stage reserves 170 more. New accounts get few'],
    [{ all: 1000, unreserved: 670 }, 0, 'ok    Lambda runs 1,000 functions at once here, 670 of them unreserved.'],
  ])('Lambda, for a stage that reserves: %o', async (concurrency, status, words) => {
    const answer = await ask({ concurrency: async () => concurrency });
    expect(answer.status).toBe(status);
    expect(answer.said).toContain(words);
  });

  const few = { concurrency: async () => ({ all: 250, unreserved: 100 }) };

  it('what a deployed stage has reserved already is not asked for again', async () => {
    const has = (reserved: Record<string, number>) =>
      ask({ ...few, reserved: async (name) => reserved[name.replace(`${PREFIX}-`, '')] ?? 0 });
    expect((await has({ intake: 100, preferences: 50, api: 20 })).status).toBe(0);
    expect((await has({ intake: 100, api: 20 })).said).toContain('The stage reserves 50 more, and Lambda keeps 100');
  });

  it.each([
    [{ reservedConcurrency: 'off' }, 0],
    [{ stage: 'dev' }, 0],
    [{ stage: 'device' }, 1],
    [{ stage: 'dev', reservedConcurrency: 'on' }, 1],
  ] satisfies [Partial<Plan>, number][])('%o ends with %i where there is nothing to reserve', async (more, status) => {
    expect((await ask(few, more)).status).toBe(status);
  });

  it.each([
    [14, undefined],
    [15, 'look  maxSendRate is 15, and SES takes 14 a second'],
  ])('a pace of %i is compared with what SES lets the account send', async (maxSendRate, words) => {
    const { status, said } = await ask({}, { maxSendRate });
    expect(status).toBe(0);
    if (words === undefined) expect(said).not.toContain('maxSendRate');
    else expect(said).toContain(words);
    const slower = await ask({}, { maxSendRate: 10 });
    expect(slower.said).toContain('That is 36,000 in an hour at most');
    const sandbox = { production: false, paused: false, daily: 200, perSecond: 1 };
    expect((await ask({ sending: async () => sandbox }, { maxSendRate })).said).toContain(
      'Set maxSendRate to 1 or less, or ask for more',
    );
  });

  it('quotas that Service Quotas does not name are not made up', async () => {
    expect((await ask({ quotas: async () => ({}) })).said).toContain(
      'look  Service Quotas says nothing of EventBridge Scheduler',
    );
  });

  it('the reader of texts is asked, and one that does not answer stops the deploy', async () => {
    const asked: unknown[] = [];
    const read = async (...words: unknown[]) => void asked.push(words);
    const { said } = await ask({ readText: read }, { textReader: 'bedrock', textModel: 'eu.nova' });
    expect(asked).toEqual([['bedrock', 'eu.nova']]);
    expect(said).toContain('ok    The model eu.nova reads texts.');
    const nowhere = { readText: () => Promise.reject(new NotInRegion('comprehend has no endpoint in eu-west-1.')) };
    expect((await ask(nowhere, { textReader: 'comprehend' })).status).toBe(1);
  });

  it.each([
    [
      { production: true, origins: [] },
      {},
      0,
      'look  Some moments go out as text messages, and the account has nothing',
    ],
    [
      { production: true, origins: ['pool-1'] },
      { smsFrom: 'pool-2' },
      1,
      'stop  smsFrom is pool-2, and the account has pool-1.',
    ],
    [{ production: false, origins: ['pool-1'], spend: 1 }, {}, 0, 'look  Text messages are in their sandbox'],
    [{ production: true, origins: ['pool-1'], spend: 1 }, {}, 0, 'look  Text messages may cost $1 a month in all'],
    [
      { production: true, origins: ['pool-1'], spend: 50 },
      {},
      0,
      'ok    Text messages can be sent, for up to $50 a month.',
    ],
  ])('texts: %o with %o', async (texting, more, status, words) => {
    const answer = await ask({ texting: async () => texting }, { texts: true, ...more });
    expect(answer.status).toBe(status);
    expect(answer.said).toContain(words);
  });

  const [replies, inbox] = [
    { replies: true, inbox: false },
    { replies: false, inbox: true },
  ];
  const nowhere = 'stop  policy.yaml says `replies: [email]`, and answers to emails come in nowhere on this stage';

  it.each<[Partial<Plan>, number, string]>([
    [{ says: replies }, 1, nowhere],
    [{ says: replies, stage: 'device' }, 1, nowhere],
    [{ says: replies, stage: 'dev-ada' }, 0, 'ok    The folder workflows asks for nothing'],
    [{ says: replies, inboundDomain: 'reply.acme.com' }, 0, 'ok    The folder workflows asks for nothing'],
    [{ says: inbox }, 0, 'look  policy.yaml says that a product shows inboxes, and this stage has no reader'],
    [{ inbox: 'on' }, 0, 'look  inbox is on, and policy.yaml does not say for how long inboxes keep messages'],
    [{ says: inbox, inbox: 'on' }, 0, 'ok    The folder workflows asks for nothing'],
    [{ says: undefined, workflows: 'ours' }, 1, 'stop  The folder ours is not right as it is'],
  ])('the folder beside the settings: %o', async (more, status, words) => {
    const answer = await ask({}, more);
    expect(answer.status).toBe(status);
    expect(answer.said).toContain(words);
  });

  it('a certificate of another region stops it', async () => {
    const linkCertificate = 'arn:aws:acm:us-east-1:1:certificate/a';
    const { status, said } = await ask({}, { linkCertificate });
    expect(status).toBe(1);
    expect(said).toContain('linkCertificate is of us-east-1, and the stage is in eu-west-1.');
    expect((await ask({}, { linkCertificate: linkCertificate.replace('us-east-1', 'eu-west-1') })).status).toBe(0);
  });
});
