import { describe, expect, it } from 'vitest';
import type { Origin } from '../../language/catalogue/origin.ts';
import { eventType } from '../support/catalogue.ts';
import { createApp, type Resource, synth, workflows } from './support/synth.ts';

const origin = (source: Origin['source'], detailType: string, more: Partial<Origin> = {}): Origin => ({
  source,
  detailType,
  fields: { customerId: 'detail.id' },
  ...more,
});

const SHOPIFY = { prefix: 'aws.partner/shopify.com' };

const declaring = (...from: Origin[]) => ({
  ...workflows,
  catalogue: { ...workflows.catalogue, events: { a: eventType({ from }), b: eventType({ from }) } },
});

type Main = ReturnType<typeof synth>['main'];

const rulesOf = (main: Main) =>
  main
    .of('AWS::Events::Rule')
    .map(([, { Properties }]) => Properties)
    .filter(({ Name }) => Name?.includes('_from-'));

const queueNamed = (main: Main, name: string): [string, Resource] => {
  const queue = main.of('AWS::SQS::Queue').find(([, { Properties }]) => Properties.QueueName === name);
  if (!queue) throw new Error(`no queue ${name}`);
  return queue;
};

describe('sources', () => {
  it("another system's shape is brought to intake from the default bus, and not over a second bus", () => {
    const { main } = synth();
    const [rule, ...others] = rulesOf(main);
    const [queue] = queueNamed(main, 'tactful-dev-intake');
    const [deadLetters] = queueNamed(main, 'tactful-dev-intake-dead-letters');
    expect(others).toEqual([]);
    expect(rule?.EventPattern).toEqual({ source: ['aws.partner/reviews'], 'detail-type': ['Review Published'] });
    expect(rule?.EventBusName).toBeUndefined();
    expect(rule?.Targets).toMatchObject([
      {
        Arn: { 'Fn::GetAtt': [queue, 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [deadLetters, 'Arn'] } },
      },
    ]);
    const targets = main.of('AWS::Events::Rule').flatMap(([, { Properties }]) => Properties.Targets ?? []);
    expect(JSON.stringify(targets)).not.toContain(':event-bus/');
  });

  it.each(['tactful-dev-intake', 'tactful-dev-intake-dead-letters'])(
    'its rules, and no others, may send to %s',
    (name) => {
      const { main } = synth();
      const [id] = queueNamed(main, name);
      const policy = main.of('AWS::SQS::QueuePolicy').find(([, { Properties }]) => Properties.Queues[0].Ref === id);
      const statements = policy?.[1].Properties.PolicyDocument.Statement as { Condition?: { ArnLike?: object } }[];
      const own = statements.filter(({ Condition }) => Condition?.ArnLike);
      const arn = (tail: string) => ({
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':events:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, tail],
        ],
      });
      expect(own.map(({ Condition }) => Condition?.ArnLike)).toEqual([
        { 'aws:SourceArn': [arn(':rule/tactful-dev_from-*'), arn(':rule/*/tactful-dev_from-*')] },
      ]);
    },
  );

  it('sources that begin alike are taken by one rule, which stands on the bus of the partner', () => {
    const bus = 'aws.partner/shopify.com/123/acme';
    const compiled = declaring(
      origin(SHOPIFY, 'shopifyWebhook', { where: 'detail.topic = "orders/create"' }),
      origin(SHOPIFY, 'shopifyWebhook', { where: 'detail.topic = "orders/paid"' }),
      origin(bus, 'shopifyWebhook'),
    );
    const rules = rulesOf(synth({ sourceBuses: bus }, compiled).main);
    expect(rules.map(({ EventPattern, EventBusName }) => [EventBusName, EventPattern])).toEqual([
      [bus, { source: [SHOPIFY], 'detail-type': ['shopifyWebhook'] }],
    ]);
  });

  it('each bus that is named has a rule for each shape, but for a bus of a partner and the shapes of others', () => {
    const compiled = declaring(origin('acme.shop', 'order'), origin(SHOPIFY, 'shopifyWebhook'));
    const buses = ['default', 'company', 'aws.partner/shopify.com/1/x', 'aws.partner/zendesk.com/2'];
    const rules = rulesOf(synth({ sourceBuses: buses.join(', ') }, compiled).main);
    const on = (bus: string | undefined) =>
      rules
        .filter(({ EventBusName }) => EventBusName === bus)
        .map(({ EventPattern }) => EventPattern['detail-type'][0]);
    expect([undefined, ...buses.slice(1)].map(on)).toEqual([
      ['order', 'shopifyWebhook'],
      ['order', 'shopifyWebhook'],
      ['shopifyWebhook'],
      [],
    ]);
  });

  it.each([{ busName: 'default' }, { busName: 'company', sourceBuses: 'company' }])(
    'nothing comes twice where events arrive on that bus themselves: %o',
    (context) => expect(rulesOf(synth(context).main)).toEqual([]),
  );

  it('a partner whose bus nobody named is warned of, since its events are on no other', () => {
    const warnings = (context: Record<string, unknown>) =>
      createApp(context)
        .main.node.findAll()
        .flatMap(({ node }) => node.metadata)
        .filter(({ type }) => type === 'aws:cdk:warning')
        .map(({ data }) => String(data))
        .filter((text) => text.includes('sourceBuses'));
    expect(warnings({})).toEqual([expect.stringContaining('Events of aws.partner/reviews come over')]);
    expect(warnings({ sourceBuses: 'default,aws.partner/reviews' })).toEqual([]);
  });
});
