import { type Account, NotAllowed, NotInRegion, NotSeen } from './account.ts';
import { checkConcurrency, checkQuotas, checkSending } from './checks/limits.ts';
import { checkNames } from './checks/names.ts';
import { checkSender } from './checks/sender.ts';
import { checkCertificate, checkReader, checkTexts } from './checks/services.ts';
import { checkStacks } from './checks/stacks.ts';
import { checkWorkflows } from './checks/workflows.ts';
import { type Finding, look, stop } from './finding.ts';
import type { Plan } from './plan.ts';

interface Check {
  about: string;
  look: (account: Account, plan: Plan) => Promise<Finding[]>;
}

const CHECKS: Check[] = [
  { about: 'The folder', look: checkWorkflows },
  { about: 'The stacks', look: checkStacks },
  { about: 'The names', look: checkNames },
  { about: 'The sender', look: checkSender },
  { about: 'What SES lets you send', look: checkSending },
  { about: 'What Lambda lets you run', look: checkConcurrency },
  { about: 'The quotas', look: checkQuotas },
  { about: 'The reader of texts', look: checkReader },
  { about: 'Text messages', look: checkTexts },
  { about: 'The certificate of links', look: checkCertificate },
];

const findings = async ({ about, look: check }: Check, account: Account, plan: Plan): Promise<Finding[]> => {
  try {
    return await check(account, plan);
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof NotSeen)
      return [look(`${about} could not be looked at: ${error.message}`)];
    if (error instanceof NotInRegion)
      return [stop(`${about}: ${error.message}`, 'Choose another region, or another setting.')];
    throw error;
  }
};

const linesOf = ({ grade, says, then = [] }: Finding): string[] => [
  `${grade.padEnd(6)}${says}`,
  ...then.map((line) => `      ${line}`),
];

/** Looks at an account before a deploy. Answers what to say, and the status to end with: 1 where a deploy would fail. */
export const examine = async (account: Account, plan: Plan): Promise<{ status: number; lines: string[] }> => {
  const all = (await Promise.all(CHECKS.map((check) => findings(check, account, plan)))).flat();
  const count = (grade: Finding['grade']) => all.filter((one) => one.grade === grade).length;
  const [stops, looks] = [count('stop'), count('look')];
  const last =
    stops > 0
      ? `${stops === 1 ? 'One thing stands' : `${stops} things stand`} in the way of a deploy.`
      : `Nothing stands in the way of a deploy${looks === 0 ? '' : `; ${looks === 1 ? 'one thing' : `${looks} things`} to know`}.`;
  const lines = [`Stage ${plan.stage} in ${account.region}`, ...all.flatMap(linesOf), last];
  return { status: stops > 0 ? 1 : 0, lines };
};
