import { UNNAMED } from '../../operate/caller.ts';

const isOfIam = (name: string): boolean => name.startsWith('arn:');

/** Whoever takes a role, or asks for a session of a user, names that session as they like. */
const SESSION = /^(arn:[^:]+:sts::\d+:(?:assumed-role\/[^/]+|federated-user))\/.*$/;
const withoutSession = (name: string): string => name.replace(SESSION, '$1');

/** To go over to names that can be told from each other. */
const IN_THE_CONSOLE = 'or have it saved once more in the console and published there by a colleague';

/** Why it cannot be said that somebody else than who changed a draft publishes it, and what to do; undefined where it can. */
export const whyNotAnother = (changed: string, publishes: string): string | undefined => {
  if (changed === publishes) return 'somebody else has to look at it and publish it.';
  if ([changed, publishes].includes(UNNAMED.name))
    return `nobody vouches for one of the two. Push and publish with tactful, while STS answers, ${IN_THE_CONSOLE}.`;
  if (isOfIam(changed) !== isOfIam(publishes))
    return `a name of the console and one of IAM may be the same person. Let somebody else publish it where it was changed, ${IN_THE_CONSOLE}.`;
  if (withoutSession(changed) === withoutSession(publishes))
    return `that is the same role or account, of which anybody names their session as they like. Let it be published by another role, ${IN_THE_CONSOLE}.`;
  return undefined;
};
