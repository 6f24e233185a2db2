import type { SignIn } from '../site/page.ts';

interface Where {
  ISSUER: string;
  CLIENT_ID: string;
  SIGN_IN_HOST: string;
  AWS_ENDPOINT_URL?: string | undefined;
}

/** How one signs in to a stage, and with whom the program has to talk for it. */
export const signInOf = ({
  ISSUER: authority,
  CLIENT_ID: clientId,
  SIGN_IN_HOST,
  AWS_ENDPOINT_URL,
}: Where): { signIn: SignIn; connects: string[] } => {
  if (AWS_ENDPOINT_URL === undefined) {
    const host = `https://${SIGN_IN_HOST}`;
    return { signIn: { authority, clientId }, connects: [new URL(authority).origin, host] };
  }
  // An AWS on this machine answers for every service at one place, which browsers know by its name.
  const { port } = new URL(AWS_ENDPOINT_URL);
  const host = `http://localhost:${port}`;
  const pool = authority.slice(authority.lastIndexOf('/') + 1);
  return {
    signIn: { authority, clientId, metadataUrl: `${host}/${pool}/.well-known/openid-configuration` },
    connects: [host],
  };
};
