/** How one signs in, as the program reads it: an OpenID provider, and the client that the program is there. No secret is in it. */
export interface SignIn {
  /** The issuer of the tokens. */
  authority: string;
  clientId: string;
  /** Where its metadata is, if not below the authority. */
  metadataUrl?: string;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The page of the program, and in it how one signs in. Without that it takes itself for one on somebody's own machine. */
export const pageOf = (html: string, signIn: SignIn | undefined): string =>
  signIn === undefined
    ? html
    : html.replace(
        '<head>',
        () => `<head><meta name="tactful-sign-in" content="${escapeHtml(JSON.stringify(signIn))}" />`,
      );
