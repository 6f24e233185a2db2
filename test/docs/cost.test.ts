import { readdirSync, readFileSync } from 'node:fs';
import type { WarmThroughput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { synth } from '../infra/support/synth.ts';

const doc = readFileSync('docs/cost.md', 'utf8');
const rows = [...doc.matchAll(/^\| (.+) \|$/gm)].map(([, line = '']) => line.split(' | '));
const amountsOf = (name: string): number[] =>
  (rows.find(([first]) => first?.replaceAll('*', '').startsWith(name)) ?? [])
    .slice(1)
    .map((cell) => Number(cell.replaceAll('*', '')));

const SERVICES = ['DynamoDB', 'SQS', 'Lambda', 'CloudWatch', 'Step Functions', 'EventBridge', 'Scheduler'];

describe('docs/cost.md', () => {
  it('has a column for each shipped journey, or names it among those that are a message or two', () => {
    const journeys = readdirSync('workflows/journeys').map((file) => file.replace('.yaml', ''));
    const [, ...columns] = rows.find(([first]) => first === 'by service') ?? [];
    const [, named = ''] = /The other journeys, (.+?), are/.exec(doc) ?? [];
    const others = [...named.matchAll(/`([a-z-]+)`/g)].map(([, journey = '']) => journey);
    expect([...columns, ...others].toSorted()).toEqual(journeys.toSorted());
  });

  it('adds up, but for what rounding loses', () => {
    const [ses, all, beside] = ['SES', 'all', 'beside SES'].map(amountsOf);
    for (const [column, sum] of beside!.entries()) {
      const services = SERVICES.map((name) => amountsOf(name)[column] ?? Number.NaN);
      const total = services.reduce((one, other) => one + other, 0);
      expect(Math.abs(total - sum)).toBeLessThanOrEqual(SERVICES.length / 2);
      expect(ses![column]! + sum).toBe(all![column]);
    }
  });

  it('says what a new table takes, and how both that are written to are warmed by a command that AWS knows', () => {
    const [units = ''] = rows.find(([quota]) => quota?.startsWith('DynamoDB on demand'))?.slice(1) ?? [];
    expect(units).toContain('a new table begins at 12,000 and 4,000');
    const [, tables = '', throughput = ''] =
      /for table in (.+); do\n {2}aws dynamodb update-table .* --warm-throughput (\S+)\n/.exec(doc) ?? [];
    expect(tables).toBe('customers records');
    const fields = throughput.split(',').map((pair) => pair.split('=')[0]);
    expect(fields).toEqual(['ReadUnitsPerSecond', 'WriteUnitsPerSecond'] satisfies (keyof WarmThroughput)[]);
  });

  it.each([
    [/, (\d+) alarms over (\d+) metrics \(\$([\d.]+)/, {}],
    [
      /with an inbox and a desk (?<price>\$[\d.]+)\)/,
      { inbox: 'on', desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' },
    ],
  ])('counts the alarms of a stage that is kept, and what the metrics that they read cost: %s', (pattern, parts) => {
    const { main, operations } = synth({ stage: 'production', ...parts });
    const alarms = [main, operations].flatMap((stack) => stack.of('AWS::CloudWatch::Alarm'));
    const read = alarms.flatMap(([, { Properties }]) =>
      (Properties.Metrics ?? [{ MetricStat: {} }]).filter(({ MetricStat }: { MetricStat?: unknown }) => MetricStat),
    );
    const price = (read.length / 10).toFixed(2);
    const [, ...numbers] = pattern.exec(doc) ?? [];
    expect(numbers).toEqual(numbers.length === 1 ? [`$${price}`] : [`${alarms.length}`, `${read.length}`, price]);
  });

  it('counts the queues that are polled', () => {
    const { main } = synth({ stage: 'production' });
    const polled = main
      .of('AWS::Lambda::EventSourceMapping')
      .filter(([, { Properties }]) => Properties.StartingPosition === undefined);
    expect(/polling (\w+) empty queues/.exec(doc)?.[1]).toBe(
      ['', 'one', 'two', 'three', 'four', 'five', 'six'][polled.length],
    );
  });
});
