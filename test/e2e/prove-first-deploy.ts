import { DeleteTableCommand, DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { CreateEventBusCommand, DeleteEventBusCommand } from '@aws-sdk/client-eventbridge';
import { tactfulOn } from './command.ts';
import { deploy, destroy } from './deploy.ts';
import type { Run } from './open-run.ts';
import { must, type Proofs } from './proofs.ts';

/** Any name but those of stages for trying things: one that is kept. */
const STAGE = 'first';
const PREFIX = `tactful-${STAGE}`;
const TABLES = [`${PREFIX}-customers`, `${PREFIX}-records`];
const CONTEXT = { stage: STAGE, sender: 'Acme <hello@acme.com>', inboundDomain: 'reply.acme.com' };

const tactful = (env: NodeJS.ProcessEnv, ...words: string[]) => tactfulOn(env, STAGE)(...words);

const doctor = (env: NodeJS.ProcessEnv) => {
  const settings = Object.entries(CONTEXT).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return tactful(env, 'doctor', ...settings);
};

const says = ({ output }: { output: string }, words: string): void =>
  must(output.includes(words), `It did not say "${words}", but:\n${output}`);

/** The first deploy of a stage that is kept: looked at, failed, mended, done, changed, removed, and had again. */
export const proveFirstDeploy = async ({ stage: { dynamo, bus }, env, out }: Run, { prove }: Proofs): Promise<void> => {
  const options = { env, out, context: CONTEXT, isGentle: true };
  const isThere = async (TableName: string): Promise<boolean> =>
    dynamo.send(new DescribeTableCommand({ TableName })).then(
      () => true,
      () => false,
    );

  await prove('the doctor says that nobody has verified the sender, and what to do', async () => {
    const before = await doctor(env);
    must(!before.fine, 'The doctor found nothing in the way of a deploy without a sender.');
    says(before, 'SES may not send as hello@acme.com');
    says(before, '-c identity=domain');
  });

  await prove('the sender has a stack of its own, which a deploy of the stage need not know', async () => {
    const identity = { ...options, context: { ...CONTEXT, identity: 'domain' } };
    const printed = await deploy(['tactful-identity-acme-com'], identity);
    must('Dkim1' in printed && 'MailFromMx' in printed, `It printed ${Object.keys(printed).join(', ')}.`);
    says(await doctor(env), 'acme.com');
  });

  await prove(
    'a first deploy that fails is foretold, and leaves nothing that stands in the way of its repetition',
    async () => {
      await bus.send(new CreateEventBusCommand({ Name: PREFIX }));
      says(await doctor(env), `There is a bus ${PREFIX} that belongs to no deployed stack`);
      const failed = await deploy([PREFIX], options).then(
        () => undefined,
        (error: Error) => error.message,
      );
      must(failed !== undefined, 'The deploy took over a bus that was not its own.');
      await bus.send(new DeleteEventBusCommand({ Name: PREFIX }));
      const after = await doctor(env);
      must(after.fine, `After it the doctor says:\n${after.output}`);
    },
  );

  await prove('the repetition goes through', async () => {
    const { CustomersTable } = await deploy([PREFIX], options);
    must(CustomersTable === TABLES[0], `It printed the table ${CustomersTable}.`);
    const after = await doctor(env);
    must(after.fine, `The doctor says:\n${after.output}`);
    says(after, `The stack ${PREFIX} is deployed`);
    says(after, 'Every name that the stage needs is free or its own.');
  });

  await prove('keys of links are rotated without a deploy, and not twice at once', async () => {
    const first = await tactful(env, 'keys', 'rotate');
    must(first.fine, first.output);
    says(first, 'A new key seals links in 120 minutes');
    const second = await tactful(env, 'keys', 'rotate');
    must(!second.fine, 'It was rotated again at once.');
    says(second, 'Rotate it after that.');
  });

  await prove(
    'what a kept stage must not lose stays when it is removed, and the doctor says how it is had again',
    async () => {
      await destroy(PREFIX, options);
      for (const table of TABLES) must(await isThere(table), `The table ${table} went with the stage.`);
      const after = await doctor(env);
      must(!after.fine, `The doctor found nothing in the way of having it again:\n${after.output}`);
      says(after, `There is a table ${TABLES[0]} that belongs to no deployed stack`);
      says(after, `There is a secret ${PREFIX}-link-key that belongs to no deployed stack`);
      for (const TableName of TABLES) {
        await dynamo.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
        await dynamo.send(new DeleteTableCommand({ TableName }));
      }
    },
  );
};
