import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { User } from 'aws-cdk-lib/aws-iam';
import { App, Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { Tactful, type TactfulProps } from '../../infra/tactful.ts';
import { READ_ONLY, type Resource, synth } from './support/synth.ts';

const GIVEN: TactfulProps = {
  stage: 'dev',
  identity: 'domain',
  inboundDomain: 'reply.acme.example',
  sender: 'Acme <hello@acme.example>',
  sourceBuses: ['default', 'acme-shop'],
};

// A company's own app, without the feature flags of our cdk.json: one stack of theirs, and Tactful in it for two stages.
const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'tactful-embedded-')), ...READ_ONLY });
const shop = new Stack(app, 'Shop');
const tactful = new Tactful(shop, 'Tactful', GIVEN);
const open = new Tactful(shop, 'Test', { ...GIVEN, stage: 'test', inbox: 'on' });
new Tactful(shop, 'Preview', { ...GIVEN, stage: 'preview', env: { account: '111122223333', region: 'eu-central-1' } });
tactful.grantPutEvents(new User(shop, 'Till'));
tactful.grantOperate(new User(shop, 'Desk'), 'operate-read');

const stacks = app.node.findAll().filter((each) => each instanceof Stack);
const resourcesOf = (name: string): Record<string, Resource> =>
  Template.fromStack(stacks.find(({ stackName }) => stackName === name)!).toJSON().Resources;

describe("Tactful in a company's own app", () => {
  it.each([
    ['tactful-dev', synth().main.all],
    ['tactful-dev-operations', synth().operations.all],
  ])(
    'is the stack %s of the shipped app, with the same logical ids of all that cannot be replaced',
    (name, shipped) => {
      const lasting = (all: Record<string, Resource>) =>
        Object.entries(all)
          .filter(([, { Type }]) =>
            /::(Table|Queue|EventBus|Api|Bucket|Secret|Topic|EventSourceMapping|Function)$/.test(Type),
          )
          .map(([id]) => id)
          .toSorted();
      expect(lasting(resourcesOf(name))).toEqual(lasting(shipped));
    },
  );

  it('says in a sentence where its policy and a setting do not agree about inboxes', () => {
    const notesOf = (each: Tactful) => each.node.metadata.map(({ data }) => String(data)).join('\n');
    expect(notesOf(tactful)).toMatch(/policy.yaml says that a product shows inboxes.*Deploy with -c inbox=on/);
    expect(notesOf(open)).not.toMatch(/inbox/);
  });

  it("lets the company's own stack put events on the bus, and nothing of it becomes a part of that stack", () => {
    const resources = Object.values(resourcesOf('Shop'));
    expect(resources.map(({ Type }) => Type).toSorted()).toEqual([
      'AWS::IAM::Policy',
      'AWS::IAM::Policy',
      'AWS::IAM::User',
      'AWS::IAM::User',
    ]);
    expect(JSON.stringify(resources)).toContain('events:PutEvents');
    expect(JSON.stringify(resources)).toMatch(/lambda:InvokeFunction.*OperatorRead/);
  });

  it('can be there more than once, each in the account and region that it is given, and shares the stack of a sender', () => {
    const regions = stacks
      .filter(({ stackName }) => stackName.startsWith('tactful-preview'))
      .map(({ region }) => region);
    const names = stacks.map(({ stackName, region }) => `${stackName} ${region}`);
    expect(names.filter((name) => name.startsWith('tactful-identity'))).toHaveLength(2);
    expect(new Set(regions)).toEqual(new Set(['eu-central-1']));
  });

  it('takes lists where a command line has commas, and says of what it refuses where it was given', () => {
    expect(JSON.stringify(resourcesOf('tactful-dev'))).toContain('"EventBusName":"acme-shop"');
    expect(() => new Tactful(shop, 'Wrong', { ...GIVEN, sender: 'Acme' })).toThrow(
      /sender is "Acme": .*, in the props of Tactful/,
    );
  });
});
