import { Tracer } from '@aws-lambda-powertools/tracer';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../../functions/shared/handler/log.ts';
import { createMetricCounter } from '../../../../functions/shared/handler/metric-counter.ts';
import type { Clients } from '../../../../functions/shared/handler/trace.ts';
import { wrap } from '../../../../functions/shared/handler/wrap.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

class ChannelBroken extends Error {
  override name = 'ChannelBroken';
}

const context = { awsRequestId: 'r1', functionName: 'deliver' } as Context;

const newClient = () => new DynamoDBClient({ region: 'eu-west-1' });

const open = (handle: () => Promise<unknown>, env: Record<string, string> = {}, clients: Clients = [newClient()]) => {
  const metrics = createMetricCounter('test');
  const handler = wrap(
    async () => {
      metrics.count('Sent');
      return handle();
    },
    { service: 'deliver', env, log: createLog('deliver'), metrics, clients },
  );
  return () => handler({ customer: 'ada@example.com' }, context);
};

describe('what is around every function', () => {
  it('gives the answer back and publishes the counts', async () => {
    expect(await open(async () => ({ outcome: 'sent' }))()).toEqual({ outcome: 'sent' });
    expect(lines.map((line) => JSON.parse(line).Sent)).toEqual([1]);
  });

  it('counts what of a batch comes back by the function, and by the version that failed on it', async () => {
    const batch = async () => ({ batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'b' }] });
    await open(batch, { AWS_LAMBDA_FUNCTION_VERSION: '7' })();
    const returned = lines.map((line) => JSON.parse(line)).filter(({ Returned }) => Returned !== undefined);
    const dimensions = returned.map(({ _aws }) => _aws.CloudWatchMetrics[0].Dimensions[0].toSorted());
    expect(dimensions).toEqual([
      ['Function', 'Stage', 'service'],
      ['Function', 'Stage', 'Version', 'service'],
    ]);
    expect(returned).toMatchObject([
      { Returned: 2, Function: 'deliver' },
      { Returned: 2, Function: 'deliver', Version: '7' },
    ]);
  });

  it('lets a failure through by its name, without its words; the log has the place', async () => {
    const invoke = open(async () => {
      throw new ChannelBroken('ada@example.com does not answer');
    });
    const error = (await Promise.resolve(invoke()).catch((caught: unknown) => caught)) as Error;
    expect(error.name).toBe('ChannelBroken');
    expect(`${error.message} ${error.stack}`).not.toContain('ada');
    expect(lines.join('')).not.toContain('ada@');
    const failed = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 'ERROR');
    expect(failed).toMatchObject({
      message: 'The invocation failed.',
      requestId: 'r1',
      error: { name: 'ChannelBroken' },
    });
    expect(failed.error.stack.join()).toContain('wrap.test.ts');
    expect(lines.some((line) => JSON.parse(line).Sent === 1)).toBe(true);
  });

  const sampled = {
    _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
  };

  it('traces a sampled invocation without standing in its way', async () => {
    const invoke = open(async () => 1, sampled);
    expect(await invoke()).toBe(1);
    expect(await invoke()).toBe(1);
  });

  it('shows each client in traces once, also one that came later', async () => {
    const show = vi.spyOn(Tracer.prototype, 'captureAWSv3Client');
    const clients: Clients = [newClient()];
    const invoke = open(async () => 1, sampled, clients);
    await invoke();
    clients.push(newClient());
    await invoke();
    await invoke();
    expect(show.mock.calls.map(([client]) => client)).toEqual(clients);
  });
});
