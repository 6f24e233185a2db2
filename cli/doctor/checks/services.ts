import type { Account } from '../account.ts';
import { type Finding, look, ok, stop } from '../finding.ts';
import type { Plan } from '../plan.ts';

/** Whether the chosen reader of texts answers. It reads two words, for a thousandth of a cent. */
export const checkReader = async (
  account: Pick<Account, 'readText'>,
  { textReader, textModel }: Plan,
): Promise<Finding[]> => {
  if (textReader === 'embedded') return [ok('Texts are read in the functions themselves.')];
  await account.readText(textReader, textModel);
  return [ok(textReader === 'bedrock' ? `The model ${textModel} reads texts.` : 'Comprehend reads texts.')];
};

/** Whether texts can be sent, where any moment is one. */
export const checkTexts = async (account: Pick<Account, 'texting'>, { texts, smsFrom }: Plan): Promise<Finding[]> => {
  if (!texts) return [ok('No moment goes out as a text message.')];
  const { production, origins, spend } = await account.texting();
  const findings: Finding[] = [];
  if (smsFrom !== undefined && !origins.includes(smsFrom)) {
    const there = origins.length === 0 ? 'none' : origins.join(', ');
    findings.push(
      stop(
        `smsFrom is ${smsFrom}, and the account has ${there}.`,
        'Name one of these, or ask for it in the console of End User Messaging.',
      ),
    );
  }
  if (smsFrom === undefined && origins.length === 0) {
    findings.push(
      look(
        'Some moments go out as text messages, and the account has nothing that they could come from: they are held and come to failed.',
        'Ask for a number in the console of End User Messaging, and name it by smsFrom.',
      ),
    );
  }
  if (!production) {
    findings.push(
      look(
        'Text messages are in their sandbox: they go to numbers that you have verified, and to nobody else.',
        'Ask for production access in the console of End User Messaging.',
      ),
    );
  }
  if (spend !== undefined && spend <= 1) {
    findings.push(
      look(
        `Text messages may cost $${spend} a month in all: some ten or twenty of them.`,
        'Ask for more: Service Quotas, AWS End User Messaging SMS, monthly spend limit.',
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [ok(`Text messages can be sent${spend === undefined ? '' : `, for up to $${spend} a month`}.`)];
};

/** Whether a certificate can be used where the stage is. */
export const checkCertificate = async (
  { region }: Pick<Account, 'region'>,
  { linkCertificate }: Plan,
): Promise<Finding[]> => {
  const of = linkCertificate?.split(':')[3];
  if (of === undefined || of === region) return [];
  return [stop(`linkCertificate is of ${of}, and the stage is in ${region}.`, `Ask ACM for one in ${region}.`)];
};
