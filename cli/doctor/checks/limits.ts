import type { Account } from '../account.ts';
import { type Finding, look, ok, stop } from '../finding.ts';
import { reservationsOf } from '../names.ts';
import type { Plan } from '../plan.ts';

const number = (value: number): string => value.toLocaleString('en');

/** A pace that is faster than SES lets it is none: what is too much comes back, and waits longer each time. */
const checkPace = (perSecond: number, { maxSendRate }: Pick<Plan, 'maxSendRate'>): Finding[] =>
  maxSendRate === undefined || maxSendRate <= perSecond
    ? []
    : [
        look(
          `maxSendRate is ${number(maxSendRate)}, and SES takes ${number(perSecond)} a second: the rest of a wave comes back, and confirmations with it.`,
          `Set maxSendRate to ${number(perSecond)} or less, or ask for more: Service Quotas, Amazon SES, Sending rate.`,
        ),
      ];

/** What SES lets the account send, and whether the stage keeps to it. */
export const checkSending = async (
  account: Pick<Account, 'sending'>,
  plan: Pick<Plan, 'maxSendRate'>,
): Promise<Finding[]> => {
  const { production, paused, daily, perSecond } = await account.sending();
  if (paused) {
    return [
      stop(
        'SES has paused sending for this account.',
        'Read why in the SES console under Account dashboard, and answer there.',
      ),
    ];
  }
  const pace = checkPace(perSecond, plan);
  const rate = `${daily < 0 ? 'without end' : `${number(daily)} emails a day`}, ${number(perSecond)} a second`;
  if (production) {
    const hour = number(Math.min(perSecond, plan.maxSendRate ?? perSecond) * 3600);
    const says = `SES sends to anybody: ${rate}. That is ${hour} in an hour at most; more people at once wait.`;
    return [ok(says), ...pace];
  }
  return [
    look(
      `SES is in its sandbox: it sends to addresses that you have verified, and to nobody else (${rate}).`,
      'Ask for production access in the SES console under Account dashboard. It takes a day or so.',
    ),
    ...pace,
  ];
};

/** Below it, an import of some thousand people is already slow. */
const FEW = 500;
/** What Lambda keeps for functions without a reservation. */
const LEAST = 100;

/** What the stage's functions would reserve beside what they have. */
const missing = async (account: Pick<Account, 'reserved'>, plan: Plan): Promise<number> => {
  const each = reservationsOf(plan).map(async ([name, reservation]) =>
    Math.max(0, reservation - (await account.reserved(name))),
  );
  return (await Promise.all(each)).reduce((sum, one) => sum + one, 0);
};

/** How many functions may run at once, and whether the stage can keep its part of them to itself. */
export const checkConcurrency = async (
  account: Pick<Account, 'concurrency' | 'reserved'>,
  plan: Plan,
): Promise<Finding[]> => {
  const { all, unreserved } = await account.concurrency();
  const reserving = await missing(account, plan);
  const says = `Lambda runs ${number(all)} functions at once here, ${number(unreserved)} of them unreserved.`;
  if (reserving > 0 && unreserved < reserving + LEAST) {
    return [
      stop(
        `${says} The stage reserves ${reserving} more, and Lambda keeps ${LEAST} for the others, so ${reserving + LEAST} have to be unreserved.`,
        'Ask for 1,000 (it costs nothing): Service Quotas, AWS Lambda, Concurrent executions.',
        'Or share what there is, with -c reservedConcurrency=off: then events and unsubscribing wait for whatever else runs.',
      ),
    ];
  }
  if (unreserved - reserving >= FEW) return [ok(says)];
  return [
    look(
      `${says}${reserving > 0 ? ` The stage reserves ${reserving} more.` : ''} New accounts get few; an import or a campaign is throttled and late, and nothing is lost.`,
      'Ask for 1,000 or more (it costs nothing): Service Quotas, AWS Lambda, Concurrent executions.',
    ),
  ];
};

const OF_SCHEDULER = [/^(number of )?schedules$/i, /^createschedule request rate$/i, /^invocations throttle limit/i];

/** What the services take, as far as they say so. */
export const checkQuotas = async (account: Pick<Account, 'quotas'>): Promise<Finding[]> => {
  const quotas = Object.entries(await account.quotas('scheduler'));
  const schedulerQuotas = OF_SCHEDULER.flatMap((name) => quotas.find(([quotaName]) => name.test(quotaName)) ?? []);
  if (schedulerQuotas.length === 0)
    return [
      look(
        'Service Quotas says nothing of EventBridge Scheduler here: look at docs/cost.md, How far an account reaches.',
      ),
    ];
  const values = quotas
    .filter(([name]) => OF_SCHEDULER.some((one) => one.test(name)))
    .map(([name, value]) => `${name}: ${number(value)}`)
    .join('; ');
  return [ok(`EventBridge Scheduler takes: ${values}.`)];
};
