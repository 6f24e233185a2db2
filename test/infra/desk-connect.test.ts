import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createApp, synth } from './support/synth.ts';

const deskInstance = 'arn:aws:connect:eu-west-1:123456789012:instance/12345678-1234-1234-1234-123456789012';
const deskFlow = '846ec553-a005-41c0-8341-0123456789ab';
const context = { desk: 'connect', deskInstance, deskFlow };
const { main, operations } = synth(context);

const [, fn] = main
  .of('AWS::Lambda::Function')
  .find(([, { Properties }]) => Properties.FunctionName === 'tactful-dev-desk')!;
const role = fn.Properties.Role['Fn::GetAtt'][0] as string;
const statements = main
  .of('AWS::IAM::Policy')
  .filter(([, { Properties }]) => (Properties.Roles as { Ref: string }[]).some(({ Ref }) => Ref === role))
  .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as { Action: unknown; Resource: unknown }[]);

describe('Amazon Connect as a desk', () => {
  it('may begin tasks of its one flow, and look at what becomes of them, at its one instance alone', () => {
    const ofConnect = statements.filter(({ Action }) =>
      [Action].flat().some((one) => String(one).startsWith('connect:')),
    );
    const contacts = `${deskInstance}/contact/*`;
    expect(ofConnect.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['connect:StartTaskContact', [`${deskInstance}/contact-flow/${deskFlow}`, contacts]],
      [['connect:DescribeContact', 'connect:StopContact'], contacts],
      ['connect:DescribeUser', `${deskInstance}/agent/*`],
    ]);
  });

  it('hears of the tasks of that instance from the default bus, through the queue of the desk', () => {
    const [, rule] = main
      .of('AWS::Events::Rule')
      .find(([, { Properties }]) => Properties.Name === 'tactful-dev-desk-contacts')!;
    expect(rule.Properties.EventBusName).toBeUndefined();
    expect(rule.Properties.EventPattern).toEqual({
      source: ['aws.connect'],
      'detail-type': ['Amazon Connect Contact Event'],
      detail: {
        instanceArn: [deskInstance],
        channel: [{ 'equals-ignore-case': 'task' }],
        eventType: ['CONNECTED_TO_AGENT', 'DISCONNECTED'],
      },
    });
    const [target, queue] = ['tactful-dev-desk', 'tactful-dev-desk-contacts'].map(
      (name) =>
        main.of('AWS::Events::Rule').find(([, { Properties }]) => Properties.Name === name)![1].Properties.Targets[0]
          .Arn,
    );
    expect(queue).toEqual(target);
  });

  it('knows where the console is, for the story beside the task', () => {
    const { DESK, CONNECT_INSTANCE, CONNECT_FLOW, CONSOLE_URL } = fn.Properties.Environment.Variables;
    expect([DESK, CONNECT_INSTANCE, CONNECT_FLOW]).toEqual([
      'connect',
      '12345678-1234-1234-1234-123456789012',
      deskFlow,
    ]);
    expect(JSON.stringify(CONSOLE_URL)).toMatch(/ConsoleWebApi.*ApiEndpoint/);
  });

  it('has no webhook, no secret, and no alarm about either', () => {
    const routes = main.of('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
    expect(routes).not.toContain('POST /answers');
    expect(main.of('AWS::SecretsManager::Secret')).toHaveLength(synth().main.of('AWS::SecretsManager::Secret').length);
    const alarms = operations.of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.AlarmName as string);
    const ofDesk = alarms.filter((name) => name.includes('-desk-')).map((name) => name.replace(/^.*-desk-/, ''));
    expect(ofDesk.toSorted()).toEqual(['dead-letters', 'errors', 'refused', 'returned']);
  });

  it('is refused where it is in another region than the stage, when that is known', () => {
    const { main: elsewhere } = createApp(context, undefined, {
      env: { region: 'eu-central-1', account: '123456789012' },
    });
    const says = Match.stringLikeRegexp('this stage is in eu-central-1 .*same region and account');
    expect(Annotations.fromStack(elsewhere).findError('*', says)).toHaveLength(1);
  });
});
