import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../functions/intake/fields.ts';
import { readSettings } from '../../infra/read-settings.ts';
import { workflows } from './support/synth.ts';

const doc = readFileSync('docs/deploy.md', 'utf8');

const snippet = (name: string): unknown => {
  const [, json = ''] = new RegExp(`\`\`\`json ${name}\n([\\s\\S]*?)\`\`\``).exec(doc) ?? [];
  return JSON.parse(json);
};

describe('docs/deploy.md', () => {
  it('shows an event that intake would take', async () => {
    const entries = snippet('put-events') as { DetailType: string; Detail: string }[];
    for (const { DetailType, Detail } of entries) {
      const type = workflows.catalogue.events[DetailType];
      expect(type).toBeDefined();
      const { fault, leftOut } = await readFields(type!, JSON.parse(Detail), { zone: 'Europe/London', regions: [] });
      expect({ fault, leftOut }).toEqual({ fault: undefined, leftOut: [] });
    }
  });

  it('shows a rule on types that events.yaml has', () => {
    const rule = snippet('rule') as { 'detail-type': string[] };
    for (const type of rule['detail-type']) expect(Object.keys(workflows.catalogue.events)).toContain(type);
  });

  it('names every setting, and no other', () => {
    const [, table = ''] = /## Settings([\s\S]*?)\n## /.exec(doc) ?? [];
    const named = [...table.matchAll(/^\|? ?`([a-zA-Z]+)` +\|/gm)].map(([, name]) => name);
    const asked: string[] = [];
    readSettings((name) => {
      asked.push(name);
      return { stage: 'dev', sender: 'a@b.example' }[name];
    });
    expect(named.toSorted()).toEqual(asked.toSorted());
  });
});
