import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Lets a finding of cdk-nag pass for a construct and all below it, for a reason that a reviewer can check. */
export const accept = (scope: IConstruct, rule: string, reason: string): void =>
  Validations.of(scope).acknowledge({ id: rule.startsWith('AwsSolutions-') ? rule : `AwsSolutions-${rule}`, reason });
