import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../functions/intake/fields.ts';
import { readSettings } from '../../infra/read-settings.ts';
import { type Resource, synth, workflows } from './support/synth.ts';

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
    const names: string[] = [];
    readSettings((name) => {
      names.push(name);
      return { stage: 'dev', sender: 'a@b.example' }[name];
    });
    expect(named.toSorted()).toEqual(names.toSorted());
  });

  it.each([
    ['with answers by mail', {}],
    ['with an inbox and a desk beside', { inbox: 'on', desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' }],
  ])('counts the resources of a stage that is kept %s', (row, parts) => {
    const { main, operations } = synth({ stage: 'production', ...parts });
    const [, ...counted] = new RegExp(`^\\| ${row} \\| (\\d+) \\| (\\d+) \\|`, 'm').exec(doc) ?? [];
    expect(counted.map(Number)).toEqual([main, operations].map(({ all }) => Object.keys(all).length));
  });

  describe('of a stage that is removed', () => {
    const parts = { stage: 'production', inbox: 'on', desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' };
    const { main } = synth(parts);
    const lasting = (type: string): [string, Resource][] =>
      main.of(type).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'RetainExceptOnCreate');
    const [, removing = ''] = /## Removing it([\s\S]*?)\n## /.exec(doc) ?? [];

    it('counts what stays', () => {
      expect(lasting('AWS::DynamoDB::Table')).toHaveLength(3);
      expect(lasting('AWS::SecretsManager::Secret')).toHaveLength(4);
      expect(lasting('AWS::S3::Bucket')).toHaveLength(3);
      expect(lasting('AWS::Cognito::UserPool')).toHaveLength(1);
      for (const words of ['three tables', 'two to four secrets', 'two or three buckets', 'the user pool'])
        expect(removing).toContain(words);
    });

    it('unprotects all that is protected where a first deploy has failed', () => {
      const [, failing = ''] = /### When the first deploy fails([\s\S]*?)\n### /.exec(doc) ?? [];
      const [, tables = ''] =
        /for table in (.+?); do aws dynamodb update-table .*--no-deletion-protection/.exec(failing) ?? [];
      const isProtected = ({ Properties }: Resource) =>
        Properties.DeletionProtectionEnabled === true || Properties.DeletionProtection === 'ACTIVE';
      const names = Object.values(main.all)
        .filter(isProtected)
        .map(({ Properties }) => Properties.TableName ?? Properties.UserPoolName);
      const named = tables.split(' ').map((table) => `tactful-production-${table}`);
      const [, pool = ''] =
        /UserPools\[\?Name=='(.+?)'\][\s\S]*update-user-pool .*--deletion-protection INACTIVE/.exec(failing) ?? [];
      expect([...named, pool].toSorted()).toEqual(names.toSorted());
    });

    it('frees the name of each secret that stays before it is made again, and puts it back', () => {
      const names = lasting('AWS::SecretsManager::Secret').map(([, { Properties }]) =>
        Properties.Name.replace('tactful-production-', ''),
      );
      const loops = [...removing.matchAll(/^for secret in (.+); do$/gm)].map(([, list = '']) => list.split(' '));
      expect(loops.map((each) => each.toSorted())).toEqual([names.toSorted(), names.toSorted()]);
    });

    it('takes tables in with a first version above the last, since its bucket of versions is made anew', () => {
      const [[id, bucket]] = lasting('AWS::S3::Bucket').filter(([id]) => id.startsWith('Published')) as [
        [string, Resource],
      ];
      expect(bucket.Properties.BucketName).toBeUndefined();
      expect(id.toLowerCase()).toContain('publishedworkflows');
      expect(removing).toContain('publishedworkflows');
      expect(/cdk deploy .*--import-existing-resources/.exec(removing)?.[0]).toContain('-c firstVersion=');
    });
  });
});
