import type { OperatorAnswer, OperatorCommand } from '../../functions/operate/command.ts';
import { rightOf } from '../../functions/operate/rights.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage-error.ts';

/** Asks the operate function of a deployed stage. Throws UsageError where it cannot be asked. */
export type AskStage = (stage: string, command: OperatorCommand) => Promise<OperatorAnswer>;

const PROBLEMS: Record<string, (stage: string, right: string) => string> = {
  ResourceNotFoundException: (stage) =>
    `No stage ${stage} is deployed in this account and region. Name another by --stage, or deploy it.`,
  AccessDeniedException: (stage, right) =>
    `You may not ask this of ${stage}: it takes lambda:InvokeFunction on tactful-${stage}-${right}.`,
  NoRegion: () => 'No AWS region is set. Set AWS_REGION, or give your profile one.',
  CredentialsProviderError: () => 'No AWS credentials were found. Sign in, or set AWS_PROFILE.',
};

/**
 * Invokes a function of a stage with a command, signed by whoever asks; `later` does not wait for an answer, and has none.
 * Throws UsageError.
 */
export const invokeStage = async (
  stage: string,
  right: string,
  command: object,
  { later = false }: { later?: boolean } = {},
): Promise<unknown> => {
  // Loaded here, so that no command about files waits for the AWS SDK.
  const [{ InvokeCommand, LambdaClient }, { signCommand, signerOf }] = await Promise.all([
    import('@aws-sdk/client-lambda'),
    import('../../functions/operate/sign-command.sts.ts'),
  ]);
  try {
    const client = new LambdaClient();
    // So that the audit log has who it was: Lambda does not tell a function who invokes it.
    const proof = await signCommand(stage, right, command, await signerOf(client, process.env.AWS_ENDPOINT_URL));
    const invoke = new InvokeCommand({
      FunctionName: `tactful-${stage}-${right}`,
      ...(later && { InvocationType: 'Event' }),
      Payload: JSON.stringify({ ...command, proof }),
    });
    const { FunctionError, Payload } = await client.send(invoke);
    if (later) return undefined;
    const text = new TextDecoder().decode(Payload);
    if (FunctionError) throw new UsageError(`The stage ${stage} could not do it: ${text}`);
    return JSON.parse(text) as unknown;
  } catch (error) {
    const { name, message } = error as Error;
    const explain = PROBLEMS[message === 'Region is missing' ? 'NoRegion' : name];
    throw explain ? new UsageError(explain(stage, right)) : error;
  }
};

export const askStage: AskStage = async (stage, command) =>
  (await invokeStage(stage, rightOf(command), command)) as OperatorAnswer;

/** Prints what a stage answered: results, or what to do instead. Answers the status to end with. */
export const printAnswer = ({ ok, lines }: Pick<OperatorAnswer, 'ok' | 'lines'>, { out, err }: Output): number => {
  for (const line of lines) (ok ? out : err)(line);
  return ok ? 0 : 1;
};
