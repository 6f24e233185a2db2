import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** Counts of one invocation, published once as metrics. */
export interface MetricCounter {
  count(name: string, by?: Record<string, string>): void;
  /** Counts so many at once; none is a figure too. */
  add(name: string, times: number): void;
  /** A length of time, in seconds: the longest of an invocation counts. */
  longest(name: string, seconds: number): void;
  publish(): void;
}

const NAMESPACE = 'Tactful';
const SERVICE = 'tactful';

/** Metrics of a stage, with few dimensions: `service`, `Stage`, and those that a count names itself. */
export const createMetricCounter = (stage: string): MetricCounter => {
  const metrics = new Metrics({ namespace: NAMESPACE, serviceName: SERVICE, defaultDimensions: { Stage: stage } });
  const counts = new Map<string, { name: string; by: Record<string, string>; value: number }>();
  const lengths = new Map<string, number>();
  return {
    add: (name, times) => {
      const key = JSON.stringify([name, {}]);
      counts.set(key, { name, by: {}, value: (counts.get(key)?.value ?? 0) + times });
    },
    longest: (name, seconds) => void lengths.set(name, Math.max(seconds, lengths.get(name) ?? 0)),
    count: (name, by = {}) => {
      const key = JSON.stringify([name, by]);
      const counted = counts.get(key);
      if (counted) counted.value++;
      else counts.set(key, { name, by, value: 1 });
    },
    publish: () => {
      const published = [...counts.values()];
      counts.clear();
      const undivided = published.filter(({ by }) => Object.keys(by).length === 0);
      for (const { name, value } of undivided) metrics.addMetric(name, MetricUnit.Count, value);
      for (const [name, seconds] of lengths) metrics.addMetric(name, MetricUnit.Seconds, seconds);
      if (undivided.length > 0 || lengths.size > 0) metrics.publishStoredMetrics();
      lengths.clear();
      for (const { name, by, value } of published) {
        if (Object.keys(by).length === 0) continue;
        metrics.addDimensions(by);
        metrics.addMetric(name, MetricUnit.Count, value);
        metrics.publishStoredMetrics();
      }
    },
  };
};
