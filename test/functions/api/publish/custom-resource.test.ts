import { describe, expect, it } from 'vitest';
import {
  createResource,
  EventForged,
  isAnswerUrl,
  ResourceEvent,
} from '../../../../functions/api/publish/custom-resource.ts';
import { PublishFailed } from '../../../../functions/api/publish/request.ts';

const event = (RequestType: string, more: object = {}) =>
  ResourceEvent.parse({
    RequestType,
    ResponseURL: 'https://cloudformation.example.com/answer',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Workflows',
    ResourceProperties: { ServiceToken: 'arn', Files: 'hash' },
    ...more,
  });

type Published = { version: { version: number } };

const open = (
  publish: () => Promise<Published> = async () => ({ version: { version: 3 } }),
  isDoing = async (_type: string) => true,
) => {
  const answers: { url: string; body: Record<string, unknown> }[] = [];
  const [removed, reported]: [string[], unknown[]] = [[], []];
  const resource = createResource({
    name: 'tactful-dev-published',
    stack: 'stack',
    takesAnswers: (url) => new URL(url).host === 'cloudformation.example.com',
    isDoing,
    publish,
    remove: async () => void removed.push('all'),
    put: async (url, body) => void answers.push({ url, body: JSON.parse(body) }),
    report: (error) => reported.push(error),
  });
  return { resource, answers, removed, reported };
};

describe('what CloudFormation asks of a deploy', () => {
  it.each(['Create', 'Update'])(
    '%s publishes, and the version is told, of a resource that is never another',
    async (type) => {
      const { resource, answers, removed } = open();
      await resource(event(type));
      expect(answers).toEqual([
        {
          url: 'https://cloudformation.example.com/answer',
          body: {
            StackId: 'stack',
            RequestId: 'request',
            LogicalResourceId: 'Workflows',
            PhysicalResourceId: 'tactful-dev-published',
            Status: 'SUCCESS',
            Data: { Version: '3' },
          },
        },
      ]);
      expect(removed).toEqual([]);
    },
  );

  it('Delete takes away what only publishing keeps', async () => {
    const { resource, answers, removed } = open();
    await resource(event('Delete'));
    expect([removed, answers[0]?.body.Status]).toEqual([['all'], 'SUCCESS']);
  });

  it('a refusal is told in its own words, cut to what CloudFormation takes', async () => {
    const message = `Version 2 was published by ada. ${'x'.repeat(5000)}`;
    const { resource, answers, reported } = open(() => Promise.reject(new PublishFailed('turn', message)));
    await resource(event('Update'));
    const { Status, Reason } = answers[0]?.body ?? {};
    expect([Status, String(Reason).slice(0, 31)]).toEqual(['FAILED', 'Version 2 was published by ada.']);
    expect(JSON.stringify(answers[0]?.body).length).toBeLessThan(4096);
    expect(reported).toHaveLength(1);
  });

  it('a fault of ours is told too: what is not told hangs for an hour', async () => {
    const { resource, answers } = open(() => Promise.reject(new Error('S3 is away.')));
    await resource(event('Create'));
    expect(answers[0]?.body).toMatchObject({ Status: 'FAILED', Reason: 'Publishing failed: S3 is away.' });
  });
});

describe('what anybody who may publish can send in the form of CloudFormation', () => {
  const published: string[] = [];
  const publish = async () => {
    published.push('all');
    return { version: { version: 3 } };
  };

  it.each([
    ['of another stack', { StackId: 'another' }],
    ['to be answered elsewhere', { ResponseURL: 'https://elsewhere.example.com/answer' }],
  ])('does nothing and is answered nowhere where it is %s', async (_, more) => {
    for (const type of ['Create', 'Update', 'Delete']) {
      const { resource, answers, removed } = open(publish);
      await expect(resource(event(type, more))).rejects.toThrow(EventForged);
      expect([published, removed, answers]).toEqual([[], [], []]);
    }
  });

  it.each(['Create', 'Update', 'Delete'])('%s does nothing while CloudFormation is not at it', async (type) => {
    const { resource, answers, removed } = open(publish, async (ongoingType) => ongoingType !== type);
    await resource(event(type));
    expect([published, removed]).toEqual([[], []]);
    expect(answers[0]?.body).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining(`at a ${type}`) });
  });

  it('does nothing where CloudFormation cannot be asked', async () => {
    const { resource, removed, answers } = open(publish, () => Promise.reject(new Error('AccessDenied')));
    await resource(event('Delete'));
    expect([removed, answers[0]?.body.Status]).toEqual([[], 'FAILED']);
  });
});

describe('where CloudFormation takes answers', () => {
  const BUCKET = 'https://cloudformation-custom-resource-response';
  it.each([
    ['us-east-1', `${BUCKET}-useast1.s3.amazonaws.com/stack?Signature=x`],
    ['eu-west-1', `${BUCKET}-euwest1.s3-eu-west-1.amazonaws.com/stack`],
    ['eu-west-1', `${BUCKET}-euwest1.s3.eu-west-1.amazonaws.com/stack`],
    ['cn-north-1', `${BUCKET}-cnnorth1.s3.cn-north-1.amazonaws.com.cn/stack`],
  ])('of %s is %s', (region, url) => {
    expect(isAnswerUrl(url, region)).toBe(true);
  });

  it.each([
    'https://169.254.169.254/latest/meta-data',
    `${BUCKET}-euwest1.s3.eu-west-1.amazonaws.com.example.com/stack`,
    `${BUCKET}-euwest1.example.com/.s3.amazonaws.com`,
    `${BUCKET}-euwest1.s3.eu-west-1.amazonaws.com:8443/stack`,
    `${BUCKET}-euwest1.s3.eu-west-1.amazonaws.com@example.com/stack`,
    // A bucket that anybody may have made.
    `${BUCKET}-mine.s3.eu-west-1.amazonaws.com/stack`,
    `${BUCKET}-euwest1.s3.eu-west-1.amazonaws.com/stack`.replace('https', 'http'),
  ])('of eu-west-1 is not %s', (url) => {
    expect(isAnswerUrl(url, 'eu-west-1')).toBe(false);
  });

  it('is behind the port of what stands in for AWS, by whatever name, and of AWS no more', () => {
    const endpoint = 'http://127.0.0.1:4566';
    expect(isAnswerUrl('http://localhost:4566/_ministack/cfn-response/1', 'us-east-1', endpoint)).toBe(true);
    expect(isAnswerUrl('http://localhost:80/x', 'us-east-1', endpoint)).toBe(false);
  });
});
