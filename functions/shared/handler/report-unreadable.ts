import type { ReportUnreadable } from '../stores/store.dynamo.ts';
import { type Log, who } from './log.ts';
import type { MetricCounter } from './metric-counter.ts';

interface ReportDeps {
  log: Log;
  metrics: Pick<MetricCounter, 'count'>;
}

/** Tells those who watch of a customer who is left out, since no function of this release can read their item. */
export const createReportUnreadable =
  ({ log, metrics }: ReportDeps): ReportUnreadable =>
  (customer, error) => {
    log.error('The item of a customer cannot be read: they are left out.', { who: who(customer), error });
    metrics.count('ItemsUnreadable');
  };
