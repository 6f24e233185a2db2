import * as z from 'zod';
import { PublishFailed } from './request.ts';

/** What CloudFormation asks of a resource of ours, as far as we read it. */
export const ResourceEvent = z.looseObject({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: z.looseObject({ Files: z.string().optional() }),
});
export type ResourceEvent = z.infer<typeof ResourceEvent>;

/** It is in the form of CloudFormation, and not of it: whoever may invoke the function can write such a one. */
export class EventForged extends Error {
  override name = 'EventForged';
}

/** Whether CloudFormation of a region takes answers there: in a bucket of its own. Where something stands in for AWS, behind its port. */
export const isAnswerUrl = (url: string, region: string, endpoint?: string): boolean => {
  const { origin, port } = new URL(url);
  // A local AWS calls itself localhost in its URLs, while its endpoint is 127.0.0.1, so only the port can be compared.
  if (endpoint !== undefined) return port === new URL(endpoint).port;
  const bucket = `cloudformation-custom-resource-response-${region.replaceAll('-', '')}`;
  const domain = `amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  return ['s3', `s3-${region}`, `s3.${region}`].some((s3) => origin === `https://${bucket}.${s3}.${domain}`);
};

interface ResourceDeps {
  /** What stands for the resource; never another, since that would be taken for a replacement, and the old one removed. */
  name: string;
  /** The id of the stack that the resource is in. */
  stack: string;
  takesAnswers: (url: string) => boolean;
  /** Whether CloudFormation itself says that it is doing that to the resource. */
  isDoing: (type: ResourceEvent['RequestType']) => Promise<boolean>;
  publish: () => Promise<{ version: { version: number } }>;
  remove: () => Promise<void>;
  put: (url: string, body: string) => Promise<void>;
  report: (error: unknown) => void;
}

/** In characters: CloudFormation takes 4096 bytes in all. */
const LONGEST_REASON = 3000;

const reasonOf = (error: unknown): string => {
  const message =
    error instanceof PublishFailed || error instanceof EventForged
      ? error.message
      : `Publishing failed: ${(error as Error).message}`;
  return message.length > LONGEST_REASON ? `${message.slice(0, LONGEST_REASON)} …` : message;
};

/**
 * Does what CloudFormation asks, and tells it, whatever becomes of it: what is not told hangs for an hour. People have the right to
 * invoke the function too, and AWS lets no resource go over to another one, so CloudFormation is asked whether it asked. Throws EventForged.
 */
export const createResource =
  ({ name, stack, takesAnswers, isDoing, publish, remove, put, report }: ResourceDeps) =>
  async ({ RequestType, ResponseURL, StackId, RequestId, LogicalResourceId }: ResourceEvent): Promise<void> => {
    if (StackId !== stack || !takesAnswers(ResponseURL)) {
      throw new EventForged(
        `A ${RequestType} of ${StackId}, to be answered at ${new URL(ResponseURL).host}, is not of CloudFormation at ${stack}: nothing was done. Look in CloudTrail who invoked the function.`,
      );
    }
    const about = { StackId, RequestId, LogicalResourceId, PhysicalResourceId: name };
    const act = async () => {
      if (!(await isDoing(RequestType))) {
        throw new EventForged(
          `CloudFormation does not say of ${stack} that it is at a ${RequestType} of its workflows: nothing was done. Was this a deploy, deploy again; else look in CloudTrail who invoked the function.`,
        );
      }
      if (RequestType !== 'Delete') return { Version: String((await publish()).version.version) };
      await remove();
      return {};
    };
    const answer = await act().then(
      (Data) => ({ ...about, Status: 'SUCCESS', Data }),
      (error) => {
        report(error);
        return { ...about, Status: 'FAILED', Reason: reasonOf(error) };
      },
    );
    await put(ResponseURL, JSON.stringify(answer));
  };
