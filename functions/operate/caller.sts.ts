import { type IdentifyCaller, ProofRefused, UNNAMED } from './caller.ts';
import { isSignedOver, signedHeaders, stsHost, WHO_AM_I } from './proof.ts';

interface StsDeps {
  region: string;
  /** Instead of the region's own. */
  endpoint?: string | undefined;
  fetch: typeof fetch;
  /** Of an STS that does not answer: what was asked is done all the same. */
  report: (error: unknown) => void;
}

/** As long as somebody waits for STS, in milliseconds. */
const PATIENCE = 3000;

const isTheirFault = (status: number): boolean => status >= 400 && status < 500 && status !== 429;

/** Sends a caller's own signed question on to STS, and takes its answer. Where it goes and what it asks is ours alone. */
export const createStsCallers =
  ({ region, endpoint, fetch, report }: StsDeps): IdentifyCaller =>
  async (proof, command) => {
    if (proof === undefined) return UNNAMED;
    const signed = signedHeaders(stsHost(region, endpoint), command);
    if (!isSignedOver(proof, Object.keys(signed))) {
      throw new ProofRefused(
        `The proof of who asks does not sign ${Object.keys(signed).join(', ')}, so it is not one of this command. Ask with tactful, which signs them.`,
      );
    }
    const { host, ...headers } = signed;
    let answer: Response;
    try {
      answer = await fetch(`${endpoint ?? `https://${host}`}${WHO_AM_I.path}`, {
        method: WHO_AM_I.method,
        body: WHO_AM_I.body,
        headers: { ...headers, ...proof },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      const body = await answer.text();
      const name = /<Arn>([^<]{1,2048})<\/Arn>/.exec(body)?.[1];
      if (answer.ok && name !== undefined) return { name, vouched: 'iam' };
    } catch (error) {
      report(error);
      return UNNAMED;
    }
    if (isTheirFault(answer.status)) {
      throw new ProofRefused(
        `STS answered ${answer.status}: it does not know who signed this command. Is the clock of the machine right? Sign in anew and ask again.`,
      );
    }
    report(new Error(`STS answered ${answer.status}.`));
    return UNNAMED;
  };
