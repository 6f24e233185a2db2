import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { type Alarms, FIVE_MINUTES } from './alarm.ts';

const SUM = { period: FIVE_MINUTES, statistic: 'Sum' };

/** Of a rule with no name nobody could be told, and one that is exported by it could never be removed. */
export class RuleWithoutName extends Error {
  override name = 'RuleWithoutName';
}

/** Rings where a rule of EventBridge could not hand on what it took, whichever part made it. Throws RuleWithoutName. */
export const watchRules = (all: IConstruct, alarms: Alarms): void => {
  const rules = all.node.findAll().filter((each) => each instanceof CfnRule);
  const failures = rules.map(({ name: RuleName, eventBusName: EventBusName, node }) => {
    if (RuleName === undefined)
      throw new RuleWithoutName(`${node.path} has no name: give it one that begins as the stage's do.`);
    // Rules of the default bus are known by their own name alone.
    const dimensionsMap = { ...(EventBusName !== undefined && { EventBusName }), RuleName };
    return new Metric({ namespace: 'AWS/Events', metricName: 'FailedInvocations', dimensionsMap, ...SUM });
  });
  alarms.addSum('rules-failed', failures, {
    label: 'Events that a rule could not hand on',
    threshold: 1,
    about: 'A rule of EventBridge could not hand on an event: may it still put it on its queue or bus?',
  });
};

/** Rings where Lambda lets a function run less often than it is asked, whichever it is: they share what the account has. */
export const watchThrottles = (all: IConstruct, alarms: Alarms): void => {
  const functions = all.node.findAll().filter((each) => each instanceof CfnFunction);
  const throttles = functions.map(
    ({ functionName: FunctionName }) =>
      new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        dimensionsMap: { FunctionName: FunctionName ?? '' },
        ...SUM,
      }),
  );
  alarms.addSum('throttles', throttles, {
    label: 'Calls that Lambda did not let in',
    threshold: 1,
    periods: 2,
    about:
      'Lambda lets our functions run less often than they are asked, for ten minutes. Is the quota of the account used up?',
  });
};
