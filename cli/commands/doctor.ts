import { Command } from 'commander';
import { readWorkflows } from '../../language/read/folder.ts';
import type { DeclareCommand } from '../command.ts';
import { examine } from '../doctor/doctor.ts';
import { type Plan, readPlan } from '../doctor/plan.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface DoctorFlags extends StageFlag {
  context: string[];
}

/** What keeps it from looking at anything. */
const PROBLEMS: Record<string, string> = {
  CredentialsProviderError: 'No AWS credentials were found. Sign in, or set AWS_PROFILE.',
  ExpiredTokenException: 'Your AWS credentials have expired. Sign in again.',
  ExpiredToken: 'Your AWS credentials have expired. Sign in again.',
  UnrecognizedClientException: 'AWS does not know your credentials. Sign in again, or set AWS_PROFILE.',
  InvalidClientTokenId: 'AWS does not know your credentials. Sign in again, or set AWS_PROFILE.',
};

/** What the folder asks of an account and of a stage. */
const askedBy = (dir: string): Pick<Plan, 'texts' | 'says'> => {
  const { definitions } = readWorkflows(dir);
  const { moments = {}, policy } = definitions ?? {};
  return {
    texts: Object.values(moments).some(({ channels }) => channels.includes('sms')),
    says: policy && { replies: policy.replies?.includes('email') === true, inbox: policy.inbox !== undefined },
  };
};

export const doctorCommand: DeclareCommand = ({ output, run }) =>
  new Command('doctor')
    .description(
      'look at an AWS account before a deploy: what would make it fail, and what to do about it; changes nothing',
    )
    .addOption(stageOption())
    .option(
      '-c, --context <name=value>',
      'a setting over those of cdk.json, as cdk takes it',
      (pair, all: string[]) => [...all, pair],
      [],
    )
    .action(
      run(async (flags: DoctorFlags) => {
        const plan = readPlan(stageOf(flags, 'doctor'), flags.context);
        // Loaded here, so that no command about files waits for the AWS SDK.
        const { openAccount } = await import('../doctor/aws/account.aws.ts');
        try {
          const account = await openAccount();
          const { status, lines } = await examine(account, { ...plan, ...askedBy(plan.workflows) });
          for (const line of lines) output.out(line);
          return status;
        } catch (error) {
          const { name, message } = error as Error;
          if (message === 'Region is missing')
            throw new UsageError('No AWS region is set. Set AWS_REGION, or give your profile one.');
          const problem = PROBLEMS[name];
          throw problem ? new UsageError(problem) : error;
        }
      }),
    );
