import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** A log group that forgets: logs hold no personal data, and nobody reads old ones. */
export const createLogGroup = (
  scope: Construct,
  id: string,
  { logGroupName, settings }: { logGroupName: string; settings: Settings },
): LogGroup =>
  new LogGroup(scope, id, {
    logGroupName,
    retention: settings.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
