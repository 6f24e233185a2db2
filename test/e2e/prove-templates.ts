import { templateFiles } from '../support/templates.ts';
import { synthesize } from './deploy.ts';
import type { Run } from './open-run.ts';
import { gently, run } from './process.ts';
import type { Proofs } from './proofs.ts';
import { openVenv } from './venv.ts';

/** What checkov asks for and we do not do, with why. */
const ACCEPTED: Record<string, string> = {
  CKV_AWS_18:
    'The bucket of given-up batches is written by Lambda and read by operate, each by its own role; access logs would be one more bucket to guard.',
  CKV_AWS_26: 'Alarms hold no personal data, and a topic under the default key could not be rung by CloudWatch.',
  CKV_AWS_27:
    'Queues are encrypted with the keys of SQS itself, which this rule does not know; EventBridge can use them.',
  CKV_AWS_115: 'Functions share what the account allows; a limit of their own would only be one more to run into.',
  CKV_AWS_116:
    'Queues and the stream have dead letters, machines have Retry, and what the clock invokes is invoked again the next time.',
  CKV_AWS_117: 'They call AWS alone, over TLS; a VPC would add cost and cold starts and protect nothing.',
  CKV_AWS_119:
    'Without the setting encryptionKey tables are under the key that AWS manages for DynamoDB, which costs nothing.',
  CKV_AWS_149: 'The same for the secret, under the key that AWS manages for Secrets Manager.',
  CKV_AWS_158: 'Logs hold no personal data, by a list of what they may say.',
  CKV_AWS_173: 'The environment holds names, no secrets, and is encrypted by Lambda as it is.',
};

/** What cfn-lint asks for and we do not do, with why. */
const UNLINTED: Record<string, string> = {
  W3005: 'CDK writes down that a function waits for its role, which the reference to it says already.',
};

/** The templates, read by others' rules. */
export const proveTemplates = async ({ env, out: folder }: Run, { prove }: Proofs): Promise<void> => {
  const context = { stage: 'production', sender: 'hello@acme.com', inboundDomain: 'reply.acme.com' };
  const out = await synthesize({ env, out: folder, context, isGentle: true });
  const program = await openVenv('lint');
  const templates = [...templateFiles(out).values()];
  await Promise.all([
    prove('cfn-lint accepts the templates', async () => {
      const ignored = Object.keys(UNLINTED).flatMap((rule) => ['--ignore-checks', rule]);
      await run(...gently(program('cfn-lint'), [...ignored, '--', ...templates]));
    }),
    prove(`checkov accepts the templates, but for ${Object.keys(ACCEPTED).length} rules with reasons`, async () => {
      const skipped = Object.keys(ACCEPTED).length > 0 ? ['--skip-check', Object.keys(ACCEPTED).join(',')] : [];
      const files = templates.flatMap((template) => ['--file', template]);
      const quiet = ['--framework', 'cloudformation', '--compact', '--quiet', '--skip-download'];
      await run(...gently(program('checkov'), [...files, ...quiet, ...skipped]));
    }),
  ]);
};
