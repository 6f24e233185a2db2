import * as z from 'zod';
import { parseJson } from '../shared/parse-json.ts';

const Verdict = z.looseObject({ status: z.string() });

/** What SES tells of a mail that it has put into our bucket. */
export const Notice = z.looseObject({
  notificationType: z.literal('Received'),
  receipt: z.looseObject({
    timestamp: z.string(),
    /** To whom of us it came, whatever its head says. */
    recipients: z.array(z.string()),
    spamVerdict: Verdict,
    virusVerdict: Verdict,
    spfVerdict: Verdict,
    dkimVerdict: Verdict,
    dmarcVerdict: Verdict.optional(),
    action: z.looseObject({ type: z.literal('S3'), objectKey: z.string().min(1) }),
  }),
  mail: z.looseObject({ messageId: z.string().min(1) }),
});
export type Notice = z.infer<typeof Notice>;

const Any = z.looseObject({ notificationType: z.literal('Received') });

/** A notice as a queue has it; undefined of what else SES says there, such as that it was set up. Throws where SES says it in another way than is known here. */
export const readNotice = (body: string): Notice | undefined => {
  const { data } = Any.safeParse(parseJson(body));
  return data && Notice.parse(data);
};

/** Why a mail is nobody's answer; undefined of one that may be. */
export const refusalOf = ({ receipt }: Notice): 'virus' | 'spam' | 'forged' | undefined => {
  const hasFailed = (verdict: z.infer<typeof Verdict> | undefined): boolean => verdict?.status === 'FAIL';
  const hasPassed = (verdict: z.infer<typeof Verdict> | undefined): boolean => verdict?.status === 'PASS';
  const { virusVerdict, spamVerdict, spfVerdict, dkimVerdict, dmarcVerdict } = receipt;
  if (hasFailed(virusVerdict)) return 'virus';
  if (hasFailed(spamVerdict)) return 'spam';
  if (hasFailed(dmarcVerdict)) return 'forged';
  // Who forwards breaks SPF and keeps the signature.
  return hasFailed(spfVerdict) && !hasPassed(dkimVerdict) && !hasPassed(dmarcVerdict) ? 'forged' : undefined;
};
