import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Something the person at the keyboard can mend: printed as a sentence. */
export class StageUnreachable extends Error {
  override name = 'StageUnreachable';
}

export interface Answer {
  ok: boolean;
  lines: string[];
  /** Of a page: what is on it, and where the next begins. */
  items?: unknown[];
  next?: string;
}

const mendable: Record<string, (stage: string) => string> = {
  ResourceNotFoundException: (stage) =>
    `No stage ${stage} is deployed in this account and region. Name another by --stage, or deploy it.`,
  AccessDeniedException: (stage) =>
    `You may not operate ${stage}: it takes lambda:InvokeFunction on tactful-${stage}-operate.`,
  NoRegion: () => 'No AWS region is set. Set AWS_REGION, or give your profile one.',
  CredentialsProviderError: () => 'No AWS credentials were found. Sign in, or set AWS_PROFILE.',
};

/** Asks the operate function of a deployed stage. Throws StageUnreachable. */
export const askStage = async (stage: string, command: object, client = () => new LambdaClient()): Promise<Answer> => {
  try {
    const Payload = JSON.stringify(command);
    const { FunctionError, Payload: said } = await client().send(
      new InvokeCommand({ FunctionName: `tactful-${stage}-operate`, Payload }),
    );
    const text = new TextDecoder().decode(said);
    if (FunctionError) throw new StageUnreachable(`The stage ${stage} could not do it: ${text}`);
    return JSON.parse(text) as Answer;
  } catch (error) {
    const { name, message } = error as Error;
    const explain = mendable[message === 'Region is missing' ? 'NoRegion' : name];
    throw explain ? new StageUnreachable(explain(stage)) : error;
  }
};
