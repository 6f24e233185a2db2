import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { quarter, SHIPPED } from '../../simulator/quarter/generate.ts';

interface Envelope {
  id: string;
  'detail-type': string;
  time: string;
  detail: { customerId?: string; [field: string]: unknown };
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const lines = quarter(SHIPPED);
const events: Envelope[] = lines.map((line) => JSON.parse(line));

/** The types that every project has without declaring them. */
const BUILT_IN = ['message.bounced', 'message.complained', 'customer.paused', 'agent.task_done', 'agent.task_declined'];

/** About no one customer: whoever asked for it is found. */
const ABOUT_ALL = 'change.shipped';

describe('the shipped quarter', () => {
  it('is what its generator tells', () => {
    expect(read('simulator/quarter/events.ndjson')).toBe(`${lines.join('\n')}\n`);
  });

  it('is another story with another seed', () => {
    expect(quarter(SHIPPED + 1)).not.toEqual(lines);
    expect(quarter(SHIPPED + 1)).toEqual(quarter(SHIPPED + 1));
  });

  it('lies within July to September 2026', () => {
    const times = events.map(({ time }) => time).sort();
    expect(times[0]! >= '2026-07-01').toBe(true);
    expect(times.at(-1)! < '2026-10-01').toBe(true);
    expect(lines.length).toBeGreaterThan(1200);
    expect(lines.length).toBeLessThanOrEqual(1700);
  });

  it('redelivers about one event in a hundred, with the same id', () => {
    const again = lines.length - new Set(events.map(({ id }) => id)).size;
    expect(again / lines.length).toBeGreaterThan(0.005);
    expect(new Set(lines).size).toBe(lines.length - again);
  });

  it('has events out of order', () => {
    expect(events.some(({ time }, index) => index > 0 && time < events[index - 1]!.time)).toBe(true);
  });

  it('speaks only of fields that events.yaml declares, but for one unknown type and one forgotten customer', () => {
    const declared: Record<string, { fields: Record<string, unknown> }> = parse(read('workflows/events.yaml'));
    const unknown = events.filter(
      (event) => !declared[event['detail-type']] && !BUILT_IN.includes(event['detail-type']),
    );
    expect([...new Set(unknown.map((event) => event['detail-type']))]).toEqual(['loyalty.tier_changed']);
    const undeclared = events.flatMap(({ 'detail-type': type, detail }) =>
      Object.keys(detail).filter((field) => declared[type] && !Object.hasOwn(declared[type].fields, field)),
    );
    expect(undeclared).toEqual([]);
    const aboutNobody = events.filter((event) => !event.detail.customerId && event['detail-type'] !== ABOUT_ALL);
    expect(new Set(aboutNobody.map(({ id }) => id)).size).toBe(1);
  });

  it('says each thing in words of its own', () => {
    const texts = events.flatMap(({ detail }) => [detail.text, detail.body]).filter((text) => typeof text === 'string');
    expect(new Set(texts).size).toBeGreaterThanOrEqual(80);
  });
});
