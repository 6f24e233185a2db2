import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** Counts of one invocation, published once as metrics. */
export interface MetricCounter {
  count(name: string, by?: Record<string, string>): void;
  publish(): void;
}

const NAMESPACE = 'Tactful';
const SERVICE = 'tactful';

/** Metrics of a stage, with few dimensions: `service`, `Stage`, and those that a count names itself. */
export const createMetricCounter = (stage: string): MetricCounter => {
  const metrics = new Metrics({ namespace: NAMESPACE, serviceName: SERVICE, defaultDimensions: { Stage: stage } });
  const counts = new Map<string, { name: string; by: Record<string, string>; value: number }>();
  return {
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
      if (undivided.length > 0) metrics.publishStoredMetrics();
      for (const { name, by, value } of published) {
        if (Object.keys(by).length === 0) continue;
        metrics.addDimensions(by);
        metrics.addMetric(name, MetricUnit.Count, value);
        metrics.publishStoredMetrics();
      }
    },
  };
};
