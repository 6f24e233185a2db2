import * as z from 'zod/mini';

/** Where one signs in: the deployed function writes it into index.html. */
const SignInSettings = z.object({
  /** The issuer of the tokens. */
  authority: z.string(),
  clientId: z.string(),
  /** Where its discovery document is, if not with the issuer: on a loopback AWS. */
  metadataUrl: z.optional(z.string()),
});
export type SignInSettings = z.infer<typeof SignInSettings>;

/** What the page says of sign-in; nothing on one's own machine. Throws where it is not what it should be. */
export const readSignIn = (document: Pick<Document, 'querySelector'>): SignInSettings | undefined => {
  const content = document.querySelector('meta[name="tactful-sign-in"]')?.getAttribute('content') ?? '';
  return content === '' ? undefined : SignInSettings.parse(JSON.parse(content));
};
