import { NotAllowed, NotInRegion, NotSeen } from '../account.ts';

const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationErrorException',
  'UnauthorizedOperation',
]);
/** By which services say that something is not there. */
const ABSENT = new Set([
  'ResourceNotFoundException',
  'NotFoundException',
  'QueueDoesNotExist',
  'AWS.SimpleQueueService.NonExistentQueue',
  'NoSuchResourceException',
]);
/** No name of a service in a region that it is not in. */
const NOWHERE = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** Of all calls alike, so that it is told once. */
const OF_CREDENTIALS = /^(ExpiredToken|UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignature)/;

const namesOf = (error: unknown): { name: string; code: string } => {
  const { name = '', code = '' } = error as { name?: string; code?: string };
  return { name, code };
};

/** Whether a call failed since what it asked for is not there. */
export const isAbsent = (error: unknown): boolean => {
  const { name } = namesOf(error);
  const { message = '' } = error as Error;
  return ABSENT.has(name) || (name === 'ValidationError' && message.includes('does not exist'));
};

/** Asks a service with a right. Throws NotAllowed, NotInRegion or NotSeen, each in a sentence, and what is wrong with credentials or with us as it is. */
export const asking = async <Answer>(right: string, region: string, ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    const { name, code } = namesOf(error);
    if (DENIED.has(name)) throw new NotAllowed(`it takes ${right}.`);
    if (NOWHERE.has(code)) throw new NotInRegion(`${right.split(':')[0]} has no endpoint in ${region}.`);
    if (isAbsent(error) || OF_CREDENTIALS.test(name) || !isAnswer(error)) throw error;
    throw new NotSeen(`AWS answered ${name}: ${(error as Error).message}`);
  }
};

const isAnswer = (error: unknown): boolean =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== undefined;

/** The same, of what may not be there. */
export const seeking = async <Answer>(
  right: string,
  region: string,
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> => {
  try {
    return await asking(right, region, ask);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};
