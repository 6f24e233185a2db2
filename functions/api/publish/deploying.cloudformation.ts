import { type CloudFormationClient, paginateDescribeStackEvents } from '@aws-sdk/client-cloudformation';
import type { ResourceEvent } from './custom-resource.ts';

interface Deps {
  client: CloudFormationClient;
  /** Its id. */
  stack: string;
  wait: (milliseconds: number) => Promise<void>;
}

/** As infra/publish.ts has it. */
export const RESOURCE_TYPE = 'Custom::TactfulWorkflows';

/** What the newest event says of the resource. To make and to change it is the same: both publish. */
const DOING = {
  Create: /^(CREATE|UPDATE)_IN_PROGRESS$/,
  Update: /^(CREATE|UPDATE)_IN_PROGRESS$/,
  Delete: /^DELETE_IN_PROGRESS$/,
};

/** In milliseconds. */
const LOOK = 3000;
/** Events may come a moment late, and so may the right to see them, which the same deploy may give. */
const LOOKS = 10;

/** Whether CloudFormation says of the stack that it is doing that to the resource by which a deploy publishes. */
export const createDeploying = ({ client, stack, wait }: Deps) => {
  const newest = async (): Promise<string | undefined> => {
    for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName: stack })) {
      // The newest are first.
      const event = StackEvents.find(({ ResourceType }) => ResourceType === RESOURCE_TYPE);
      if (event) return event.ResourceStatus;
    }
    return undefined;
  };
  return async (type: ResourceEvent['RequestType']): Promise<boolean> => {
    for (let look = 1; ; look++) {
      try {
        if (DOING[type].test((await newest()) ?? '')) return true;
        if (look === LOOKS) return false;
      } catch (error) {
        if (look === LOOKS) throw error;
      }
      await wait(LOOK);
    }
  };
};
