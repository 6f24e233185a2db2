import { describe, expect, it } from 'vitest';
import { createResource, ResourceEvent } from '../../../../functions/api/publish/custom-resource.ts';
import { PublishFailed } from '../../../../functions/api/publish/request.ts';

const event = (RequestType: string) =>
  ResourceEvent.parse({
    RequestType,
    ResponseURL: 'https://cloudformation.example.com/answer',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Workflows',
    ResourceProperties: { ServiceToken: 'arn', Files: 'hash' },
  });

const open = (publish: () => Promise<{ version: { version: number } }> = async () => ({ version: { version: 3 } })) => {
  const answers: { url: string; body: Record<string, unknown> }[] = [];
  const [removed, reported]: [string[], unknown[]] = [[], []];
  const resource = createResource({
    name: 'tactful-dev-published',
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
    const said = `Version 2 was published by ada. ${'x'.repeat(5000)}`;
    const { resource, answers, reported } = open(() => Promise.reject(new PublishFailed('turn', said)));
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
