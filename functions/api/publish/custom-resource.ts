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

interface ResourceDeps {
  /** What stands for the resource; never another, since that would be taken for a replacement, and the old one removed. */
  name: string;
  publish: () => Promise<{ version: { version: number } }>;
  remove: () => Promise<void>;
  put: (url: string, body: string) => Promise<void>;
  report: (error: unknown) => void;
}

/** In characters: CloudFormation takes 4096 bytes in all. */
const LONGEST_REASON = 3000;

const reasonOf = (error: unknown): string => {
  const said = error instanceof PublishFailed ? error.message : `Publishing failed: ${(error as Error).message}`;
  return said.length > LONGEST_REASON ? `${said.slice(0, LONGEST_REASON)} …` : said;
};

/** Does what CloudFormation asks, and tells it, whatever becomes of it: what is not told hangs for an hour. */
export const createResource =
  ({ name, publish, remove, put, report }: ResourceDeps) =>
  async ({ RequestType, ResponseURL, StackId, RequestId, LogicalResourceId }: ResourceEvent): Promise<void> => {
    const about = { StackId, RequestId, LogicalResourceId, PhysicalResourceId: name };
    const act = async () => {
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
