import { NotAllowed, NotInRegion } from '../account.ts';

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

/** Asks a service with a right. Throws NotAllowed or NotInRegion, each in a sentence, and all else as it is. */
export const asking = async <Answer>(right: string, region: string, ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    const { name, code } = namesOf(error);
    if (DENIED.has(name)) throw new NotAllowed(`it takes ${right}.`);
    if (NOWHERE.has(code)) throw new NotInRegion(`${right.split(':')[0]} has no endpoint in ${region}.`);
    throw error;
  }
};

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
