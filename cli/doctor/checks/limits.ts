import type { Account } from '../account.ts';
import { type Finding, look, ok, stop } from '../finding.ts';

const number = (value: number): string => value.toLocaleString('en');

/** What SES lets the account send. */
export const checkSending = async (account: Pick<Account, 'sending'>): Promise<Finding[]> => {
  const { production, paused, daily, perSecond } = await account.sending();
  if (paused) {
    return [
      stop(
        'SES has paused sending for this account.',
        'Read why in the SES console under Account dashboard, and answer there.',
      ),
    ];
  }
  const rate = `${daily < 0 ? 'without end' : `${number(daily)} emails a day`}, ${number(perSecond)} a second`;
  if (production) {
    const hour = number(perSecond * 3600);
    return [ok(`SES sends to anybody: ${rate}. That is ${hour} in an hour at most; more people at once wait.`)];
  }
  return [
    look(
      `SES is in its sandbox: it sends to addresses that you have verified, and to nobody else (${rate}).`,
      'Ask for production access in the SES console under Account dashboard. It takes a day or so.',
    ),
  ];
};

/** Below it, an import of some thousand people is already slow. */
const FEW = 500;
/** What Lambda keeps for functions without a reservation. */
const LEAST = 100;

/** How many functions may run at once. */
export const checkConcurrency = async (account: Pick<Account, 'concurrency'>): Promise<Finding[]> => {
  const { all, unreserved } = await account.concurrency();
  const says = `Lambda runs ${number(all)} functions at once here, ${number(unreserved)} of them unreserved.`;
  if (unreserved <= LEAST) {
    return [
      stop(
        `${says} Functions that reserve some of that cannot be made: Lambda keeps ${LEAST} for the others.`,
        'Ask for 1,000 (it costs nothing): Service Quotas, AWS Lambda, Concurrent executions.',
      ),
    ];
  }
  if (unreserved >= FEW) return [ok(says)];
  return [
    look(
      `${says} New accounts get few; an import or a campaign is throttled and late, and nothing is lost.`,
      'Ask for 1,000 or more (it costs nothing): Service Quotas, AWS Lambda, Concurrent executions.',
    ),
  ];
};

const OF_SCHEDULER = [/^(number of )?schedules$/i, /^createschedule request rate$/i, /^invocations throttle limit/i];

/** What the services take, as far as they say so. */
export const checkQuotas = async (account: Pick<Account, 'quotas'>): Promise<Finding[]> => {
  const quotas = Object.entries(await account.quotas('scheduler'));
  const known = OF_SCHEDULER.flatMap((name) => quotas.find(([found]) => name.test(found)) ?? []);
  if (known.length === 0)
    return [
      look(
        'Service Quotas says nothing of EventBridge Scheduler here: look at docs/deploy.md, Quotas to raise, and when.',
      ),
    ];
  const said = quotas
    .filter(([name]) => OF_SCHEDULER.some((one) => one.test(name)))
    .map(([name, value]) => `${name}: ${number(value)}`)
    .join('; ');
  return [ok(`EventBridge Scheduler takes: ${said}.`)];
};
