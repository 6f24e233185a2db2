import type { Account } from '../account.ts';
import { type Finding, look, ok, stop } from '../finding.ts';
import type { Plan } from '../plan.ts';

/** A first deploy that failed, and was taken back in whole or in part. */
const FAILED_FIRST = new Set(['CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'DELETE_FAILED']);

/** Whether what a stack is said to own really is deployed with it. */
export const isDeployed = (status: string | undefined): boolean =>
  status !== undefined && !FAILED_FIRST.has(status) && status !== 'REVIEW_IN_PROGRESS';

const about = (name: string, status: string | undefined): Finding => {
  if (status === undefined) return ok(`There is no stack ${name} yet: this is its first deploy.`);
  if (status === 'REVIEW_IN_PROGRESS')
    return ok(`Of the stack ${name} there is an empty change set: deploying goes on from it.`);
  if (status === 'ROLLBACK_COMPLETE') {
    return look(
      `The first deploy of ${name} failed and was taken back. cdk deploy removes what is left of it by itself.`,
    );
  }
  if (FAILED_FIRST.has(status)) {
    return stop(
      `The stack ${name} is ${status}: something of it could not be removed, such as a table that is protected.`,
      'See what:',
      `aws cloudformation describe-stack-events --stack-name ${name} --query "StackEvents[?ends_with(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceStatusReason]"`,
      'Remove it as it says below, then the stack:',
      `aws cloudformation delete-stack --stack-name ${name}`,
    );
  }
  if (status === 'UPDATE_ROLLBACK_FAILED') {
    return stop(
      `The last deploy of ${name} failed and could not be taken back.`,
      `aws cloudformation continue-update-rollback --stack-name ${name}`,
    );
  }
  if (status.endsWith('IN_PROGRESS'))
    return stop(`Somebody is deploying ${name} (${status}).`, 'Wait until it is done.');
  return ok(`The stack ${name} is deployed (${status}).`);
};

/** What became of earlier deploys. */
export const checkStacks = async (account: Pick<Account, 'stack'>, { prefix }: Plan): Promise<Finding[]> => {
  // That of machines is kept by publishing, which a deploy begins and waits for.
  const names = [prefix, `${prefix}-operations`, `${prefix}-machines`];
  return Promise.all(names.map(async (name) => about(name, (await account.stack(name))?.status)));
};
