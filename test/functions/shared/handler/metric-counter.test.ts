import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMetricCounter } from '../../../../functions/shared/handler/metric-counter.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('counts are published once, with few dimensions, and by reason beside them', () => {
  const metrics = createMetricCounter('test');
  metrics.count('Held');
  metrics.count('Held');
  metrics.count('Sent');
  metrics.count('Decisions', { Outcome: 'held', Reason: 'gap' });
  metrics.count('Decisions', { Outcome: 'held', Reason: 'gap' });
  metrics.publish();
  metrics.publish();
  const [plain, by, ...rest] = lines.map((line) => JSON.parse(line));
  expect(plain).toMatchObject({ service: 'tactful', Stage: 'test', Held: 2, Sent: 1 });
  expect(plain._aws.CloudWatchMetrics[0]).toMatchObject({ Namespace: 'Tactful', Dimensions: [['service', 'Stage']] });
  expect(by).toMatchObject({ service: 'tactful', Stage: 'test', Outcome: 'held', Reason: 'gap', Decisions: 2 });
  expect(by._aws.CloudWatchMetrics[0].Dimensions.flat().sort()).toEqual(['Outcome', 'Reason', 'Stage', 'service']);
  expect(rest).toEqual([]);
});
