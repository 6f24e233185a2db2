import type { Account, Holder, Kind } from '../account.ts';
import { type Finding, look, ok, stop } from '../finding.ts';
import { namesOf } from '../names.ts';
import type { Plan } from '../plan.ts';
import { isDeployed } from './stacks.ts';

const REMOVING: Record<Exclude<Kind, 'table' | 'user pool'>, (name: string) => string[]> = {
  secret: (name) => [
    'If nothing was ever sent with it, remove it:',
    `aws secretsmanager delete-secret --secret-id ${name} --force-delete-without-recovery`,
    'Else note its value, remove it, deploy, and put the value back: links and marks of addresses rest on it.',
    `aws secretsmanager get-secret-value --secret-id ${name} --query SecretString --output text`,
    `aws secretsmanager put-secret-value --secret-id ${name} --secret-string <value>`,
  ],
  bus: (name) => [
    'Remove its rules and it, or give it by -c busName if it is yours and stays:',
    `aws events list-rules --event-bus-name ${name}`,
    `aws events delete-event-bus --name ${name}`,
  ],
  queue: (name) => [
    'Look whether anything is in it, then remove it:',
    `aws sqs delete-queue --queue-url $(aws sqs get-queue-url --queue-name ${name} --query QueueUrl --output text)`,
  ],
  'schedule group': (name) => ['Remove it, with its schedules:', `aws scheduler delete-schedule-group --name ${name}`],
  'email configuration set': (name) => [
    'Remove it:',
    `aws sesv2 delete-configuration-set --configuration-set-name ${name}`,
  ],
  'log group': (name) => ['Remove it:', `aws logs delete-log-group --log-group-name ${name}`],
};

const ofTable = (name: string, { empty }: Holder): string[] => {
  const removing = [
    `aws dynamodb update-table --table-name ${name} --no-deletion-protection-enabled`,
    `aws dynamodb delete-table --table-name ${name}`,
  ];
  if (empty) return ['It is empty. Remove it:', ...removing];
  return [
    'There are customers or records in it. To go on with them, take it in with the deploy:',
    'npx cdk deploy --all --import-existing-resources …',
    'To begin anew, remove it with all that is in it:',
    ...removing,
  ];
};

const poolNamed = (name: string): string =>
  `$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name=='${name}'].Id" --output text)`;

const ofPool = (name: string): Finding =>
  look(
    `There is a user pool ${name} that belongs to no deployed stack of this stage. It is in no deploy's way: another is made beside it.`,
    'A first deploy that failed could not remove it, since it is protected, or it is of a stage that was removed. To remove it with all who may sign in:',
    `aws cognito-idp update-user-pool --user-pool-id ${poolNamed(name)} --deletion-protection INACTIVE`,
    `aws cognito-idp delete-user-pool --user-pool-id ${poolNamed(name)}`,
  );

const about = (kind: Kind, name: string, holder: Holder): Finding => {
  if (kind === 'user pool') return ofPool(name);
  if (holder.leaving) {
    const soon =
      kind === 'secret' ? ['Do not wait for it:', ...REMOVING.secret(name).slice(1, 2)] : ['Wait some minutes.'];
    return stop(`The ${kind} ${name} is being deleted, and its name is not free yet.`, ...soon);
  }
  const then = kind === 'table' ? ofTable(name, holder) : REMOVING[kind](name);
  return stop(
    `There is a ${kind} ${name} that belongs to no deployed stack of this stage, so none can be made.`,
    ...then,
  );
};

/** As CloudFormation knows things: by their names, or by an ARN or URL that ends with it. */
const isOwn = (ids: string[], name: string): boolean =>
  ids.some((id) => id === name || id.endsWith(`/${name}`) || id.includes(`:secret:${name}-`));

/** Names that are taken: mostly of a first deploy that failed, or of a stage that was removed. */
export const checkNames = async (account: Pick<Account, 'stack' | 'holder'>, plan: Plan): Promise<Finding[]> => {
  const stack = await account.stack(plan.prefix);
  const ids = isDeployed(stack?.status) ? (stack?.ids ?? []) : [];
  const perName = await Promise.all(
    namesOf(plan)
      .filter(([, name]) => !isOwn(ids, name))
      .map(async ([kind, name]) => {
        const holder = await account.holder(kind, name);
        return holder === undefined ? [] : [about(kind, name, holder)];
      }),
  );
  const findings = perName.flat();
  return findings.length > 0 ? findings : [ok('Every name that the stage needs is free or its own.')];
};
